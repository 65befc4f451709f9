package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The forms of a report, by their names on the command line. */
public enum ReportFormat {
    TEXT("text", ".txt"),
    JSON("json", ".json"),
    JSONL("jsonl", ".jsonl", ".ndjson"),
    CSV("csv", ".csv"),
    JUNIT("junit", ".xml"),
    SARIF("sarif", ".sarif", ".sarif.json"),
    GITHUB("github"),
    MARKDOWN("markdown", ".md"),
    HTML("html", ".html", ".htm");

    private final String id;
    private final List<String> extensions;

    ReportFormat(String id, String... extensions) {
        this.id = id;
        this.extensions = List.of(extensions);
    }

    /** What the command line may say. No constant, since a plain check needs none of it. */
    public static List<String> ids() {
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

    /** The form that the name of a file asks for: text where it asks for none. */
    static ReportFormat ofFile(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        ReportFormat found = TEXT;
        int length = 0;
        for (ReportFormat format : values()) {
            for (String extension : format.extensions) {
                if (extension.length() > length && lowerCase.endsWith(extension)) {
                    found = format;
                    length = extension.length();
                }
            }
        }
        return found;
    }
}
