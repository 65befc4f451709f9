package io.mediapreflight.cli.console;

import io.mediapreflight.report.Tool;

/** Which program this is. */
public final class Version {
    private Version() {}

    /**
     * The program by name and version. The build writes the version into a class: to look for a resource takes the JVM
     * milliseconds of its start.
     */
    public static Tool tool() {
        return new Tool("preflight", BuiltVersion.TEXT);
    }
}
