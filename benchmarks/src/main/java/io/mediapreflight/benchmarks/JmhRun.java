package io.mediapreflight.benchmarks;

import io.mediapreflight.benchmarks.contender.Contender;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.sample.MediaDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** JMH with its own options; {@code -p dir=…}, {@code -p file=…} and {@code -p contender=…} narrow {@link CheckBenchmark}. */
final class JmhRun {
    private JmhRun() {}

    static void run(String[] args) throws Exception {
        CommandLineOptions options = new CommandLineOptions(args);
        boolean isCheck = options.getIncludes().isEmpty()
                || options.getIncludes().stream().allMatch(CheckBenchmark.class.getSimpleName()::equals);
        if (!isCheck || options.shouldHelp() || options.shouldList()) {
            Main.main(args);
            return;
        }
        List<String> directories = new ArrayList<>(options.getParameter("dir").orElse(List.of("")));
        List<RunResult> results = new ArrayList<>();
        for (String name : directories) {
            try (MediaDirectory directory = MediaDirectory.of(name)) {
                results.addAll(results(options, directory));
            }
        }
        ResultFormatFactory.getInstance(ResultFormatType.TEXT, System.out).writeOut(results);
        ResultFormatType type = options.getResultFormat().orElse(ResultFormatType.JSON);
        String file = options.getResult().orElse("jmh-result." + type.toString().toLowerCase(Locale.ROOT));
        ResultFormatFactory.getInstance(type, file).writeOut(results);
    }

    /** One run for each format, since not every contender reads every format. */
    private static List<RunResult> results(CommandLineOptions options, MediaDirectory directory)
            throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (Media media : Media.values()) {
            String[] files = chosen(options, "file", directory.names(media));
            String[] contenders = chosen(options, "contender", names(media));
            if (files.length > 0 && contenders.length > 0) {
                results.addAll(new Runner(new OptionsBuilder()
                                .parent(options)
                                .include(CheckBenchmark.class.getName())
                                .param("dir", directory.root().toString())
                                .param("file", files)
                                .param("contender", contenders)
                                .build())
                        .run());
            }
        }
        return results;
    }

    private static List<String> names(Media media) {
        List<Contender> all = new ArrayList<>(Contenders.inProcess());
        all.addAll(Contenders.processes());
        return all.stream()
                .filter(contender -> contender.reads().contains(media))
                .map(Contender::name)
                .toList();
    }

    private static String[] chosen(CommandLineOptions options, String parameter, List<String> all) {
        var wanted = options.getParameter(parameter);
        Set<String> names = Set.copyOf(wanted.hasValue() ? wanted.get() : all);
        return all.stream().filter(names::contains).toArray(String[]::new);
    }
}
