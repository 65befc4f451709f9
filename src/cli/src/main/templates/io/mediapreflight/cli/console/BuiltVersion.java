package io.mediapreflight.cli.console;

/** Written by the build. */
final class BuiltVersion {
    static final String TEXT = "${project.version}";

    private BuiltVersion() {}
}
