package io.mediapreflight.ffmpeg.worker;

/** No decoder is available. The message is a clause that says why, and where it can, what to do about it. */
final class UnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public UnavailableException(String message) {
        super(message);
    }
}
