package io.mediapreflight.metadata;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import java.util.List;

/** Short words for "read the metadata of this". */
final class Scanned {
    private Scanned() {}

    static List<Advice> advice(byte[] bytes, Format format) {
        return PersonalDataReader.read(BytesSource.of(bytes), format);
    }

    /** Each as {@code id: what was found}. */
    static List<String> lines(byte[] bytes, Format format) {
        return advice(bytes, format).stream()
                .map(each -> each.id().id() + ": " + each.actual())
                .toList();
    }
}
