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
 * the store's clock before the first step. A step reads after its version was taken and after its
 * own events were stored; so of several writers at once the one with the greatest version has seen
 * the events of all the others, and its row is the one that stays.
 */
@Component
class Projections {

  /** The steps in their order, each with the events that call for it. */
  private static final List<Step> STEPS =
      List.of(
          new Step("store-events.sql", event -> true),
          new Step("project-copies.sql", event -> true),
          new Step("project-lost-copies.sql", event -> true),
          new Step("touch.sql", event -> true),
          new Step("project-threads.sql", names(Property.THREAD_ID)),
          new Step(
              "project-contracts.sql", names(Property.CONTRACT_ID).or(names(Property.THREAD_ID))),
          new Step("project-disputes.sql", EventName::ofDispute),
          new Step("project-dispute-events.sql", EventName::ofDispute),
          new Step("project-nps.sql", EventName::ofDispute),
          new Step("project-notifications.sql", names(Property.NOTIFICATION_ID)),
          new Step(
              "project-notifications-hourly.sql",
              event -> event == NOTIFICATION_DELIVERY_SCHEDULED),
          new Step("project-response-times.sql", names(Property.THREAD_ID)));

  /** What limits a step to the events of a batch. */
  private static final Pattern OF_BATCH =
      Pattern.compile(
          """
          (\\(event, event_id\\)|event_id|id) IN \\(\\s*SELECT (event, )?event_id FROM event_batches\\s+\
          WHERE batch = :batch( AND event = '\\w+')?\\)\
          """);

  /** All events are stored already, and no copy of them has lost. */
  private static final Set<String> NOT_REBUILT =
      Set.of("store-events.sql", "project-lost-copies.sql");

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
    for (Step step : STEPS) {
      if (names.stream().anyMatch(step.calledForBy())) {
        run(step, batch);
      }
    }
  }

  /** Empties everything that is derived and works it out again from all stored events. */
  void rebuild() {
    String batch = UUID.randomUUID().toString();
    List<Step> steps =
        STEPS.stream().filter(step -> !NOT_REBUILT.contains(step.resource())).toList();
    steps.stream()
        .map(Step::table)
        .distinct()
        .forEach(table -> jdbc.sql("TRUNCATE TABLE " + table).update());
    steps.forEach(step -> run(step.ofAllEvents(), batch));
  }

  private void run(Step step, String batch) {
    JdbcClient.StatementSpec statement = jdbc.sql(step.sql());
    if (step.sql().contains(":batch")) {
      statement = statement.param("batch", batch);
    }
    if (step.sql().contains(":version")) {
      statement = statement.param("version", clock());
    }
    statement.update();
  }

  /** The store's clock in microseconds since 1970. */
  private long clock() {
    return jdbc.sql("SELECT toUnixTimestamp64Micro(now64(6))").query(Long.class).single();
  }

  private static Predicate<EventName> names(Property id) {
    return event -> event.properties().contains(id);
  }
}
