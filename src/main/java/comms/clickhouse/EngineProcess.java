package comms.clickhouse;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The main class of the engine's own process: it calls the engine library as {@code clickhouse
 * local} with the arguments it was given, and ends when that call returns. It uses nothing but the
 * JDK, so that its class file alone can be started, however the application is packaged.
 *
 * <p>Arguments: the library's path, then the engine's own. Exit codes: 0 when the engine returned
 * (which it also does after an error, written to standard error), {@value #UNFIT_LIBRARY} when the
 * library cannot be used.
 */
final class EngineProcess {

  static final int UNFIT_LIBRARY = 78;

  private static final String ENTRY = "chdb_query_cmdline";
  private static final int SIGTERM = 15;
  private static final long IGNORE = 1;

  /** The engine sees its input end when its parent dies; this is how long it may then take. */
  private static final long SECONDS_TO_END = 30;

  private EngineProcess() {}

  public static void main(String[] args) throws Throwable {
    endSoonAfterParent();
    leaveTerminal();
    // Not System.exit: the engine's threads still run, and its exit handlers trip over them.
    Runtime.getRuntime().halt(call(Path.of(args[0]), List.of(args).subList(1, args.length)));
  }

  private static int call(Path library, List<String> arguments) throws Throwable {
    MemorySegment entry;
    try {
      // The global arena never unloads the library, whose threads outlive the call.
      entry = SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow(ENTRY);
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      return UNFIT_LIBRARY;
    }
    AddressLayout pointer = ValueLayout.ADDRESS;
    MemorySegment argv = Arena.global().allocate(pointer, arguments.size() + 2L);
    argv.setAtIndex(pointer, 0, Arena.global().allocateFrom("clickhouse"));
    for (int i = 0; i < arguments.size(); i++) {
      argv.setAtIndex(pointer, i + 1L, Arena.global().allocateFrom(arguments.get(i)));
    }
    var shape = FunctionDescriptor.of(pointer, ValueLayout.JAVA_INT, pointer);
    Object _ =
        Linker.nativeLinker().downcallHandle(entry, shape).invoke(arguments.size() + 1, argv);
    return 0;
  }

  /** A session of its own: Ctrl-C in the terminal reaches the application, which ends this one. */
  private static void leaveTerminal() throws Throwable {
    Linker linker = Linker.nativeLinker();
    var setsid =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setsid"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT));
    Object _ = setsid.invoke();
    var signal =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("signal"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG));
    Object _ = signal.invoke(SIGTERM, IGNORE);
  }

  /** A last resort, should the engine hang although its input has ended with its parent. */
  private static void endSoonAfterParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> {
              CompletableFuture<Void> _ =
                  parent
                      .onExit()
                      .thenRunAsync(
                          () -> Runtime.getRuntime().halt(1),
                          CompletableFuture.delayedExecutor(SECONDS_TO_END, TimeUnit.SECONDS));
            });
  }
}
