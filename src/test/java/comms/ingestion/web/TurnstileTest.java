package comms.ingestion.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comms.ingestion.DoorLimits;
import comms.ingestion.Refusal;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class TurnstileTest {

  private static final long MEBIBYTE = 1024 * 1024;

  private final Turnstile turnstile = new Turnstile(limits());

  private static DoorLimits limits() {
    return new Binder(
            new MapConfigurationPropertySource(
                java.util.Map.of("comms.door.in-flight", "4", "comms.door.imports", "1")))
        .bindOrCreate("comms.door", Bindable.of(DoorLimits.class));
  }

  @Test
  void whoeverComesWhenAllPlacesAreTakenIsAskedToComeAgain() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<Boolean> large = inside(3 * MEBIBYTE, leave);

    assertThatThrownBy(() -> turnstile.request(10, () -> true))
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());

    leave.countDown();
    assertThat(large.join()).isTrue();
    assertThat(turnstile.<Boolean>request(10, () -> true)).isTrue();
  }

  @Test
  void aRequestLargerThanAllPlacesGetsInAlone() {
    assertThat(turnstile.<Boolean>request(100 * MEBIBYTE, () -> true)).isTrue();
    assertThat(turnstile.<Boolean>request(0, () -> true)).isTrue();
  }

  @Test
  void aPlaceIsFreeAgainAfterARefusal() {
    for (int n = 0; n < 10; n++) {
      assertThatThrownBy(
              () ->
                  turnstile.stranger(
                      () -> {
                        throw new Refusal(Refusal.Kind.UNREADABLE, "no");
                      }))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNREADABLE));
    }
  }

  @Test
  void aBodyThatTakesTooLongIsRefusedSoThatItIsSentAgain() {
    InputStream late =
        new InTimeInputStream(new ByteArrayInputStream(new byte[] {1, 2}), Duration.ofNanos(-1));
    assertThatThrownBy(late::read)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.passes()).isTrue());
  }

  private CompletableFuture<Boolean> inside(long length, CountDownLatch leave)
      throws InterruptedException {
    CountDownLatch in = new CountDownLatch(1);
    CompletableFuture<Boolean> request =
        CompletableFuture.supplyAsync(
            () ->
                turnstile.request(
                    length,
                    () -> {
                      in.countDown();
                      try {
                        leave.await();
                        return true;
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
    in.await();
    return request;
  }
}
