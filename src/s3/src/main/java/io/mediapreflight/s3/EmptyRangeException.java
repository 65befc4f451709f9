package io.mediapreflight.s3;

import io.mediapreflight.UnreachableException;
import java.io.IOException;

/** The store has no byte where the range begins: the object is empty, or shorter than it was. */
final class EmptyRangeException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What it is where the object is not empty. */
    UnreachableException fault() {
        return S3Faults.unknown("s3:other-range");
    }
}
