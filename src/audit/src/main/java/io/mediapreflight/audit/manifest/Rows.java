package io.mediapreflight.audit.manifest;

import java.io.IOException;
import java.util.Optional;

/** The rows of one format. */
interface Rows {
    /** The largest row: as large as the largest request body that is read. A prompt and two paths are a few KiB. */
    int MAX_ROW_BYTES = 1 << 20;

    /** The next row; empty at the end. */
    Optional<ManifestRow> next() throws IOException;
}
