package io.mediapreflight.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Tables beside the tests: what other tools report of the corpus, and where we differ from them. */
final class RecordedTools {
    private RecordedTools() {}

    static List<String> lines(String resource) throws IOException {
        try (InputStream table = RecordedTools.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(table, resource).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
