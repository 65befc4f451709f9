package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typo is answered with the name that was meant. */
class SuggestionTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "chekc,                      check",
        "Audit,                      audit",
        "sumbit,                     submit",
        "check --strct x.jpg,        --strict",
        "check --Strict x.jpg,       --strict",
        "check -strict x.jpg,        --strict",
        "check --no-stric x.jpg,     --no-strict",
        "help adit,                  audit",
        "check --formt=json x.jpg,   --format",
        "check --jsno x.jpg,         --format json",
        "check --jsonl x.jpg,        --format jsonl",
        "rules --json,               --format json",
        "audit --exlude *.png .,     --exclude",
        "submit --dryrun x.json,     --dry-run",
        "task --wiat 1,              --wait",
        "check --as vidoe x.jpg,     video",
        "check --format jsnol x.jpg, jsonl",
        "journal --format JSON,      json",
        "audit --progress jsn .,     json",
        "rules image.sise,           image.size",
        "rules video.duraton.max,    video.duration.max",
        "rules privacy.locations,    privacy.location"
    })
    void is_suggested(String line, String meant) {
        Run run = Run.of(line.split(" +"));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Did you mean " + meant + "?");
    }

    @ParameterizedTest
    @CsvSource({"frobnicate", "check --frobnicate x.jpg", "check --as xyz x.jpg", "rules frobnicate"})
    void nothing_is_suggested_where_nothing_is_near(String line) {
        Run run = Run.of(line.split(" +"));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).doesNotContain("Did you mean");
    }

    @Test
    void the_beginning_of_several_rules_explains_all_of_them() {
        Run run = Run.of("rules", "video.duration");

        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out())
                .contains("video.duration.min", "video.duration.max")
                .doesNotContain("video.size");
        assertThat(Run.of("rules", "video.duration.").out()).isEqualTo(run.out());
    }

    @Test
    void the_near_limit_is_suggested() throws IOException {
        Path limits = Files.writeString(directory.resolve("limits.json"), "{\"image\": {\"widthMni\": 1}}");

        assertThat(Run.of("check", "--limits", limits.toString(), "x.jpg").err())
                .contains("there is no limit 'image.widthMni'. Did you mean ");
    }

    @Test
    void the_near_rule_of_a_baseline_is_suggested() throws IOException {
        Path baseline = Files.writeString(
                directory.resolve("known.jsonl"),
                "{\"schema\":\"preflight.baseline/2\"}\n{\"source\":\"a\",\"rule\":\"image.sise\",\"reason\":\"x\",\"expires\":\"2999-01-01\"}\n");

        assertThat(Run.of("audit", "--baseline", baseline.toString(), directory.toString())
                        .err())
                .contains("there is no rule 'image.sise'. Did you mean image.size?");
    }

    @Test
    void a_value_of_a_command_with_a_key_is_not_repeated() {
        assertThat(Run.of("submit", "--api-key-fil=secret", "x.json").err())
                .contains("Did you mean --api-key-file?")
                .doesNotContain("secret");
    }
}
