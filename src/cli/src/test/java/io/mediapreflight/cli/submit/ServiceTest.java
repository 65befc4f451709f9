package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of {@code submit}, {@code task} and {@code journal} share: a service, a state directory, and a key to hide. */
abstract class ServiceTest {
    static final String KEY = "sk-cli-0123456789abcdef";

    static final String REQUEST = "{\"model\":\"kling/kling-v3-motion-control\",\"prompt\":\"a dance\","
            + "\"reference_images\":[{\"url\":\"https://media.example.org/a.jpg\"}],"
            + "\"reference_videos\":[{\"url\":\"https://media.example.org/b.mp4\"}],"
            + "\"extra_params\":{\"character_orientation\":\"video\"}}";

    @TempDir
    Path directory;

    StubService service;
    final Map<String, String> variables = new TreeMap<>();
    Console.Interruption interruption = finish -> {};
    boolean watched;
    String input = "";
    /** Instead of the one whose text a run has. */
    @Nullable
    OutputStream output;

    private final StringBuilder everything = new StringBuilder();

    @BeforeEach
    void start() throws IOException {
        service = new StubService();
        variables.put("IMINI_API_KEY", KEY);
        variables.put("IMINI_BASE_URL", service.url());
        variables.put("XDG_STATE_HOME", directory.resolve("state").toString());
    }

    @AfterEach
    void nothing_shows_the_key() throws IOException {
        service.close();
        assertThat(everything.toString()).doesNotContain(KEY);
        if (Files.exists(journal())) {
            assertThat(Files.readString(journal())).doesNotContain(KEY);
        }
    }

    Path journal() {
        return directory.resolve("state/preflight/journal.jsonl");
    }

    Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        TestEnvironment environment = new TestEnvironment(variables, watched, Optional.empty());
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int code =
                Main.run(args, new Console(in, output == null ? out : output, err, false, interruption, environment));
        Run run = new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        everything.append(run);
        if (run.out().startsWith("{\n")) {
            OutputSchema.requireValid(run.out());
        }
        return run;
    }

    /** Submits the request that passes, with more arguments. */
    Run submit(String... more) throws IOException {
        return submitRequest(REQUEST, "clip-4s-faststart.mp4", more);
    }

    Run submitRequest(String json, String video, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("submit", "--offline", file("request.json", json)));
        args.addAll(List.of("--image-file", Run.sample("smallest-300x300.jpg")));
        args.addAll(List.of("--video-file", Run.sample(video)));
        args.addAll(List.of(more));
        return run(args.toArray(String[]::new));
    }

    String file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content).toString();
    }
}
