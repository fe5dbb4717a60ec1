package comms.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Load, a fault, its end, the drain, and the comparison of everything that the rig has seen.
 * Several may run on one rig, one after the other: what earlier ones sent is compared again.
 */
final class Scenario {

  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final int WARM = 100;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Rig rig;
  private final Scale scale;
  private final long seed;

  Scenario(Rig rig, Scale scale, long seed) {
    this.rig = rig;
    this.scale = scale;
    this.seed = seed;
  }

  Outcome run(Fault fault) throws Exception {
    Load load = fault.load();
    Stories stories = new Stories(seed, load.poisonEvery());
    ApplicationUnderTest application = rig.application();
    long unansweredBefore = rig.ledger().unanswered();
    try (SdkClient client =
            SdkClient.start(
                application.address(), application.key(), load, stories, rig.ledger(), seed);
        ShownFigures shown = new ShownFigures(application);
        Memory memory = Memory.of(application)) {
      warmUp();
      long memoryBefore = memory.now();

      Standing before = standing();
      fault.strike(rig, scale, seed);
      Standing after = standing();

      Duration recovery = recovery(client, after.at(), rig.ledger().owedAtOnce());
      Standing recovered = standing();
      long memoryMost = memory.most();

      client.finish(scale.limit());
      within(scale.limit(), () -> Comparison.isDrained(rig.ledger(), rig.stored(), shown));
      return new Outcome(
          fault.title(),
          rig.ledger().acknowledged(),
          rig.ledger().unanswered() - unansweredBefore,
          settled(shown),
          client.answers().between(before.at(), after.at()),
          recovery,
          after.backlogSince(before) / after.secondsSince(before),
          (recovered.stored() - after.stored()) / recovered.secondsSince(after),
          memoryBefore,
          memoryMost);
    }
  }

  /** How much was acknowledged and how much was stored at a time. */
  private record Standing(Instant at, long acknowledged, long stored) {

    long backlogSince(Standing before) {
      return Math.max(0, acknowledged - before.acknowledged - (stored - before.stored));
    }

    double secondsSince(Standing before) {
      return Math.max(1, Duration.between(before.at, at).toMillis()) / 1000.0;
    }
  }

  private Standing standing() throws IOException, InterruptedException {
    return new Standing(Instant.now(), rig.ledger().acknowledged(), rig.stored().count());
  }

  private void warmUp() {
    int before = rig.ledger().acknowledged();
    await()
        .atMost(WARM_UP)
        .pollInterval(POLL)
        .until(() -> rig.ledger().acknowledged() >= before + WARM);
  }

  /** Negative when it takes longer than allowed. */
  private Duration recovery(SdkClient client, Instant end, Set<String> owed)
      throws InterruptedException {
    boolean recovered =
        within(
            scale.limit(),
            () ->
                client.answers().between(end, Instant.MAX).ok() > 0
                    && rig.stored().count() >= owed.size()
                    && withoutStored(owed).isEmpty());
    return recovered ? Duration.between(end, Instant.now()) : Duration.ofMillis(-1);
  }

  private Set<String> withoutStored(Set<String> owed) throws IOException, InterruptedException {
    Set<String> missing = new HashSet<>(owed);
    missing.removeAll(rig.stored().keys());
    return missing;
  }

  /** The comparison once it is clean, or what it still is when it does not become so in time. */
  private Comparison settled(ShownFigures shown) throws IOException, InterruptedException {
    within(scale.settling(), () -> Comparison.of(rig.ledger(), rig.stored(), shown).isClean());
    return Comparison.of(rig.ledger(), rig.stored(), shown);
  }

  private static boolean within(Duration limit, Callable<Boolean> condition) {
    try {
      await()
          .atMost(limit)
          .pollInterval(POLL)
          .ignoreExceptionsInstanceOf(IOException.class)
          .until(condition);
      return true;
    } catch (ConditionTimeoutException tooLate) {
      return false;
    }
  }
}
