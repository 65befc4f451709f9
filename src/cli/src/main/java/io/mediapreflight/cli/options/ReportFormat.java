package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import java.util.Arrays;
import java.util.List;

/** The forms of a report, by their names on the command line. */
public enum ReportFormat {
    TEXT("text"),
    JSON("json"),
    JSONL("jsonl");

    private final String id;

    ReportFormat(String id) {
        this.id = id;
    }

    /** What the command line may say. No constant, since a plain check needs none of it. */
    static List<String> ids() {
        return Arrays.stream(values()).map(ReportFormat::id).toList();
    }

    public String id() {
        return id;
    }

    static ReportFormat of(String id) throws UsageException {
        for (ReportFormat format : values()) {
            if (format.id.equals(id)) {
                return format;
            }
        }
        throw Choice.wrong("--format", ids(), id);
    }
}
