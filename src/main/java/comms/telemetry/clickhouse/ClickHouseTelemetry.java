package comms.telemetry.clickhouse;

import comms.telemetry.Increase;
import comms.telemetry.Position;
import comms.telemetry.TelemetryStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Increases and positions as rows whose keys make a repeated write replace the first. */
@Component
class ClickHouseTelemetry implements TelemetryStore {

  private final TelemetryPositions positions;
  private final InsertIncreases increases;
  private final ProjectHours hours;

  ClickHouseTelemetry(TelemetryPositions positions, InsertIncreases increases, ProjectHours hours) {
    this.positions = positions;
    this.increases = increases;
    this.hours = hours;
  }

  @Override
  public Optional<Position> position(String source, String query) {
    return positions.select(source, query);
  }

  @Override
  public void add(String source, List<Increase> rows) {
    increases.insert(source, rows);
    hours.of(rows);
  }

  @Override
  public void advance(String source, String query, Position position) {
    positions.insert(source, query, position);
  }
}
