package io.mediapreflight.audit.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Manifests in memory. */
final class Manifests {
    private Manifests() {}

    static List<ManifestRow> csv(String text) throws IOException {
        return rows(text.getBytes(UTF_8), "m.csv");
    }

    static List<ManifestRow> jsonl(String text) throws IOException {
        return rows(text.getBytes(UTF_8), "m.jsonl");
    }

    static List<ManifestRow> rows(byte[] bytes, String name) throws IOException {
        return rows(new ByteArrayInputStream(bytes), name);
    }

    static List<ManifestRow> rows(InputStream in, String name) throws IOException {
        List<ManifestRow> rows = new ArrayList<>();
        try (Manifest manifest = Manifest.open(in, name)) {
            for (Optional<ManifestRow> row = manifest.next(); row.isPresent(); row = manifest.next()) {
                rows.add(inWords(row.get()));
            }
        }
        return rows;
    }

    /** The row with its defects as they read. */
    private static ManifestRow inWords(ManifestRow row) {
        return new ManifestRow(
                row.line(),
                row.id(),
                row.image(),
                row.video(),
                row.prompt(),
                row.resolution(),
                row.orientation(),
                row.defects().stream()
                        .map(each ->
                                defect(each.kind(), each.path(), each.what().toString()))
                        .toList());
    }

    /** A defect as it reads. */
    static RequestDefect defect(Kind kind, String path, String what) {
        return new RequestDefect(kind, path, Phrase.verbatim(what));
    }

    /** A row of an image and a video alone. */
    static ManifestRow pair(long line, String image, String video) {
        Optional<String> none = Optional.empty();
        return new ManifestRow(line, none, of(image), of(video), none, none, none, List.of());
    }

    /** A row of which nothing is known. */
    static ManifestRow unreadable(long line, String what) {
        return defective(line, defect(Kind.NOT_JSON, "", what));
    }

    static ManifestRow defective(long line, RequestDefect... defects) {
        Optional<String> none = Optional.empty();
        return new ManifestRow(line, none, none, none, none, none, none, List.of(defects));
    }

    private static Optional<String> of(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
