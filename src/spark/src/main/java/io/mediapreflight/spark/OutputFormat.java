package io.mediapreflight.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** How results are written. */
enum OutputFormat {
    PARQUET,
    CSV,
    JSON;

    static Optional<OutputFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id().equals(id)).findFirst();
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(OutputFormat::id).toList();
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A directory of files; one that is there is left as it is, which is an error. */
    void write(Dataset<Row> results, String directory) {
        // A cell of a table has no list.
        Dataset<Row> written = this == CSV
                ? results.withColumn(ResultRow.FINDINGS, functions.to_json(functions.col(ResultRow.FINDINGS)))
                : results;
        // Quotes in JSON are doubled, as RFC 4180 has it, and not behind a backslash.
        written.write()
                .format(id())
                .option("header", true)
                .option("escape", "\"")
                .save(directory);
    }
}
