package io.mediapreflight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration file that cannot be used ends the run with a sentence that says where and why. */
class WrongConfigurationTest {
    private static final int OTHER_USER = 65_534;

    @TempDir
    Path directory;

    private Path write(String toml) throws IOException {
        return Files.writeString(file(), toml);
    }

    private Path file() {
        return directory.resolve("preflight.toml");
    }

    private String error() {
        Run run = Run.in(TestEnvironment.in(directory), "check", "x.jpg");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        return run.err();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strct = true              | there is no key 'strct'. Did you mean strict?",
                "output = 'x'              | there is no key 'output'. The keys are as, orientation, strict,",
                "limits = 'x'              | there is no key 'limits'.",
                "ffmpeg = '/bin/x'         | there is no key 'ffmpeg'.",
                "'base-url' = 'x'          | there is no key 'base-url'.",
                "[strict]                  | strict must be true or false, not a table.",
                "[tool.preflight]          | there is no key 'tool'.",
                "strict.x = true           | strict must be true or false, not a table.",
                "strict = 'yes'            | strict must be true or false, not a string.",
                "strict = 1                | strict must be true or false, not a whole number.",
                "strict = 1.5              | strict must be true or false, not a decimal number.",
                "strict = 1979-05-27       | strict must be true or false, not a date or a time.",
                "as = 'vidoe'              | as must be one of image, video, not 'vidoe'. Did you mean video?",
                "as = ['video']            | as must be one of image, video, not a list of strings.",
                "format = 'html5'          | format must be one of text, json,",
                "color = 'blue'            | color must be one of auto, always, never, not 'blue'.",
                "ignore = 'image.size'     | ignore must be a list of strings, not a string.",
                "ignore = [1]              | ignore must be a list of strings, not a list of something else.",
                "ignore = ['image.sise']   | There is no rule 'image.sise'. Did you mean image.size?",
                "ignore = ['image.alpha']  | image.alpha is advice, which never counts.",
                "include = ['[']           | include '[' is not a pattern:",
                "exclude = [1979-05-27]    | exclude must be a list of strings, not a list of something else.",
                "threads = 0               | threads must be a number from 1 to 1,024, not '0'.",
                "threads = -1              | threads must be a number from 1 to 1,024, not '-1'.",
                "threads = 2000000000000   | threads must be a number from 1 to 1,024, not '2000000000000'."
            })
    void names_the_line_and_what_may_stand_there(String line, String expected) throws IOException {
        write("# defaults\n\n" + line + "\n");
        assertThat(error())
                .startsWith("preflight: Cannot use " + file() + ":3: ")
                .contains(expected);
    }

    @Test
    void what_is_no_toml_has_its_place() throws IOException {
        write("strict = true\nno equals sign\n");
        assertThat(error()).contains("preflight.toml: it is not TOML: ").contains("(line 2, column ");
    }

    @Test
    void what_is_wrong_at_the_beginning_of_a_line_has_its_place() throws IOException {
        write("strict = true\n= 1\n");
        assertThat(error()).contains("(line 2, column 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"strict = true\nstrict = false\n", "strict = true\nstrict = false"})
    void a_key_that_is_there_twice_has_the_place_of_the_second_one(String toml) throws IOException {
        write(toml);
        assertThat(error()).contains("Duplicate key (line 2, column 1");
    }

    @Test
    void no_key_stands_twice() throws IOException {
        write("strict = true\nstrict = false\n");
        assertThat(error()).contains("it is not TOML: ");
    }

    private static Stream<String> hostile() {
        return Stream.of(
                "[".repeat(60_000),
                "ignore = " + "[".repeat(30_000),
                "ignore = " + "[".repeat(30_000) + "]".repeat(30_000),
                "as = " + "{a=".repeat(15_000) + "1" + "}".repeat(15_000),
                "a" + ".a".repeat(30_000) + " = 1",
                "[" + "a.".repeat(30_000) + "a]",
                "threads = " + "9".repeat(60_000),
                "threads = 1e999999999",
                "threads = 0x" + "f".repeat(60_000),
                "threads = inf",
                "threads = 1979-05-27T99:99:99Z",
                "strict = 99999-99-99",
                "\"\\uD800\" = 1",
                "\"\\U00110000\" = 1",
                "'" + "k".repeat(60_000) + "' = 1",
                "\"\033[31m\" = 1",
                "'\033[31m' = 1",
                "ignore = ['\u202E']",
                "as = \"\"\"\n",
                "as = 'image",
                "= 1",
                "\0",
                "\r\r\r",
                "as = \"\\",
                "\"",
                "[[x]]\n[x]\n",
                "a = 1\n".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatever_stands_in_it_gets_a_sentence(String toml) throws IOException {
        write(toml);
        assertThat(error())
                .startsWith("preflight: Cannot use " + file())
                .hasSizeLessThan(1_000)
                .doesNotContain("\033");
    }

    @Test
    void what_is_no_unicode_is_refused() throws IOException {
        Files.write(file(), "as = 'im\u00e4ge'".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(error()).contains("it is not UTF-8.");
    }

    @Test
    void a_large_file_is_not_read() throws IOException {
        write("#".repeat(TrustedFile.MAX_BYTES) + "\n");
        assertThat(error()).contains("it is larger than 65,536 bytes.");
    }

    @Test
    void a_directory_is_no_configuration_file() throws IOException {
        Files.createDirectory(file());
        assertThat(error()).contains("it is not a regular file.");
    }

    @Test
    void a_pipe_does_not_hold_a_run_up() throws Exception {
        assumeThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor())
                .isZero();
        assertThat(error()).contains("it is not a regular file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--rw-", "rw-r---w-"})
    void a_file_that_others_can_write_is_refused(String permissions) throws IOException {
        write("strict = true");
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(permissions));
        assertThat(error()).contains("other users can write it (" + permissions + ").", "chmod go-w");
    }

    @Test
    void a_file_of_another_user_is_refused() throws IOException {
        write("strict = true");
        giveAway(file());
        assertThat(error()).contains("it belongs to ").contains("and neither to you nor to root.");
    }

    @Test
    void a_link_of_another_user_is_refused_whatever_it_leads_to() throws IOException {
        Path own = Files.writeString(directory.resolve("own.toml"), "strict = true");
        giveAway(Files.createSymbolicLink(file(), own));
        assertThat(error()).contains("and neither to you nor to root.");
    }

    @Test
    void a_link_leads_to_no_file_of_another_user() throws IOException {
        Path other = Files.writeString(directory.resolve("other.toml"), "strict = true");
        giveAway(other);
        Files.createSymbolicLink(file(), other);
        assertThat(error()).contains("and neither to you nor to root.");
    }

    /** Only root can. */
    private static void giveAway(Path file) throws IOException {
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("unix");
        assumeThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid")).isEqualTo(0);
        Files.setAttribute(file, "unix:uid", OTHER_USER, LinkOption.NOFOLLOW_LINKS);
    }
}
