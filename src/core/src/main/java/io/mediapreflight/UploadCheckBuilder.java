package io.mediapreflight;

import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;

/** Builds an {@link UploadCheck}. */
public final class UploadCheckBuilder {
    /** Headers of nearly all media fit into it. */
    private static final int MEMORY = 256 << 10;

    private static final int MAX_MEMORY = 1 << 30;

    private final Preflight preflight;
    private final Subject subject;
    private OptionalLong declaredBytes = OptionalLong.empty();
    private int maxMemory = MEMORY;
    private Path directory = Path.of(System.getProperty("java.io.tmpdir"));

    UploadCheckBuilder(Preflight preflight, Subject subject) {
        this.preflight = Objects.requireNonNull(preflight, "preflight");
        this.subject = Objects.requireNonNull(subject, "subject");
    }

    /**
     * The size that the client declared, such as the {@code Content-Length} of a request. An upload that is too large by that is refused
     * with its first 4 KiB. One that ends with fewer or more bytes than were declared is {@link Outcome#UNKNOWN} at best: what was
     * received is not what was sent.
     *
     * @param value in bytes, 0 or more
     */
    public UploadCheckBuilder declaredBytes(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("an upload of " + value + " bytes");
        }
        declaredBytes = OptionalLong.of(value);
        return this;
    }

    /**
     * How many bytes are held in memory before they go to a temporary file; 256 KiB unless set.
     *
     * @param value 4096 bytes to 1 GiB
     */
    public UploadCheckBuilder memory(int value) {
        if (value < UploadedBytes.FIRST_ROOM || value > MAX_MEMORY) {
            throw new IllegalArgumentException(
                    "memory of " + value + " bytes; it may have " + UploadedBytes.FIRST_ROOM + " to " + MAX_MEMORY);
        }
        maxMemory = value;
        return this;
    }

    /** The directory for the temporary file; that of the system unless set. */
    public UploadCheckBuilder directory(Path value) {
        directory = Objects.requireNonNull(value, "directory");
        return this;
    }

    /** The check, which takes the bytes; close it when the upload has ended. */
    public UploadCheck build() {
        return new UploadCheck(preflight, subject, declaredBytes, new UploadedBytes(directory, maxMemory));
    }
}
