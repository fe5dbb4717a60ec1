-- A comment; with a semicolon inside of it
CREATE TABLE IF NOT EXISTS pebble
(
    id UInt32,
    note String DEFAULT 'a;b'
)
ENGINE = MergeTree
ORDER BY id;

-- And one more.
INSERT INTO pebble (id) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pebble WHERE id = 1);
