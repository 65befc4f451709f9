package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Row by row, Spark and {@code preflight audit} say the same. With all generated files it is run by
 *
 * <pre>{@code
 * mvn -Pheavy -pl src/spark -am test -Dtest=AuditAgreementTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.spark.files=20000
 * }</pre>
 */
@Tag("heavy")
class AuditAgreementTest {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final int FILES = Integer.getInteger("preflight.spark.files", 2000);

    private static SparkSession spark;

    @TempDir
    Path directory;

    @BeforeAll
    static void start() {
        spark = LocalSpark.start("local[2]", Map.of());
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @Test
    void on_the_samples() throws IOException {
        assertAgreement(ROOT.resolve("testdata"));
    }

    @Test
    void on_real_files() throws IOException {
        Path corpus = Path.of(System.getProperty(
                "corpus.dir", ROOT.resolve("../shared/corpus").normalize().toString()));
        assumeThat(corpus)
                .as("skipped: there is no corpus of real files beside the repository (or where -Dcorpus.dir says)")
                .isDirectory();
        assertAgreement(corpus);
    }

    @Test
    void on_generated_files() throws IOException {
        Path files = Files.createDirectory(directory.resolve("files"));
        GeneratedFiles.of(ROOT.resolve("testdata")).write(files, FILES);
        assertThat(assertAgreement(files)).isEqualTo(FILES);
    }

    private int assertAgreement(Path files) throws IOException {
        AuditLines audit = AuditLines.of(files, directory.resolve("audit.jsonl"));
        Dataset<Row> listed = PreflightSpark.list(spark, List.of(files.toString()));
        Map<String, Row> rows = new TreeMap<>();
        String prefix = "file:" + files + "/";
        List<Row> results =
                PreflightSpark.check(listed, CheckOptions.standard()).collectAsList();
        for (Row row : results) {
            String path = row.<String>getAs("path").substring(prefix.length());
            rows.put(path, row);
            audit.assertAgrees(path, row);
        }
        assertThat(rows).hasSameSizeAs(results);
        assertThat(rows.keySet()).containsExactlyInAnyOrderElementsOf(audit.paths());
        System.out.println("spark: " + rows.size() + " rows of " + files.getFileName() + " agree with the audit");
        return rows.size();
    }
}
