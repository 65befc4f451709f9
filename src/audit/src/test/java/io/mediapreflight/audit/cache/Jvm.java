package io.mediapreflight.audit.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Child processes with the class path of the tests. Their errors are printed here. */
final class Jvm {
    private Jvm() {}

    static Process start(String option, Class<?> main, String... arguments) throws IOException {
        return builder(List.of(), option, main, arguments).start();
    }

    /** Behind a prefix such as {@code sh -c '…; exec "$@"' sh}. */
    static ProcessBuilder builder(List<String> prefix, String option, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", option, "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
