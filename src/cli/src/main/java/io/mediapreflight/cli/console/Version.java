package io.mediapreflight.cli.console;

import io.mediapreflight.report.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which program this is. */
public final class Version {
    private static final String RESOURCE = "version.txt";

    private Version() {}

    /** The program by name and version; the build writes the version down. */
    public static Tool tool() {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            return new Tool("preflight", new String(in.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
