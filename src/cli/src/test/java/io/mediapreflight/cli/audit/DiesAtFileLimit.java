package io.mediapreflight.cli.audit;

import io.mediapreflight.cli.Main;

/**
 * The program, killed by the system at the very write that passes the limit of file sizes ({@code ulimit -f}). A JVM otherwise
 * catches that signal, and the write fails instead.
 */
final class DiesAtFileLimit {
    private DiesAtFileLimit() {}

    /** By reflection, since the compiler warns of the class by name whatever is suppressed. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object fileSizeExceeded = signal.getConstructor(String.class).newInstance("XFSZ");
        Object deadly = handler.getField("SIG_DFL").get(null);
        signal.getMethod("handle", signal, handler).invoke(null, fileSizeExceeded, deadly);
        Main.main(arguments);
    }
}
