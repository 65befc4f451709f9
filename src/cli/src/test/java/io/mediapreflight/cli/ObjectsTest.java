package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.store.ObjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects in a store, on the command line and nowhere else. */
class ObjectsTest {
    private static ObjectStore store;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() throws Exception {
        store = new ObjectStore();
        byte[] clip = Mp4Builder.clip().mediaData(300_000).moovLast().bytes();
        store.put("clips/dance.mp4", clip);
        store.put("clips/b/photo.png", PngBuilder.image().size(400, 400).bytes());
        store.put("clips/small.png", PngBuilder.image().size(20, 20).bytes());
        store.put("clips/notes.txt", new byte[] {'n', 'o'});
    }

    @AfterAll
    static void stop() throws Exception {
        store.stop();
    }

    @BeforeEach
    void reset() {
        store.forgetCounts();
    }

    private static Run run(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--endpoint-url", store.endpoint()));
        return Run.of(all.toArray(String[]::new));
    }

    @Test
    void a_check_reads_the_headers_of_each_object_and_keeps_their_order() {
        Run run = run(
                "check",
                "--format",
                "jsonl",
                "s3://media/clips/dance.mp4",
                Run.sample("drawing.png"),
                "s3://media/clips/none.mp4",
                "s3://media/clips/small.png");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out().lines())
                .hasSize(4)
                .satisfiesExactly(
                        line -> assertThat(line)
                                .contains("\"source\":\"s3://media/clips/dance.mp4\"", "\"outcome\":\"pass\""),
                        line -> assertThat(line).contains("drawing.png"),
                        line -> assertThat(line).contains("none.mp4", "\"outcome\":\"fail\"", "no such object"),
                        line -> assertThat(line).contains("small.png", "\"outcome\":\"fail\""));
        assertThat(store.reads()).isEqualTo(4);
    }

    @Test
    void a_check_of_a_prefix_checks_what_is_below_it() {
        Run run = run("check", "--format", "jsonl", "s3://media/clips/");
        assertThat(run.out().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line).contains("\"root\":\"s3://media/clips/\""));
    }

    @Test
    void an_audit_with_a_cache_reads_nothing_twice() {
        String cache = directory.resolve("facts.db").toString();
        Run first = run("audit", "--cache", cache, "--format", "jsonl", "s3://media/clips");
        assertThat(first.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(store.reads()).isPositive();
        store.forgetCounts();
        Run second = run("audit", "--cache", cache, "--format", "jsonl", "s3://media/clips");
        assertThat(second.code()).isEqualTo(first.code());
        assertThat(second.out().lines().count()).isEqualTo(first.out().lines().count());
        assertThat(store.reads()).isZero();
        assertThat(store.others()).isEqualTo(2); // one for the object of that name, and one for what is below
    }

    @Test
    void patterns_choose_among_keys() {
        Run run = run("audit", "--format", "jsonl", "--include", "*.png", "--exclude", "b/", "s3://media/clips");
        assertThat(run.out().lines().filter(line -> line.contains("\"source\"")))
                .singleElement()
                .asString()
                .contains("small.png");
    }

    @Test
    void a_directory_and_a_prefix_are_audited_in_their_order() throws IOException {
        Files.copy(Path.of(Run.sample("drawing.png")), directory.resolve("a.png"));
        Run run = run("audit", "--format", "jsonl", directory.toString(), "s3://media/clips", directory.toString());
        assertThat(run.out().lines().filter(line -> line.contains("\"source\"")))
                .hasSize(6)
                .first()
                .asString()
                .contains("a.png");
        assertThat(run.out().lines().filter(line -> line.contains("\"source\"")).skip(5))
                .allSatisfy(line -> assertThat(line).contains("a.png"));
    }

    @Test
    void offline_reads_nothing() {
        Run run = run("check", "--offline", "s3://media/clips/dance.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("nothing is fetched offline");
        assertThat(store.reads()).isZero();
    }

    @Test
    void a_list_and_a_manifest_name_no_objects() throws IOException {
        Path list = Files.writeString(directory.resolve("list.txt"), "s3://media/clips/dance.mp4\nS3://media/clips\n");
        Path manifest = Files.writeString(directory.resolve("jobs.csv"), "image,video\n,s3://media/clips/dance.mp4\n");
        for (Run run : List.of(
                Run.of("audit", "--files-from", list.toString()), Run.of("audit", "--manifest", manifest.toString()))) {
            assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
            assertThat(run.out().replaceAll("\\s+", " ")).contains("named on the command line only");
        }
        assertThat(store.reads() + store.others()).isZero();
    }

    @Test
    void a_request_names_no_objects() throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), """
                {"model": "kling/kling-v3-motion-control",
                 "reference_images": [{"url": "s3://media/clips/photo.png"}],
                 "reference_videos": [{"url": "s3://media/clips/dance.mp4"}],
                 "character_orientation": "video", "resolution": "720p"}
                """);
        Run run = Run.of("check", "--request", request.toString(), "--format", "json");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).contains("request.image.url", "request.video.url");
        assertThat(store.reads() + store.others()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3://", "s3:///clips/a.mp4", "s3://a/b", "S3://media/a.mp4", "s3://169.254.169.254/latest"})
    void a_name_of_another_form_is_refused(String name) {
        Run run = run("check", name);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("cannot be read");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_fix_is_planned_from_the_headers() {
        Run run = run("fix", "--dry-run", "--output-dir", directory.toString(), "s3://media/clips/small.png");
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("plan: scale up to 300x300");
        assertThat(store.reads()).isEqualTo(1);
        assertThat(store.others()).isZero(); // who may read an object need not be allowed to list others
    }

    @Test
    void what_passes_is_downloaded_for_a_directory_of_copies() {
        Run run = run("fix", "--copy-passing", "--output-dir", directory.toString(), "s3://media/clips/dance.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(directory.resolve("dance.mp4")).hasSize(store.size("clips/dance.mp4"));
    }

    @Test
    void the_copies_of_what_is_below_a_prefix_lie_at_the_same_places() throws IOException {
        List<String> fix = List.of(
                "fix",
                "--copy-passing",
                "--output-dir",
                directory.toString(),
                "s3://media/tree/",
                "s3://media/tree/a.mp4");
        store.put("tree/a.mp4", Mp4Builder.clip().bytes());
        store.put("tree/b/photo.png", PngBuilder.image().size(400, 400).bytes());
        store.put("tree/b/notes.txt", new byte[] {'n', 'o'});
        assertThat(run(fix.toArray(String[]::new)).code()).isEqualTo(ExitCode.PASSED);
        assertThat(files()).containsExactly("a.mp4", "b/photo.png");

        Run again = run(fix.toArray(String[]::new));
        assertThat(again.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(again.out()).contains("b/photo.png exists already");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Tag("heavy")
    @Test
    void a_fixed_copy_of_an_object_passes() throws Exception {
        store.put("fix/small.jpg", Path.of(Run.sample("too-small-299x400.jpg")));
        Run run = run("fix", "--output-dir", directory.toString(), "s3://media/fix/small.jpg");
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(Run.of("check", directory.toString()).code()).isEqualTo(ExitCode.PASSED);
    }

    @Tag("heavy")
    @Test
    void a_deep_audit_downloads_what_it_decodes_and_leaves_nothing_behind() throws Exception {
        store.put("deep/clip.mp4", Path.of(Run.sample("clip-4s-faststart.mp4")));
        Run run = run("audit", "--deep", "--format", "jsonl", "s3://media/deep/");
        assertThat(run.out()).contains("\"decoding\":\"decoded\"");
        assertThat(run("check", "--deep", "--format", "jsonl", "s3://media/deep/clip.mp4")
                        .out())
                .contains("\"decoding\":\"decoded\"");
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(left).noneMatch(file -> file.getFileName().toString().startsWith("preflight-s3-"));
        }
    }

    static Stream<List<String>> wrongOptions() {
        return Stream.of(
                List.of("check", "--endpoint-url", "http://127.0.0.1:9", Run.sample("drawing.png")),
                List.of("audit", "--no-sign-request", "."),
                List.of("audit", "--pairs", "s3://media/clips"),
                List.of("fix", "s3://media/clips/small.png"),
                List.of("fix", "s3://media/clips/"),
                List.of("check", "--endpoint-url", "ftp://user:password@store", "s3://media/a.mp4"));
    }

    @ParameterizedTest
    @MethodSource("wrongOptions")
    void options_about_nothing_are_refused(List<String> args) {
        Run run = Run.of(args.toArray(String[]::new));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).doesNotContain("password");
    }

    @Test
    void no_output_has_a_secret() {
        for (String verbosity : List.of("--quiet", "--verbose")) {
            Run run = run("audit", verbosity, "s3://another/clips", "s3://media/none");
            assertThat(run.out() + run.err()).doesNotContain("secret").doesNotContain("Signature");
        }
    }
}
