package io.mediapreflight.spark;

import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * A row of the frame that is checked.
 *
 * @param path as the frame has it, {@code null} included
 * @param length empty where the frame does not know it
 */
record FileEntry(@Nullable String path, OptionalLong length) {
    static FileEntry of(Row row) {
        @Nullable String path = row.isNullAt(0) ? null : row.getString(0);
        // A length below 0 is how some listings say that they do not know it.
        boolean isKnown = !row.isNullAt(1) && row.getLong(1) >= 0;
        return new FileEntry(path, isKnown ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty());
    }

    String text() {
        return path == null ? "" : path;
    }

    /** The part behind the last slash. */
    String name() {
        String text = text();
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
