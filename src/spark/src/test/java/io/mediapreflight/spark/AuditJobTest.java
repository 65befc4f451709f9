package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("heavy")
class AuditJobTest {
    private static final Path TESTDATA =
            Path.of("..", "..", "testdata").toAbsolutePath().normalize();

    private static SparkSession spark;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        spark = LocalSpark.start("local[2]", Map.of());
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void writes_a_row_for_each_file_and_counts_them() {
        assertThat(run("--input", TESTDATA.toString(), "--output", output())).isEqualTo(1);
        Dataset<Row> rows = spark.read().parquet(output());
        assertThat(rows.schema().fieldNames()).isEqualTo(PreflightSpark.schema().fieldNames());
        long files = rows.count();
        long failed = rows.where("outcome = 'fail'").count();
        assertThat(text(out)).matches("(?s)" + files + " objects: \\d+ pass, .* " + failed + " fail, \\d+ skipped\\R");
        assertThat(rows.where("exists(findings, f -> f.rule = 'video.duration.max')")
                        .count())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void writes_other_forms(String format) {
        run("--input", TESTDATA.toString(), "--output", output(), "--format", format);
        Dataset<Row> rows = spark.read()
                .option("header", true)
                .option("escape", "\"")
                .format(format)
                .load(output());
        Row video = rows.where("path like '%/too-long-30.1s.mp4'").first();
        assertThat((String) video.getAs("outcome")).isEqualTo("fail");
        assertThat(video.getAs("findings").toString()).contains("video.duration.max");
    }

    @Test
    void what_passes_ends_with_0_and_a_warning_with_1_where_it_is_strict() throws IOException {
        String input = files("exactly-30s.mp4", "photo-small.jpg");
        assertThat(run("--input", input, "--output", output() + 1)).isZero();
        assertThat(run("--input", input, "--output", output() + 2, "--strict")).isEqualTo(1);
        assertThat(run("--input", input, "--output", output() + 3, "--strict", "--orientation=video"))
                .isZero();
    }

    @Test
    void limits_of_a_file_decide() throws IOException {
        Path limits = Files.writeString(directory.resolve("limits.json"), "{\"image\": {\"sideMin\": 5000}}");
        String input = files("photo-small.jpg");
        assertThat(run("--input", input, "--output", output(), "--limits", limits.toString()))
                .isEqualTo(1);
    }

    @Test
    void a_mistake_in_the_limits_is_one_of_the_arguments() throws IOException {
        Path limits = Files.writeString(directory.resolve("limits.json"), "{\"imgae\": {}}");
        assertThat(run("--input", TESTDATA.toString(), "--output", output(), "--limits", limits.toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("limits.json", "imgae");
    }

    @Test
    void an_input_that_is_not_there_is_an_error() {
        assertThat(run("--input", directory.resolve("none").toString(), "--output", output()))
                .isEqualTo(6);
        assertThat(text(err)).contains("none");
    }

    @Test
    void an_output_that_is_there_is_left_as_it_is() throws IOException {
        Files.writeString(Files.createDirectory(Path.of(output())).resolve("mine"), "mine");
        assertThat(run("--input", TESTDATA.toString(), "--output", output())).isEqualTo(6);
        assertThat(Path.of(output())).isDirectoryContaining("glob:**/mine");
    }

    private String output() {
        return directory.resolve("results").toString();
    }

    private String files(String... names) throws IOException {
        Path files = Files.createDirectories(directory.resolve("files"));
        for (String name : names) {
            Files.copy(TESTDATA.resolve(name), files.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return files.toString();
    }

    private int run(String... words) {
        return AuditJob.run(Arrays.asList(words), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
