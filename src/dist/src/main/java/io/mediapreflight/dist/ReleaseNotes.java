package io.mediapreflight.dist;

import java.util.List;

/** What a release says about itself: its part of the changelog. */
final class ReleaseNotes {
    private static final String SECTION = "## ";

    private ReleaseNotes() {}

    /**
     * The notes of a version.
     *
     * @param changelog its lines; a version begins with {@code ## VERSION}, after which there may be a date
     * @throws IllegalStateException where nothing is said about it
     */
    static String of(String version, List<String> changelog) {
        StringBuilder notes = new StringBuilder();
        boolean inside = false;
        for (String line : changelog) {
            if (line.startsWith(SECTION)) {
                inside = line.equals(SECTION + version) || line.startsWith(SECTION + version + " ");
                if (inside) {
                    notes.append("# Media Preflight ").append(line, SECTION.length(), line.length());
                }
            } else if (inside) {
                notes.append('\n').append(line);
            }
        }
        String text = notes.toString().strip();
        if (text.lines().noneMatch(line -> line.startsWith("- "))) {
            throw new IllegalStateException("CHANGELOG.md says nothing about " + version);
        }
        return Documents.unlinked(text, target -> false) + "\n"; // the pages are in the packages, and not beside them
    }
}
