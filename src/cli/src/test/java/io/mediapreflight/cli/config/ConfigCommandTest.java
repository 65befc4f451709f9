package io.mediapreflight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.TestEnvironment;
import io.mediapreflight.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ConfigCommandTest {
    @TempDir
    Path directory;

    private Run run(String... args) {
        return Run.in(TestEnvironment.in(directory), args);
    }

    private Path configure(String toml) throws IOException {
        return Files.writeString(directory.resolve("preflight.toml"), toml);
    }

    @Test
    void prints_each_setting_with_where_it_comes_from() throws IOException {
        Path file = configure(
                "strict = true\n'as' = \"image\"\nignore = [\n  'image.size',\n  'image.format']\nthreads = 4\n");

        assertThat(run("config", "--no-strict", "--exclude", "*\".x").out())
                .isEqualTo("""
                        # Defaults are from FILE.
                        as = "image"                             # FILE:2
                        # orientation                            # not set
                        strict = false                           # command line
                        # privacy = false                        # default
                        # deep = false                           # default
                        # format = "text"                        # default
                        # color = "auto"                         # default
                        ignore = ["image.size", "image.format"]  # FILE:3
                        # include = []                           # default
                        exclude = ["*\\".x"]                      # command line
                        # hidden = false                         # default
                        threads = 4                              # FILE:6
                        """.replace("FILE", file.toString()));
    }

    @Test
    void what_it_prints_is_a_configuration_file() throws IOException {
        configure("strict = true\nignore = ['image.size']\ninclude = ['a\\b', \"\\u202E\\\"\"]\n");
        String printed = run("config").out();
        Path copy = Files.writeString(directory.resolve("copy.toml"), printed);

        assertThat(values(run("config", "--config", copy.toString()).out())).isEqualTo(values(printed));
    }

    private static String values(String text) {
        return text.replaceAll("(?m) *# .*$", "");
    }

    @Test
    void a_program_gets_an_object() throws IOException {
        Path file = configure("threads = 4\nstrict = true\nignore = ['image.size']");

        JsonNode json = new ObjectMapper()
                .readTree(run("config", "--format", "json", "--as", "video").out());

        assertThat(json.get("schema").stringValue()).isEqualTo("preflight.config/1");
        assertThat(json.get("file").stringValue()).isEqualTo(file.toString());
        JsonNode settings = json.get("settings");
        assertThat(settings.propertyNames()).containsExactlyElementsOf(Setting.keys());
        assertThat(settings.get("threads")).hasToString("{\"value\":4,\"from\":\"file\",\"line\":1}");
        assertThat(settings.get("strict")).hasToString("{\"value\":true,\"from\":\"file\",\"line\":2}");
        assertThat(settings.get("ignore")).hasToString("{\"value\":[\"image.size\"],\"from\":\"file\",\"line\":3}");
        assertThat(settings.get("as")).hasToString("{\"value\":\"video\",\"from\":\"commandLine\"}");
        assertThat(settings.get("orientation")).hasToString("{\"from\":\"default\"}");
    }

    @Test
    void without_a_file_all_is_default() {
        Run run = run("config");
        assertThat(run.code()).isEqualTo(ExitCode.PASSED);
        assertThat(run.out().lines()).hasSize(Setting.values().length + 1).allMatch(line -> line.startsWith("# "));
    }

    @Test
    void decoding_every_frame_is_decoding_whatever_else_is_said() {
        for (String other : List.of("--deep", "--no-deep")) {
            assertThat(run("config", "--deep-full", other).out()).containsPattern("(?m)^deep = true +# command line$");
        }
    }

    @Test
    void a_wrong_value_is_refused_as_elsewhere() {
        assertThat(run("config", "--as", "vidoe").err()).contains("Did you mean video?");
        assertThat(run("config", "--threads", "x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(run("config", "--ignore", "image.sise").err()).contains("Did you mean image.size?");
    }
}
