package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.Submitter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonGenerator;

/** A runtime image of core and submit alone, with the program of {@code src/consumers/modules}. */
@Tag("heavy")
class RuntimeImageTest {
    private static final Path SOURCES = Path.of("..", "consumers", "modules", "src", "main", "java");

    @TempDir
    private static Path directory;

    @BeforeAll
    static void links_the_image() throws IOException {
        String modules = Stream.of(
                        Path.of("..", "core", "target", "classes"),
                        Path.of("..", "json", "target", "classes"),
                        place(Submitter.class),
                        place(JsonGenerator.class),
                        place(NullMarked.class))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        Path program = directory.resolve("program");
        List<String> compilation =
                new ArrayList<>(List.of("-Xlint:all", "-Werror", "--module-path", modules, "--class-path", "", "-d"));
        compilation.add(program.toString());
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(compilation::add);
        }
        run("javac", compilation);
        run(
                "jlink",
                List.of(
                        "--module-path",
                        modules + File.pathSeparator + program,
                        "--add-modules",
                        "org.example.uploads",
                        "--launcher",
                        "uploads=org.example.uploads/org.example.uploads.Main",
                        "--output",
                        directory.resolve("image").toString()));
    }

    private static Path place(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void run(String tool, List<String> arguments) {
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(printer, printer, arguments.toArray(String[]::new));
        assertThat(code).as(output.toString()).isZero();
    }

    @Test
    void checks_and_submits_with_its_own_modules() throws Exception {
        assertThat(output(
                        "uploads",
                        sample("too-small-299x400.jpg"),
                        sample("photo-small.jpg"),
                        sample("clip-4s-faststart.mp4")))
                .satisfiesExactly(
                        checked -> assertThat(checked).startsWith("FAIL: ").contains("299"),
                        request -> assertThat(request)
                                .startsWith("POST {")
                                .contains("\"https://media.example.org/dance.mp4\""),
                        // Of the submitter's own file of texts, which the core reads in another module.
                        outcome -> assertThat(outcome).isEqualTo("not known: the transport failed: a dry run"),
                        module -> assertThat(module).isEqualTo("module org.example.uploads"));
    }

    @Test
    void has_no_more_modules_than_they_need() throws Exception {
        assertThat(output("java", "--list-modules").stream().map(each -> each.replaceAll("@.*", "")))
                .containsExactlyInAnyOrder(
                        "io.mediapreflight.core",
                        "io.mediapreflight.json",
                        "io.mediapreflight.submit",
                        "java.base",
                        "java.net.http",
                        "org.example.uploads",
                        "tools.jackson.core");
    }

    private static String sample(String name) {
        return Path.of("..", "..", "testdata", name).toString();
    }

    private static List<String> output(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(directory.resolve("image").resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return Files.readAllLines(output, StandardCharsets.UTF_8);
    }
}
