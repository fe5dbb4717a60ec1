package comms.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ArrivingBodiesTest {

  private static final DataSize LONGEST = DataSize.ofKilobytes(30);
  private static final int BODY = 20 * 1024;

  /** There is room for one body and a half. */
  private final ArrivingBodies bodies =
      new ArrivingBodies(
          new Binder(new MapConfigurationPropertySource(Map.of("comms.door.arriving", "32KB")))
              .bindOrCreate("comms.door", Bindable.of(DoorLimits.class)));

  @Test
  void theBodyThatBeganFirstMakesRoom() throws Exception {
    PipedOutputStream sender = new PipedOutputStream();
    PipedInputStream slow = new PipedInputStream(sender, BODY);
    sender.write(body(BODY));
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(() -> bodies.whole(slow, -1, LONGEST, this::length));
    while (slow.available() > 0) {
      Thread.onSpinWait();
    }

    assertThat(bodies.whole(in(body(BODY)), BODY, LONGEST, this::length)).isEqualTo(BODY);

    sender.write(1);
    sender.flush();
    assertThatThrownBy(first::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
  }

  @Test
  void nothingIsHeldAfterwards() {
    for (int n = 0; n < 10; n++) {
      assertThat(bodies.whole(in(body(BODY)), BODY, LONGEST, this::length)).isEqualTo(BODY);
    }
  }

  @Test
  void theBodyIsThereTwice() {
    byte[] body = body(BODY);
    body[BODY - 1] = 7;
    bodies.whole(
        in(body),
        BODY,
        LONGEST,
        arrived -> {
          assertThat(arrived.open()).hasBinaryContent(body);
          assertThat(arrived.open()).hasBinaryContent(body);
          return assertThat(arrived.bytes()).isEqualTo(body);
        });
  }

  @Test
  void aBodyThatIsShorterThanAnnouncedIsRefusedSoThatItIsSentAgain() {
    assertThatThrownBy(() -> bodies.whole(in(body(10)), 11, LONGEST, this::length))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
  }

  @Test
  void aBodyThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> bodies.whole(in(body(40 * 1024)), -1, LONGEST, this::length))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE));
  }

  private int length(ArrivingBodies.Arrived arrived) {
    try (InputStream in = arrived.open()) {
      return in.readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] body(int length) {
    byte[] body = new byte[length];
    Arrays.fill(body, (byte) 'x');
    return body;
  }

  private static InputStream in(byte[] body) {
    return new ByteArrayInputStream(body);
  }
}
