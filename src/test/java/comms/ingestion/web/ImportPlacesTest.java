package comms.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ImportPlacesTest {

  @Test
  void whoeverFindsNoPlaceTakesThatOfTheSlowest() {
    ImportPlaces places = new ImportPlaces(2, Duration.ZERO);
    places.within(
        slow -> {
          InputStream slowFile = slow.guard(file(10), -1);
          read(slowFile, 1);
          places.within(
              fast -> {
                InputStream fastFile = fast.guard(file(100_000), -1);
                read(fastFile, 90_000);
                places.within(third -> read(third.guard(file(5), 5), 5));
                return read(fastFile, 10_000);
              });
          return assertThatThrownBy(() -> read(slowFile, 1))
              .isInstanceOfSatisfying(
                  Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
        });
  }

  @Test
  void whoeverHasKeptNobodyWaitingKeepsThePlace() {
    ImportPlaces places = new ImportPlaces(1, Duration.ofHours(1));
    places.within(
        first -> {
          InputStream file = first.guard(file(10), 10);
          assertThatThrownBy(() -> places.within(_ -> 0))
              .isInstanceOfSatisfying(
                  Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
          return assertThat(read(file, 10)).isEqualTo(10);
        });
    assertThat(places.<Integer>within(_ -> 1)).isEqualTo(1);
  }

  @Test
  void aFileThatEndsTooSoonIsNotTakenForWhole() {
    ImportPlaces places = new ImportPlaces(1, Duration.ofHours(1));
    assertThatThrownBy(() -> places.within(place -> read(place.guard(file(10), 11), 11)))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
  }

  private static InputStream file(int length) {
    return new ByteArrayInputStream(new byte[length]);
  }

  private static int read(InputStream in, int length) {
    try {
      return in.readNBytes(length).length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
