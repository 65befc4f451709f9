package io.mediapreflight.spring;

import io.mediapreflight.MediaVerdict;

/** An upload that is refused. {@link MediaProblems} answers it with its findings. */
public final class MediaRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient MediaVerdict verdict;

    /** With the verdict that refuses it. */
    public MediaRefusedException(MediaVerdict verdict) {
        super(verdict.findings().isEmpty() ? "" : verdict.findings().get(0).message());
        this.verdict = verdict;
    }

    /** Why. */
    public MediaVerdict verdict() {
        return verdict;
    }
}
