package io.mediapreflight.benchmarks;

import io.mediapreflight.benchmarks.compare.Comparison;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The comparison, unless JMH or the rendering of kept results is asked for. */
final class Main {
    private Main() {}

    /** {@code [jmh JMH_OPTIONS | render RESULTS | COMPARISON_OPTIONS]}. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        switch (command) {
            case "jmh" -> JmhRun.run(Arrays.copyOfRange(args, 1, args.length));
            case "render" -> Comparison.render(Path.of(args[1]));
            default -> Comparison.run(List.of(args));
        }
    }
}
