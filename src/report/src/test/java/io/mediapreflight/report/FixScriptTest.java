package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts are run by {@code sh}, with a program in place of FFmpeg that writes its last argument into the file that it names. */
class FixScriptTest {
    private static final Path SHELL = Path.of("/bin/sh");

    private static final String PROGRAM = """
            #!/bin/sh
            for last; do :; done
            case $* in *broken*) printf half > "${last#file:}"; exit 1 ;; esac
            printf '%s' "$*" > "${last#file:}"
            """;

    @TempDir
    private Path directory;

    @BeforeEach
    void makeTheProgram() throws IOException {
        assumeThat(Files.isExecutable(SHELL)).as("there is a shell").isTrue();
        Path program = Files.writeString(directory.resolve("program"), PROGRAM);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private static Verdict tall(String name) {
        return SampleResults.of("too-tall-300x900.jpg", SourceName.of(name));
    }

    private static byte[] script(Verdict... verdicts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FixScript script = new FixScript(out, new Tool("preflight", "0"), FixOptions.STANDARD);
        script.begin(Limits.klingV3MotionControl());
        Tally tally = new Tally();
        for (Verdict each : verdicts) {
            tally.add(each);
            script.add(each);
        }
        script.end(tally.summary(Duration.ZERO, true));
        return out.toByteArray();
    }

    private int run(byte[] script) throws IOException, InterruptedException {
        Path file = Files.write(directory.resolve("fix.sh"), script);
        ProcessBuilder builder = new ProcessBuilder(SHELL.toString(), file.toString())
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log());
        builder.environment().put("FFMPEG", "./program");
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private File log() {
        return directory.resolve("log").toFile();
    }

    private String said() throws IOException {
        return Files.readString(log().toPath(), StandardCharsets.UTF_8);
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !List.of("program", "fix.sh", "log").contains(name))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Arguments> names() {
        return HostileNames.all().filter(row -> !String.valueOf(row.get()[0]).contains("/"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("names")
    void a_name_is_data_whatever_it_spells(String name, String shown, String word) throws Exception {
        assertThat(run(script(tall(name)))).isZero();
        byte[] stem = SurrogateEscape.encode(name.substring(0, name.lastIndexOf('.')) + "-fixed.");
        String bytes = new String(stem, StandardCharsets.ISO_8859_1);
        Process list = new ProcessBuilder("ls").directory(directory.toFile()).start();
        String names = new String(list.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(names).contains(bytes);
        assertThat(said()).isEqualTo(shown + ": fixed\n");
    }

    @Test
    void it_may_be_run_twice() throws Exception {
        byte[] script = script(tall("a.jpg"), tall("-b.jpg"));
        assertThat(run(script)).isZero();
        assertThat(said()).isEqualTo("a.jpg: fixed\n-b.jpg: fixed\n");
        Files.writeString(directory.resolve("a-fixed.jpg"), "mine");
        assertThat(run(script)).isZero();
        assertThat(said()).isEqualTo("a.jpg: skipped, the copy exists\n-b.jpg: skipped, the copy exists\n");
        assertThat(directory.resolve("a-fixed.jpg")).hasContent("mine");
        assertThat(written()).containsExactly("-b-fixed.jpg", "a-fixed.jpg");
    }

    @Test
    void it_goes_on_after_a_failure_and_leaves_no_half_file() throws Exception {
        assertThat(run(script(tall("broken.jpg"), tall("a.jpg")))).isEqualTo(1);
        assertThat(said()).isEqualTo("broken.jpg: could not be fixed\na.jpg: fixed\n");
        assertThat(written()).containsExactly("a-fixed.jpg");
    }

    @Test
    void copies_of_one_name_are_numbered() throws Exception {
        assertThat(run(script(tall("a.jpg"), tall("a.jpeg"), tall("A.jpe"), tall("a.jpg"))))
                .isZero();
        assertThat(written()).containsExactly("A-fixed-3.jpg", "a-fixed-2.jpg", "a-fixed.jpg");
    }

    @Test
    void a_file_of_which_only_the_name_is_wrong_is_copied_and_keeps_its_own() throws Exception {
        Files.writeString(directory.resolve("mp4-named.mov"), "video");
        byte[] script = script(SampleResults.of("mp4-named.mov"));
        assertThat(run(script)).isZero();
        assertThat(said()).isEqualTo("mp4-named.mov: fixed\n");
        assertThat(directory.resolve("mp4-named.mov")).hasContent("video");
        assertThat(directory.resolve("mp4-named-fixed.mp4")).hasContent("video");
        assertThat(run(script)).isZero();
        assertThat(said()).isEqualTo("mp4-named.mov: skipped, the copy exists\n");
        assertThat(written()).containsExactly("mp4-named-fixed.mp4", "mp4-named.mov");
    }

    @Test
    void what_passes_or_has_no_plan_is_not_in_it_and_what_needs_an_examination_is_named() throws Exception {
        byte[] script = script(
                SampleResults.of("photo-small.jpg"), SampleResults.of("garbage.jpg"), SampleResults.of("clip.avi"));
        assertThat(run(script)).isZero();
        assertThat(said()).isEqualTo("clip.avi: no plan from its headers alone: use preflight fix\n");
        assertThat(written()).isEmpty();
    }

    @Test
    void the_media_of_a_request_are_fixed_each() throws Exception {
        Verdict request = SampleResults.request(
                "720P", SampleResults.of("too-tall-300x900.jpg"), SampleResults.of("too-long-30.1s.mp4"));
        assertThat(run(script(request))).isZero();
        assertThat(written()).containsExactly("too-long-30.1s-fixed.mp4", "too-tall-300x900-fixed.jpg");
    }

    @Test
    void it_says_what_it_is() throws IOException {
        assertThat(new String(script(), StandardCharsets.UTF_8))
                .startsWith("#!/bin/sh\n# Made by preflight 0: ")
                .contains("\nset -u\n")
                .endsWith("\nexit \"$failed\"\n");
    }
}
