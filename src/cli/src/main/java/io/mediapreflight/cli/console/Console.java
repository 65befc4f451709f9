package io.mediapreflight.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * What a run touches of the process it is in; tests have their own.
 *
 * @param in standard input
 * @param out standard output, unbuffered: callers write whole results
 * @param err standard error
 * @param coloured whether standard output is a terminal on which colours are welcome
 * @param interruption reports Ctrl-C
 * @param environment whatever else is asked of the process
 */
public record Console(
        InputStream in,
        OutputStream out,
        OutputStream err,
        boolean coloured,
        Interruption interruption,
        Environment environment) {
    /** In an environment where nothing is set. */
    public Console(InputStream in, OutputStream out, OutputStream err, boolean coloured, Interruption interruption) {
        this(in, out, err, coloured, interruption, new Environment.None());
    }

    /** Reports Ctrl-C and similar signals. */
    public interface Interruption {
        /**
         * Has {@code finish} called, on another thread, when the process is to end. A process that ends by itself may call
         * it as well.
         */
        void onEnd(Runnable finish);
    }

    /** Those of this process. */
    public static Console ofProcess() {
        Environment environment = new Environment.OfProcess();
        return new Console(
                new StandardInput(),
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                new FileOutputStream(FileDescriptor.err),
                environment.isShown() && welcomesColour(System.getenv()),
                new ShutdownHook(),
                environment);
    }

    /** Whether the environment neither forbids colours (no-color.org) nor speaks of a terminal that knows none. */
    static boolean welcomesColour(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    }

    /** The JVM runs its hooks for SIGINT, SIGTERM and SIGHUP, and ends with 128 + the signal's number by itself. */
    private static final class ShutdownHook implements Interruption {
        @Override
        public void onEnd(Runnable finish) {
            Runtime.getRuntime().addShutdownHook(new Thread(finish, "finish"));
        }
    }
}
