package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
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
    MARKDOWN("markdown", ".md");

    private static final String HTML = ".html";

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

    /**
     * The form that the name of a file asks for: text where it asks for none.
     *
     * @throws UsageException where it asks for one that no report has: another would be a surprise
     */
    static ReportFormat ofFile(String name) throws UsageException {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.endsWith(HTML)) {
            throw new UsageException(
                    Phrase.of("cli:no-such-report").with("file", name).with("choices", choices()));
        }
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

    private static List<Phrase> choices() {
        return ids().stream().map(Phrase::verbatim).toList();
    }
}
