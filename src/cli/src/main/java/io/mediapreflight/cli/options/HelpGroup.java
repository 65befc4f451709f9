package io.mediapreflight.cli.options;

import java.util.Arrays;
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
    LIMITS("--limits", "--ignore", "--strict", "--baseline", "--write-baseline", "--reason", "--expires"),
    DEEPER("--privacy", "--deep", "--deep-full"),
    FIXING(
            "--output-dir",
            "--overwrite",
            "--copy-passing",
            "fix.--dry-run",
            "--crop",
            "--strip-metadata",
            "--ffmpeg",
            "--shell"),
    SUBMISSION("--accept-warnings", "--dry-run", "--again", "--journal"),
    NETWORK(
            "--offline",
            "--allow-network",
            "--proxy",
            "--url-timeout",
            "--endpoint-url",
            "--request-payer",
            "--no-sign-request"),
    SERVICE("--base-url", "--api-key-file", "--timeout", "--wait", "--wait-timeout"),
    EFFORT("--cache", "--jobs", "--threads", "--file-timeout"),
    OUTPUT(
            "--format",
            "--output",
            "--delimiter",
            "--fix-script",
            "--thumbnails",
            "--progress",
            "--quiet",
            "--verbose",
            "--color",
            "--no-color"),
    GENERAL("--config", "--no-config", "--help", "--version");

    private final Set<String> options;

    HelpGroup(String... options) {
        this.options = Set.of(options);
    }

    /**
     * Where an option of a command is listed: {@link #GENERAL} where no group claims it, so that none is left out. A group may claim
     * that of one command alone.
     */
    static HelpGroup of(String command, String option) {
        String own = command + "." + option;
        for (HelpGroup group : values()) {
            if (group.options.contains(own) || (group.options.contains(option) && !isClaimed(own))) {
                return group;
            }
        }
        return GENERAL;
    }

    private static boolean isClaimed(String own) {
        return Arrays.stream(values()).anyMatch(group -> group.options.contains(own));
    }

    /** The key of its heading. */
    String key() {
        return "group." + name().toLowerCase(Locale.ROOT);
    }
}
