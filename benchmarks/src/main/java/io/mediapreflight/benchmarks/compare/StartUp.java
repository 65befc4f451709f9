package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.compare.Results.ProcessFigure;
import io.mediapreflight.benchmarks.sample.Testdata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.commons.io.file.PathUtils;

/** One file checked by {@code bin/preflight}, launcher and JVM included, in turn with an empty Java program. */
final class StartUp {
    static final String EMPTY = "empty Java program";
    static final String JPEG = "preflight check, JPEG";
    static final String MP4 = "preflight check, MP4";
    static final String JSON = "preflight check --format json, JPEG";

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 25;

    private StartUp() {}

    /** Nothing where the command line is not built. */
    static List<ProcessFigure> measure() throws IOException, InterruptedException {
        Path repository = Testdata.repository();
        Path launcher = repository.resolve("bin/preflight");
        Path jpeg = repository.resolve("testdata/photo-small.jpg");
        Path mp4 = repository.resolve("testdata/clip-4s-faststart.mp4");
        Path classes = Files.createTempDirectory("preflight-");
        try {
            Map<String, List<String>> commands = new LinkedHashMap<>();
            commands.put(EMPTY, List.of(java(), "-cp", emptyProgram(classes), EmptyProgram.class.getName()));
            commands.put(JPEG, List.of(launcher.toString(), "check", jpeg.toString()));
            commands.put(MP4, List.of(launcher.toString(), "check", mp4.toString()));
            commands.put(JSON, List.of(launcher.toString(), "check", "--format", "json", jpeg.toString()));
            for (List<String> command : commands.values()) {
                if (!ends(command)) {
                    System.out.println("start-up is not measured: " + String.join(" ", command)
                            + " fails; build it with: mvn -q -B package -Dmaven.test.skip=true");
                    return List.of();
                }
            }
            return figures(commands);
        } finally {
            PathUtils.deleteDirectory(classes);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The class in a directory of its own, since a large jar on the class path takes time to open. */
    private static String emptyProgram(Path classes) throws IOException {
        String name = EmptyProgram.class.getName().replace('.', '/') + ".class";
        Path file = classes.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        try (InputStream in =
                Objects.requireNonNull(StartUp.class.getClassLoader().getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return classes.toString();
    }

    private static List<ProcessFigure> figures(Map<String, List<String>> commands)
            throws IOException, InterruptedException {
        Map<String, List<Double>> millis = new LinkedHashMap<>();
        commands.keySet().forEach(name -> millis.put(name, new ArrayList<>()));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                long start = System.nanoTime();
                ends(command.getValue());
                double took = (System.nanoTime() - start) / 1e6;
                if (round >= 0) {
                    Objects.requireNonNull(millis.get(command.getKey())).add(took);
                }
            }
        }
        List<Double> empty = Objects.requireNonNull(millis.get(EMPTY));
        List<ProcessFigure> figures = new ArrayList<>();
        millis.forEach((name, values) -> figures.add(new ProcessFigure(
                name,
                Collections.min(values),
                Quartiles.of(IntStream.range(0, ROUNDS).mapToDouble(i -> values.get(i) / empty.get(i))))));
        return figures;
    }

    private static boolean ends(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }
}
