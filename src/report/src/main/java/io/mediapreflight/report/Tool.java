package io.mediapreflight.report;

/**
 * The program that judges, as reports name it.
 *
 * @param name such as {@code preflight}
 * @param version such as {@code 1.0.0}
 */
public record Tool(String name, String version) {
    /** As {@code --version} prints it: {@code preflight 1.0.0}. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
