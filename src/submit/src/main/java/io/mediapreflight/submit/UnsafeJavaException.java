package io.mediapreflight.submit;

import io.mediapreflight.text.Phrase;

/** Java is set to send requests twice, or to print what it sends. The message says which property to remove. */
public final class UnsafeJavaException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    UnsafeJavaException(Phrase what) {
        super(what.toString());
    }
}
