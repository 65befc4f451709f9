package io.mediapreflight.s3;

/** Neither environment nor profile nor machine have credentials. Without what each of them said: it may name accounts. */
final class NoCredentialsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoCredentialsException() {
        super("there are no credentials");
    }
}
