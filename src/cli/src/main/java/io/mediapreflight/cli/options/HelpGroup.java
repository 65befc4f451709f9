package io.mediapreflight.cli.options;

import java.util.Locale;
import java.util.Set;

/** The headings under which a command's help lists its options, in this order. */
enum HelpGroup {
    SELECTION(
            "--as",
            "--orientation",
            "--request",
            "--image-file",
            "--video-file",
            "--allow-unknown-fields",
            "--files-from",
            "--files0-from",
            "--manifest",
            "--include",
            "--exclude",
            "--hidden",
            "--follow",
            "--pairs"),
    LIMITS("--limits", "--strict", "--baseline", "--write-baseline", "--reason", "--expires"),
    DEEPER("--privacy", "--deep", "--deep-full"),
    SUBMISSION("--accept-warnings", "--dry-run", "--again", "--journal"),
    SERVICE("--base-url", "--api-key-file", "--timeout", "--wait", "--wait-timeout"),
    EFFORT("--cache", "--threads", "--file-timeout"),
    OUTPUT("--format", "--output", "--fix-script", "--progress", "--quiet", "--verbose", "--no-color"),
    GENERAL("--help", "--version");

    private final Set<String> options;

    HelpGroup(String... options) {
        this.options = Set.of(options);
    }

    /** Where an option is listed: {@link #GENERAL} where no group claims it, so that none is left out. */
    static HelpGroup of(String option) {
        for (HelpGroup group : values()) {
            if (group.options.contains(option)) {
                return group;
            }
        }
        return GENERAL;
    }

    /** The key of its heading. */
    String key() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
