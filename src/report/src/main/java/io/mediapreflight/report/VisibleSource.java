package io.mediapreflight.report;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SafeText;

/** What a source is called, as a terminal may show it: by its path from the working directory. */
public final class VisibleSource {
    private VisibleSource() {}

    /** The whole path; of a row of a manifest, with its line and its id. */
    public static String of(SourceName source) {
        StringBuilder text = new StringBuilder(shown(source.path()));
        source.line().ifPresent(line -> text.append(':').append(line));
        source.id().ifPresent(id -> text.append(" (").append(SafeText.of(id)).append(')'));
        return text.toString();
    }

    /** The directory of that path, with {@code /} behind it. */
    static String directory(SourceName source) {
        String path = source.path();
        int lastPart = lastPart(path);
        return lastPart == 0 ? "./" : SafeText.name(path.substring(0, lastPart));
    }

    /** What {@link #directory} leaves of that path. */
    static String lastPart(SourceName source) {
        String path = source.path();
        return shown(path.substring(lastPart(path)));
    }

    /** Where the last part begins; a slash at the very end belongs to it. */
    private static int lastPart(String path) {
        return path.lastIndexOf('/', path.length() - 2) + 1;
    }

    private static String shown(String name) {
        return name.isEmpty() ? "''" : SafeText.name(name);
    }
}
