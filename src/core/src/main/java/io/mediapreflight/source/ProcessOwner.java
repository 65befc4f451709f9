package io.mediapreflight.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/** The user as whom this process creates files. */
public final class ProcessOwner {
    private static final Path OWN_PROCESS = Path.of("/proc/self");

    private ProcessOwner() {}

    /** The user that owns the files which this process creates. */
    public static UserPrincipal get() throws IOException {
        if (Files.exists(OWN_PROCESS)) {
            return Files.getOwner(OWN_PROCESS);
        }
        Path own = Files.createTempFile("preflight-", ".tmp");
        try {
            return Files.getOwner(own);
        } finally {
            Files.delete(own);
        }
    }
}
