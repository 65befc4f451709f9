package io.mediapreflight.spark;

import io.mediapreflight.text.Phrase;

/** A mistake in the arguments. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(Phrase what) {
        super(what.toString());
    }
}
