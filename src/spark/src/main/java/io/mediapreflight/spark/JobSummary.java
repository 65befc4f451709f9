package io.mediapreflight.spark;

import io.mediapreflight.text.Phrase;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * How many objects came to which outcome.
 *
 * @param files all of them
 */
record JobSummary(long files, long pass, long warn, long unknown, long fail, long skipped) {
    private static final String FILES = "files";

    /** What Spark counts while the results are written, once for each row that is kept: a task that was tried again counts once. */
    static Column countOfFiles() {
        return functions.count(functions.lit(1)).as(FILES);
    }

    static Column[] countsOfOutcomes() {
        return new Column[] {count("pass"), count("warn"), count("unknown"), count("fail"), count("skipped")};
    }

    private static Column count(String outcome) {
        Column is = functions.col(ResultRow.OUTCOME).equalTo(outcome);
        return functions.count(functions.when(is, 1)).as(outcome);
    }

    static JobSummary of(Map<String, Object> counts) {
        return new JobSummary(
                number(counts, FILES),
                number(counts, "pass"),
                number(counts, "warn"),
                number(counts, "unknown"),
                number(counts, "fail"),
                number(counts, "skipped"));
    }

    private static long number(Map<String, Object> counts, String name) {
        return counts.get(name) instanceof Long count ? count : 0;
    }

    boolean isPassed(boolean strict) {
        return fail == 0 && unknown == 0 && !(strict && warn > 0);
    }

    @Override
    public String toString() {
        return Phrase.of("spark:summary")
                .with(FILES, files)
                .with("pass", pass)
                .with("warn", warn)
                .with("unknown", unknown)
                .with("fail", fail)
                .with("skipped", skipped)
                .toString();
    }
}
