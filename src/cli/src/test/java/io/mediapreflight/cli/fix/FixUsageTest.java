package io.mediapreflight.cli.fix;

import static io.mediapreflight.cli.fix.FixedDirectory.fix;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixUsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                        | Nothing to fix",
                "x --copy-passing        | --copy-passing needs --output-dir",
                "x --jobs 0              | --jobs must be a number from 1",
                "x --jobs 65             | --jobs must be a number from 1",
                "x --ffmpeg /no/such     | --ffmpeg: /no/such is not a program",
                "x -d pom.xml            | --output-dir: pom.xml is not a directory",
                "x --shell fish          | --shell must be one of posix, powershell, cmd, not 'fish'",
                "x --progress loud       | --progress must be one of auto, json, none, not 'loud'",
                "x --limits /no/such     | (--limits): no such file or directory",
                "x --outputdir y         | Did you mean --output-dir?"
            })
    void a_wrong_command_line_gets_the_reason(String args, String message) {
        Run run = args == null ? fix() : fix(args.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void what_passes_needs_no_copy() {
        Run run = fix(Run.sample("clip.mov"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).startsWith("pass ").hasLineCount(1);
        assertThat(fix(Run.sample("clip.mov"), Run.sample("photo-small.jpg")).out())
                .endsWith("2 checked: 2 already pass\n");
    }

    @Test
    void a_file_that_no_copy_can_fix_is_an_error_with_the_reason() {
        Run run = fix("--format", "jsonl", Run.sample("truncated.png"), "/no/such/clip.mp4");
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(FixedDirectory.results(run)).hasSize(2).allSatisfy(result -> {
            assertThat(result.path("fixError").asString()).endsWith(".");
            assertThat(result.has("plan")).isFalse();
        });
    }

    @Test
    void a_file_whose_findings_do_not_count_gets_no_copy() {
        Run run = fix("--dry-run", "--ignore", "image.name", Run.sample("jpeg-named.png"));
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out()).contains("image.name").doesNotContain("plan: ");
    }

    @Test
    void progress_for_programs_ends_with_the_last_figures() {
        String lines = fix("--progress", "json", Run.sample("clip.mov"), Run.sample("truncated.png"))
                .err();
        assertThat(lines)
                .contains(
                        "\"schema\":\"preflight.fix-progress/1\",\"found\":2,\"allFound\":true,\"passing\":1,\"fixed\":0,"
                                + "\"notFixed\":1,\"running\":[],");
    }
}
