package comms.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The faults that every build waits for, on one rig; {@code bin/faults} has the others. After each
 * of them all that was acknowledged is stored once, nothing else is, and every figure is right.
 */
class FaultsIT {

  private static final long SEED = 7;

  @TempDir private static Path directory;
  private static Rig rig;

  @BeforeAll
  static void startOnce() throws Exception {
    rig = Rig.start(directory, Rig.Setup.PROXIED.startedOften());
  }

  @AfterAll
  static void end() throws IOException {
    rig.close();
  }

  @Test
  void survivesKillsOfTheApplication() throws Exception {
    assertClean(Fault.APPLICATION_KILLED);
  }

  @Test
  void survivesAKillOfTheEngine() throws Exception {
    assertClean(Fault.ENGINE_KILLED);
  }

  @Test
  void survivesConnectionsThatAreCutAfterTheInsert() throws Exception {
    assertClean(Fault.CONNECTION_CUT);
  }

  @Test
  void countsCopiesOnceWhateverTheClocksSay() throws Exception {
    assertClean(Fault.COPIES_AND_WRONG_CLOCKS);
  }

  @Test
  void putsPoisonIntoQuarantineAndStoresTheRest() throws Exception {
    assertClean(Fault.POISON);
    assertThat(rig.ledger().poison()).isNotEmpty();
  }

  @Test
  void answersEverySenderWhileStrangersHoldSockets() throws Exception {
    assertOpenDoors(assertClean(Fault.SLOW_SOCKETS));
  }

  @Test
  void keepsNothingForStrangers() throws Exception {
    assertOpenDoors(assertClean(Fault.ANONYMOUS_FLOOD));
  }

  private static void assertOpenDoors(Outcome outcome) {
    assertThat(outcome.during().ok()).isPositive();
    assertThat(outcome.during().refused()).isZero();
    assertThat(outcome.during().none()).isZero();
  }

  private static Outcome assertClean(Fault fault) throws Exception {
    Outcome outcome = new Scenario(rig, Scale.SHORT, SEED).run(fault);
    System.out.println(outcome.row());
    assertThat(outcome.isClean()).as(outcome.row() + "\n" + outcome.details()).isTrue();
    return outcome;
  }
}
