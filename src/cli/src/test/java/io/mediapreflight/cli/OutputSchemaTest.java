package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.probe.codec.FactKey;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.spec.AdviceId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the program writes is what docs/preflight.schema.json and docs/json.md say, to the last key. */
class OutputSchemaTest {
    private static final Path TESTDATA = Path.of(Run.sample("."));
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "json.md");

    @Test
    void a_report_on_every_sample_is_valid() throws IOException {
        List<String> args = new ArrayList<>(List.of("check", "--privacy", "--format", "json"));
        try (Stream<Path> files = Files.list(TESTDATA)) {
            files.filter(Files::isRegularFile).sorted().map(Path::toString).forEach(args::add);
        }
        OutputSchema.requireValid(Run.of(args.toArray(String[]::new)).out());
    }

    @Test
    void each_line_of_an_audit_is_valid() {
        List<String> lines = Run.of("audit", "--pairs", "--format", "jsonl", TESTDATA.toString())
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSizeGreaterThan(50).allSatisfy(OutputSchema::requireValid);
    }

    @Test
    void a_second_opinion_is_valid() {
        OutputSchema.requireValid(Run.of(
                        "check",
                        "--deep",
                        "--format",
                        "json",
                        Run.sample("drawing.png"),
                        Run.sample("clip-4s-faststart.mp4"),
                        Run.sample("garbage.mp4"))
                .out());
    }

    @Test
    void the_list_of_rules_is_valid() {
        OutputSchema.requireValid(Run.of("rules", "--format", "json").out());
    }

    @Test
    void the_configuration_is_valid(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("preflight.toml"), "ignore = ['image.size']\nstrict = true");
        OutputSchema.requireValid(Run.of("config", "--format", "json", "--threads", "2", "--config", file.toString())
                .out());
    }

    @Test
    void a_request_and_an_accepted_finding_are_valid(@TempDir Path directory) throws IOException {
        Path request = Files.writeString(directory.resolve("request.json"), "{\"model\":\"m\",\"resolution\":\"4K\"}");
        OutputSchema.requireValid(Run.of("check", "--format", "json", "--request", request.toString())
                .out());

        Path media = Files.createDirectory(directory.resolve("media"));
        Files.copy(Path.of(Run.sample("too-tall-300x900.jpg")), media.resolve("tall.jpg"));
        String baseline = directory.resolve("baseline").toString();
        Run.of("audit", "--baseline", baseline, "--write-baseline", "--reason", "known", media.toString());
        String report = Run.of("audit", "--baseline", baseline, "--format", "json", media.toString())
                .out();
        assertThat(report).contains("\"baseline\": {");
        OutputSchema.requireValid(report);
    }

    @Test
    void each_line_of_a_baseline_is_valid(@TempDir Path directory) throws IOException {
        Path media = Files.createDirectory(directory.resolve("media"));
        Files.copy(Path.of(Run.sample("too-tall-300x900.jpg")), media.resolve("tall.jpg"));
        Files.copy(Path.of(Run.sample("drawing.png")), media.resolve("drawing.jpg"));
        Path baseline = directory.resolve("baseline");
        Run.of("audit", "--baseline", baseline.toString(), "--write-baseline", "--reason", "known", media.toString());
        assertThat(Files.readAllLines(baseline))
                .hasSize(3)
                .allSatisfy(line -> OutputSchema.requireValid("baselineLine", line));
    }

    @Test
    void a_line_of_a_manifest_with_every_column_is_valid_and_read(@TempDir Path directory) throws IOException {
        String line = "{\"id\":\"1\",\"image\":\"a.png\",\"video\":\"a.mp4\",\"orientation\":\"image\","
                + "\"prompt\":\"p\",\"resolution\":\"720P\"}";
        OutputSchema.requireValid("manifestLine", line);
        Files.copy(Path.of(Run.sample("drawing.png")), directory.resolve("a.png"));
        Files.copy(Path.of(Run.sample("clip-4s-faststart.mp4")), directory.resolve("a.mp4"));
        Path manifest = Files.writeString(directory.resolve("jobs.jsonl"), line);
        assertThat(Run.of("audit", "--manifest", manifest.toString()).code()).isZero();
    }

    @Test
    void the_limits_of_a_report_and_a_few_of_them_are_a_file_of_limits(@TempDir Path directory) throws IOException {
        JsonNode rules =
                JsonMapper.shared().readTree(Run.of("rules", "--format", "json").out());
        for (String limits : List.of(
                rules.path("limits").toString(), "{\"video\":{\"secondsMax\":8}}", "{\"image\":{\"sideMin\":400}}")) {
            OutputSchema.requireValid("limitsFile", limits);
            Path file = Files.writeString(directory.resolve("limits.json"), limits);
            assertThat(Run.of("rules", "--limits", file.toString()).code()).isZero();
        }
    }

    @Test
    void what_has_a_key_too_many_or_lacks_one_is_not_valid() {
        assertThatThrownBy(() -> OutputSchema.requireValid("{\"schema\":\"preflight.result/1\"}"))
                .isInstanceOf(AssertionError.class);
        String summary = Run.of("rules", "--format", "json").out();
        assertThatThrownBy(() -> OutputSchema.requireValid(summary.replace("\"origin\"", "\"orgin\"")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void every_fact_is_in_the_schema() {
        List<String> keys = MediaTables.keys().stream().map(FactKey::name).toList();
        assertThat(OutputSchema.definition("facts").path("properties").propertyNames())
                .containsAll(keys);
    }

    @Test
    void every_key_and_every_advice_is_on_the_page() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> wanted = new TreeSet<>();
        collect(OutputSchema.definitions(), wanted);
        for (AdviceId advice : AdviceId.values()) {
            wanted.add(advice.id());
        }
        assertThat(wanted)
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
    }

    private static void collect(JsonNode node, Set<String> keys) {
        keys.addAll(node.path("properties").propertyNames());
        node.forEach(child -> collect(child, keys));
    }
}
