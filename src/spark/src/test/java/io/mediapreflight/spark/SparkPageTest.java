package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.Orientation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/spark.md stand in code that is compiled here, and run. */
class SparkPageTest {
    private static final Path ROOT = Path.of("..", "..");

    @TempDir
    Path directory;

    @Test
    void every_example_in_java_is_part_of_this_source() throws IOException {
        String source = withoutIndentation(
                Files.readString(Path.of("src/test/java/io/mediapreflight/spark/SparkPageTest.java")));
        List<String> examples = examples(Files.readString(ROOT.resolve("docs/spark.md")));
        assertThat(examples).hasSize(2).allSatisfy(example -> assertThat(source).contains(withoutIndentation(example)));
    }

    @Test
    void the_help_of_the_page_and_of_the_program_name_the_same_options() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertThat(AuditJob.run(List.of("--help"), stream, stream)).isZero();
        String page = Files.readString(ROOT.resolve("docs/spark.md"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--input", "--output", "--format", "--as", "--orientation", "--limits", "--strict");
        assertThat(page).contains("--input", "--output", "--format", "--as", "--orientation", "--limits", "--strict");
    }

    @Test
    @Tag("heavy")
    void the_examples_run() throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        copy(files, "too-long-30.1s.mp4");
        SparkSession spark = LocalSpark.start("local[2]", Map.of());
        try {
            countFailures(spark, files.toString());
            String results = directory.resolve("results").toString();
            PreflightSpark.check(PreflightSpark.list(spark, List.of(files.toString())), CheckOptions.standard())
                    .write()
                    .parquet(results);
            copy(files, "photo-small.jpg");
            checkWhatIsNew(spark, PreflightSpark.list(spark, List.of(files.toString())), results);
            assertThat(spark.read().parquet(results).select("path").collectAsList())
                    .extracting(row -> row.getString(0).replaceFirst(".*/", ""))
                    .containsExactlyInAnyOrder("too-long-30.1s.mp4", "photo-small.jpg");
        } finally {
            spark.stop();
        }
    }

    private static void copy(Path directory, String name) throws IOException {
        Files.copy(
                ROOT.resolve("testdata").resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void countFailures(SparkSession spark, String input) throws IOException {
        Dataset<Row> files = PreflightSpark.list(spark, List.of(input));
        Dataset<Row> results =
                PreflightSpark.check(files, CheckOptions.standard().with(Orientation.IMAGE));
        results.where("outcome = 'fail'")
                .select(functions.explode(functions.col("findings")).as("finding"))
                .groupBy("finding.rule")
                .count()
                .show();
    }

    private static void checkWhatIsNew(SparkSession spark, Dataset<Row> files, String results) {
        Dataset<Row> earlier = spark.read().parquet(results).select("path", "length");
        Dataset<Row> news = files.join(earlier, new String[] {"path", "length"}, "left_anti");
        PreflightSpark.check(news, CheckOptions.standard())
                .write()
                .mode("append")
                .parquet(results);
    }

    private static List<String> examples(String page) {
        List<String> examples = new ArrayList<>();
        for (String part : page.split("```java\n", -1)) {
            examples.add(part.substring(0, Math.max(0, part.indexOf("```"))));
        }
        return examples.subList(1, examples.size());
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }
}
