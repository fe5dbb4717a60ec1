-- The chats of the demo year and what becomes of each: who talks, whether a contract grows out of
-- it, whether that ends in a dispute. Every number is a hash, so the same hour gives the same chats.
-- u(salt) is uniform over 0 to 1, z(salt) is standard normal.
CREATE OR REPLACE TABLE demo_threads ENGINE = Memory AS
WITH
    toStartOfHour(now('UTC')) AS last_hour,
    (n, salt) -> cityHash64(n, salt) / 18446744073709551616. AS u,
    (n, salt) -> sqrt(-2 * log(u(n, salt) + 1e-12)) * cos(6.283185307 * u(n, concat(salt, '*'))) AS z,
    [0.2,0.12,0.08,0.06,0.07,0.15,0.35,0.7,1.2,1.7,1.9,1.9,1.6,1.7,1.9,1.8,1.6,1.4,1.2,1.1,1.0,0.8,0.5,0.3] AS by_hour,
    [1.1,1.15,1.15,1.1,1.0,0.55,0.5] AS by_weekday
SELECT
    *,
    lower(hex(SHA256(concat('client', toString(n))))) AS client,
    lower(hex(SHA256(concat('freelancer', toString(n % 4000))))) AS freelancer,
    converted AND u(n, 'dispute') < multiIf(wave, 0.16, rush, 0.12, 0.045) AS disputed,
    if(disputed, dispute_opened_at + toIntervalSecond(toInt64(exp(11.3 + 0.65 * z(n, 'resolution')) * if(behind, 2.2, 1))), NULL) AS dispute_resolved_at,
    if(NOT converted OR u(n, 'open-ended') < 0.06, NULL,
        greatest(planned_end, ifNull(dispute_resolved_at + toIntervalHour(6), planned_end))) AS contract_closed_at
FROM (
    SELECT
        *,
        started_at + toIntervalSecond(toInt64(86400 * (6 + 24 * u(n, 'length')))) AS planned_end,
        started_at + toIntervalSecond(toInt64(dateDiff('second', started_at, planned_end) * (0.4 + 0.5 * u(n, 'opening')))) AS dispute_opened_at,
        dispute_opened_at BETWEEN now('UTC') - INTERVAL 46 DAY AND now('UTC') - INTERVAL 34 DAY AS wave,
        -- Of late more disputes are opened than are dealt with, so that some are open and some overdue.
        dispute_opened_at BETWEEN now('UTC') - INTERVAL 3 DAY AND now('UTC') AS rush,
        dispute_opened_at > now('UTC') - INTERVAL 6 DAY AS behind
    FROM (
        SELECT
            h, h * 100 + k AS n, toString(n) AS no,
            last_hour - toIntervalHour(8759 - h) AS hour,
            toDateTime64(hour, 3, 'UTC') + toIntervalMillisecond(toInt64(3600000 * u(n, 'start'))) AS created_at,
            if(u(n, 'initiator') < 0.72, 'client', 'freelancer') AS initiator_role,
            u(n, 'converts') < 0.40 + 0.05 * sin(h / 1400) 
                -- The week that a product manager has to explain, see demo-annotations.sql.
                - if(h BETWEEN 7900 AND 8068 AND initiator_role = 'freelancer', 0.30, 0) AS converted,
            -- Some contracts begin and end without a word in their chat; some chats get no answer.
            converted AND u(n, 'silent') < 0.037 AS silent,
            converted OR u(n, 'talk') < 0.66 AS talks,
            -- Pairs of a message and its answer; more when there is a contract to talk about.
            toUInt32(1 + if(converted, 8, 3.2) * -log(u(n, 'pairs') + 1e-3)) AS pairs,
            created_at + toIntervalSecond(toInt64(exp(10.9 + 0.9 * z(n, 'deciding')))) AS started_at
        FROM (
            SELECT
                number AS h,
                last_hour - toIntervalHour(8759 - number) AS at,
                5.3 * by_hour[toHour(at) + 1] * by_weekday[toDayOfWeek(at)] * (0.7 + 0.6 * number / 8760)
                    * (0.85 + 0.3 * u(intDiv(number, 24), 'day')) AS expected,
                toUInt64(floor(expected + u(number, 'count'))) AS chats
            FROM numbers(8760))
        ARRAY JOIN range(chats) AS k))
WHERE created_at < now('UTC')
