package io.mediapreflight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What preflight.toml does to a command line. */
class ConfigurationTest {
    /** Passes with orientation video, warns without: 10.03 s and 9.98 s. */
    private static final String LONG = Run.sample("sound-longer-than-picture.mp4");

    private static final String TALL = Run.sample("too-tall-300x900.jpg");

    @TempDir
    Path directory;

    private void configure(String toml) throws IOException {
        Files.writeString(directory.resolve("preflight.toml"), toml);
    }

    private Run run(String... args) {
        return Run.in(TestEnvironment.in(directory), args);
    }

    @Test
    void sets_defaults() throws IOException {
        configure("strict = true\nformat = 'jsonl'\n");

        Run run = run("check", LONG);

        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).startsWith("{\"schema\":\"preflight.result/1\"");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "orientation = 'image', --orientation video",
        "strict = true,         --no-strict",
        "ignore = [],           --ignore video.duration.max",
        "strict = true,         --no-config"
    })
    void the_command_line_is_stronger(String toml, String options) throws IOException {
        configure(toml);
        String[] args = ("check " + options + " " + LONG).split(" ");
        assertThat(run(args).code()).isEqualTo(ExitCode.PASSED);
    }

    @Test
    void a_list_of_the_command_line_takes_the_place_of_that_of_the_file() throws IOException {
        configure("ignore = ['image.aspect-ratio']");
        assertThat(run("check", TALL).code()).isEqualTo(ExitCode.PASSED);
        assertThat(run("check", "--ignore", "image.size", TALL).code()).isEqualTo(ExitCode.NOT_PASSED);
    }

    @Test
    void a_file_that_is_named_takes_the_place_of_the_one_that_is_found() throws IOException {
        configure("ignore = ['image.aspect-ratio']");
        Path other = Files.writeString(directory.resolve("other.toml"), "format = 'json'");

        Run run = run("check", "--config", other.toString(), TALL);

        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).startsWith("{\n  \"schema\": \"preflight.report/1\"");
    }

    @Test
    void no_two_files_are_in_force() {
        assertThat(run("check", "--config", "x", "--no-config", TALL).err())
                .contains("--config and --no-config cannot be used together");
    }

    @Test
    void a_file_that_is_named_must_be_there() {
        Run run = run("check", "--config", directory + "/missing.toml", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Cannot use " + directory + "/missing.toml: no such file or directory.");
    }

    @Test
    void verbose_says_which_file_was_used() throws IOException {
        configure("strict = false");
        String said = "preflight: Defaults are from " + directory + "/preflight.toml.\n";
        assertThat(run("check", "--verbose", TALL).err()).isEqualTo(said);
        assertThat(run("check", "-v", TALL).err()).isEqualTo(said);
        assertThat(run("check", TALL).err()).isEmpty();
        assertThat(run("check", "-v", "--no-config", TALL).err()).isEmpty();
    }

    @Test
    void an_audit_and_a_fix_take_it_too() throws IOException {
        configure("ignore = ['image.aspect-ratio']\nexclude = ['*.mp4']\nthreads = 1\nhidden = true");
        Path media = Files.createDirectory(directory.resolve("media"));
        Files.copy(Path.of(TALL), media.resolve(".hidden.jpg"));
        Files.copy(Path.of(LONG), media.resolve("long.mp4"));

        assertThat(run("audit", "-f", "json", media.toString()).out())
                .contains("\".hidden.jpg\"")
                .doesNotContain("long.mp4");
        assertThat(run("audit", "-f", "json", "--no-hidden", media.toString()).out())
                .doesNotContain(".hidden.jpg");
        assertThat(run("fix", "--dry-run", TALL).code()).isEqualTo(ExitCode.PASSED);
    }

    /** What a command does not have is for others. */
    @Test
    void a_setting_of_another_command_is_passed_over() throws IOException {
        configure("include = ['*.mp4']\nthreads = 3");
        assertThat(run("check", TALL).code()).isEqualTo(ExitCode.NOT_PASSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit", "submit x.json", "task", "journal", "rules", "help", "completion", "--version"})
    void other_commands_do_not_look_at_it(String line) throws IOException {
        configure("this is no TOML");
        assertThat(run(line.split(" ")).err()).doesNotContain("preflight.toml");
    }

    @Test
    void a_request_says_itself_what_its_media_are_for() throws IOException {
        configure("as = 'image'\norientation = 'video'");
        Path request = Files.writeString(directory.resolve("request.json"), "{}");
        assertThat(run("check", "--request", request.toString()).err()).isEmpty();
        assertThat(run("audit", "--pairs", directory.toString()).err()).doesNotContain("--as");
    }

    @Test
    void a_file_says_its_form_by_its_extension_whatever_the_default_is() throws IOException {
        configure("format = 'json'");
        Path csv = directory.resolve("report.csv");

        assertThat(run("check", "-o", csv.toString(), TALL).out()).isEmpty();
        assertThat(csv).content().startsWith("source,");
    }

    @Test
    void colours_of_a_file_give_way_to_an_option_against_them() throws IOException {
        configure("color = 'always'");
        assertThat(run("check", TALL).out()).contains("\033[");
        assertThat(run("check", "--no-color", TALL).out()).doesNotContain("\033[");
    }

    @Test
    void an_empty_file_changes_nothing() throws IOException {
        configure("\uFEFF# nothing\n");
        assertThat(run("check", TALL)).isEqualTo(Run.of("check", TALL));
    }
}
