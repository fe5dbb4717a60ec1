package comms.ingestion.clickhouse;

import static comms.catalog.EventName.NOTIFICATION_DELIVERY_SCHEDULED;

import comms.catalog.EventName;
import comms.catalog.Property;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that is stored of a staged batch: the events, their sorted copies, and then the
 * entities, series and rollups that they touch, each worked out from all its deduplicated events.
 *
 * <p>Each step replaces what an earlier write left by a row of a greater version. The version is
 * the store's clock before the steps of a level. A step reads after its version was taken and after
 * the levels before it were written; so of several writers at once the one with the greatest
 * version has seen the events of all the others, and its row is the one that stays.
 */
@Component
class Projections {

  /** The steps level by level, each step with the events that call for it. */
  private static final List<List<Step>> LEVELS =
      List.of(
          List.of(
              new Step("note-losing-copies.sql", event -> true),
              new Step("store-events.sql", event -> true),
              new Step("note-losing-copies.sql", event -> true)),
          List.of(new Step("project-lost-copies.sql", event -> true)),
          List.of(
              new Step("project-copies.sql", event -> true), new Step("touch.sql", event -> true)),
          List.of(
              new Step("project-threads.sql", names(Property.THREAD_ID)),
              new Step("project-disputes.sql", EventName::ofDispute),
              new Step("project-notifications.sql", names(Property.NOTIFICATION_ID)),
              new Step(
                  "project-notifications-hourly.sql",
                  event -> event == NOTIFICATION_DELIVERY_SCHEDULED),
              new Step("project-response-times.sql", names(Property.THREAD_ID))),
          List.of(
              new Step(
                  "project-contracts.sql",
                  names(Property.CONTRACT_ID).or(names(Property.THREAD_ID))),
              new Step("project-dispute-events.sql", EventName::ofDispute),
              new Step("project-nps.sql", EventName::ofDispute)));

  /** What limits a step to the events of a batch. */
  private static final Pattern OF_BATCH =
      Pattern.compile(
          """
          (\\(event, event_id\\)|event_id|id) IN \\(\\s*SELECT (event, )?event_id FROM event_batches\\s+\
          WHERE batch = :batch( AND event = '\\w+')?\\)\
          """);

  /** All events are stored already, and no copy of them has lost. */
  private static final Set<String> NOT_REBUILT =
      Set.of("note-losing-copies.sql", "store-events.sql", "project-lost-copies.sql");

  private final JdbcClient jdbc;

  Projections(@Qualifier("writer") JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Step(String resource, Predicate<EventName> calledForBy, String sql) {
    Step(String resource, Predicate<EventName> calledForBy) {
      this(resource, calledForBy, SqlResource.read(resource));
    }

    /** The same for all events that are stored, not only for those of a batch. */
    Step ofAllEvents() {
      return new Step(resource, calledForBy, OF_BATCH.matcher(sql).replaceAll("true"));
    }

    /** The table that the step writes to. */
    String table() {
      return sql.strip().split("\\s+", 4)[2];
    }
  }

  /**
   * Stores the batch that is staged under that id.
   *
   * @param names the events in the batch, which say what has to be worked out
   */
  void store(String batch, Set<EventName> names) {
    for (List<Step> level : LEVELS) {
      run(
          level.stream().filter(step -> names.stream().anyMatch(step.calledForBy())).toList(),
          batch);
    }
  }

  /** Empties everything that is derived and works it out again from all stored events. */
  void rebuild() {
    String batch = UUID.randomUUID().toString();
    List<List<Step>> levels =
        LEVELS.stream()
            .map(
                level ->
                    level.stream().filter(step -> !NOT_REBUILT.contains(step.resource())).toList())
            .toList();
    levels.stream()
        .flatMap(level -> level.stream().map(Step::table))
        .distinct()
        .forEach(table -> jdbc.sql("TRUNCATE TABLE " + table).update());
    levels.forEach(level -> run(level.stream().map(Step::ofAllEvents).toList(), batch));
  }

  private void run(List<Step> level, String batch) {
    Long version = null;
    for (Step step : level) {
      JdbcClient.StatementSpec statement = jdbc.sql(step.sql());
      if (step.sql().contains(":batch")) {
        statement = statement.param("batch", batch);
      }
      if (step.sql().contains(":version")) {
        version = version == null ? clock() : version;
        statement = statement.param("version", version);
      }
      statement.update();
    }
  }

  /** The store's clock in microseconds since 1970. */
  private long clock() {
    return jdbc.sql("SELECT toUnixTimestamp64Micro(now64(6))").query(Long.class).single();
  }

  private static Predicate<EventName> names(Property id) {
    return event -> event.properties().contains(id);
  }
}
