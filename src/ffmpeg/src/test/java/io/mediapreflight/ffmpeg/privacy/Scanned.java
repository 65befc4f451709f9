package io.mediapreflight.ffmpeg.privacy;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short words for "write this and scan it". */
final class Scanned {
    private Scanned() {}

    static List<Advice> advice(byte[] bytes, Format format) {
        try {
            Path file = Files.createTempFile("privacy", "." + format.id());
            try {
                Files.write(file, bytes);
                return PrivacyScan.of(file, format);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each as {@code id: what was found}. */
    static List<String> lines(byte[] bytes, Format format) {
        return advice(bytes, format).stream()
                .map(each -> each.id().id() + ": " + each.actual())
                .toList();
    }
}
