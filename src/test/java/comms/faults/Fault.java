package comms.faults;

import static org.awaitility.Awaitility.await;

import comms.faults.Rig.Setup;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;

/** What can go wrong: what it needs, what is sent meanwhile, and how it begins and ends. */
enum Fault {
  APPLICATION_KILLED(
      "kill -9 of the application", Setup.PLAIN.startedOften(), Load.NORMAL.inLargeRequests()) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      Random random = new Random(seed);
      for (int i = 0; i < scale.kills() || rig.ledger().acknowledged() < scale.events(); i++) {
        if (random.nextInt(3) == 0) {
          runOn(random.nextInt(STARTING));
        } else {
          rig.application().awaitReady();
          awaitAcknowledgement(rig);
          runOn(random.nextInt(SERVING));
        }
        rig.application().kill();
        rig.application().launch();
      }
    }
  },

  ENGINE_KILLED("kill -9 of the engine", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      Random random = new Random(seed);
      for (int i = 0; i < scale.fewerKills(); i++) {
        awaitAcknowledgement(rig);
        runOn(random.nextInt(SERVING));
        rig.engine().kill();
        rig.engine().startAgain();
      }
    }
  },

  BOTH_KILLED("kill -9 of both", Setup.PLAIN.startedOften(), Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      Random random = new Random(seed);
      for (int i = 0; i < scale.fewerKills(); i++) {
        rig.application().awaitReady();
        awaitAcknowledgement(rig);
        runOn(random.nextInt(SERVING));
        rig.engine().kill();
        rig.application().kill();
        rig.engine().startAgain();
        rig.application().launch();
      }
    }
  },

  ENGINE_STOPPED("engine stopped", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.engine().stop();
      runOn(scale.absence());
      rig.engine().startAgain();
    }
  },

  ENGINE_FROZEN("engine frozen (SIGSTOP)", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.engine().freeze();
      runOn(scale.hold());
      rig.engine().thaw();
    }
  },

  ENGINE_READ_ONLY("engine's disk read-only", Setup.withEngineDisk(2_000), Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.engineDisk().makeReadOnly();
      runOn(scale.hold());
      rig.engineDisk().makeWritable();
    }
  },

  ENGINE_DISK_FULL("engine's disk full", Setup.withEngineDisk(2_000), Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.engineDisk().fill();
      runOn(scale.hold());
      rig.engineDisk().free();
    }
  },

  APPLICATION_DISK_FULL("application's disk full", Setup.withApplicationDisk(300), Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.applicationDisk().fill();
      runOn(scale.hold());
      rig.applicationDisk().free();
    }
  },

  CONNECTION_CUT("connection cut after the insert", Setup.PROXIED, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      long before = rig.proxy().cuts();
      rig.proxy().cut(0.2);
      runOn(scale.hold().dividedBy(2));
      // The driver sends some statements again by itself; now that does not help it.
      rig.proxy().cut(0.9);
      runOn(scale.hold().dividedBy(2));
      rig.proxy().cut(0);
      if (rig.proxy().cuts() == before) {
        throw new AssertionError("No connection was cut");
      }
    }
  },

  COPIES_AND_WRONG_CLOCKS(
      "five copies of everything, shuffled, clocks wrong by 48 h",
      Setup.PLAIN,
      Load.NORMAL.withCopies(5).withWrongClocks()) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      runOn(scale.hold());
    }
  },

  POISON("one event in a thousand is poison", Setup.PROXIED, Load.NORMAL.withPoisonEvery(1_000)) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      rig.proxy().refuse(Stories.poisonMark());
      runOn(scale.hold());
      await().atMost(scale.limit()).until(() -> rig.proxy().refusals() > 0);
    }
  },

  TEN_TIMES_THE_LOAD("ten times the load", Setup.PLAIN, Load.NORMAL.tenTimes()) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      runOn(scale.hold());
    }
  },

  SLOW_SOCKETS("slow sockets of strangers", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      ApplicationUnderTest application = rig.application();
      try (SlowSockets _ =
          SlowSockets.open(application.address(), application.key(), scale.sockets())) {
        runOn(scale.hold());
      }
    }
  },

  ANONYMOUS_FLOOD("flood of anonymous requests", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      AnonymousFlood.pour(rig.application().address(), scale.strangers());
    }
  },

  WIDE_QUESTIONS("questions that are far too wide", Setup.PLAIN, Load.NORMAL) {
    @Override
    void strike(Rig rig, Scale scale, long seed) throws Exception {
      WideQuestions.makeTemplates(rig);
      WideQuestions.ask(rig.application(), scale.hold());
    }
  };

  /** Milliseconds within which the application is struck while it serves. */
  private static final int SERVING = 2_000;

  /** Milliseconds within which it is struck while it starts. */
  private static final int STARTING = 4_000;

  private static final Duration PROGRESS = Duration.ofMinutes(1);

  private final String title;
  private final Setup setup;
  private final Load load;

  Fault(String title, Setup setup, Load load) {
    this.title = title;
    this.setup = setup;
    this.load = load;
  }

  /** Brings the fault about, lets it last, and ends it. */
  abstract void strike(Rig rig, Scale scale, long seed) throws Exception;

  /** As it is called on the command line, for example {@code engine-stopped}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String title() {
    return title;
  }

  Setup setup() {
    return setup;
  }

  Load load() {
    return load;
  }

  private static void awaitAcknowledgement(Rig rig) {
    int before = rig.ledger().acknowledged();
    await().atMost(PROGRESS).until(() -> rig.ledger().acknowledged() > before);
  }

  /** Lets the load run on for so long; there is nothing else to wait for. */
  private static void runOn(Duration time) throws InterruptedException {
    Thread.sleep(time);
  }

  private static void runOn(int milliseconds) throws InterruptedException {
    Thread.sleep(milliseconds);
  }
}
