package io.mediapreflight.cli.options;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A report that was asked for.
 *
 * @param format its form
 * @param file where it goes; empty: to standard output
 */
public record OutputRequest(ReportFormat format, Optional<String> file) {
    private static final String STANDARD_OUTPUT = "-";

    /**
     * The n-th format goes to the n-th file; the extension of the file decides where a format is missing, else text; standard output
     * where a file is.
     */
    static List<OutputRequest> pair(List<String> formats, List<String> files) throws UsageException {
        List<OutputRequest> requests = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int count = Math.max(1, Math.max(formats.size(), files.size()));
        for (int i = 0; i < count; i++) {
            String file = i < files.size() ? files.get(i) : STANDARD_OUTPUT;
            ReportFormat format = i < formats.size() ? ReportFormat.of(formats.get(i)) : ReportFormat.ofFile(file);
            if (!taken.add(file)) {
                throw new UsageException(
                        file.equals(STANDARD_OUTPUT)
                                ? Phrase.of("cli:two-reports-to-output")
                                : Phrase.of("cli:two-reports-to-file").with("file", file));
            }
            if (file.isEmpty()) {
                throw new UsageException(Phrase.of("cli:output-without-name"));
            }
            requests.add(
                    new OutputRequest(format, file.equals(STANDARD_OUTPUT) ? Optional.empty() : Optional.of(file)));
        }
        return List.copyOf(requests);
    }
}
