package io.mediapreflight.cli.audit;

import static io.mediapreflight.cli.audit.AuditedDirectory.audit;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixScriptOptionTest {
    @TempDir
    Path root;

    private AuditedDirectory directory;
    private String script;

    @BeforeEach
    void start() throws IOException {
        directory = AuditedDirectory.of(root);
        script = directory.path("fix.sh");
    }

    @Test
    void a_script_has_a_line_for_each_file_with_a_plan() throws IOException {
        Run run = audit("--fix-script", script, directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(Files.readString(Path.of(script)).lines().filter(line -> line.startsWith("fix '")))
                .singleElement()
                .asString()
                .startsWith("fix '" + directory.path("clips/sub/tall.jpg") + "' '"
                        + directory.path("clips/sub/tall-fixed.jpg") + "' '-nostdin'");
    }

    @Test
    void what_a_baseline_accepts_is_not_in_it() throws IOException {
        String baseline = directory.path("known.jsonl");
        audit("--baseline", baseline, "--write-baseline", directory.path("clips"));
        audit("--baseline", baseline, "--fix-script", script, directory.path("clips"));
        assertThat(Files.readString(Path.of(script))).doesNotContain("tall.jpg");
    }

    @Test
    void it_replaces_no_file_that_is_audited() throws IOException {
        byte[] before = Files.readAllBytes(directory.file("clips/dance.jpg"));
        Run run = audit("--fix-script", directory.path("clips/dance.jpg"), directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Files.readAllBytes(directory.file("clips/dance.jpg"))).isEqualTo(before);
    }

    @Test
    void no_report_is_written_over_it() {
        Run run = audit("--fix-script", script, "--output", script, directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(Path.of(script)).doesNotExist();
    }

    @Test
    void a_script_that_cannot_be_written_fails_before_anything_is_audited() {
        Run run = audit("--fix-script", directory.path("missing/fix.sh"), directory.path("clips"));
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Cannot write " + directory.path("missing/fix.sh"));
    }
}
