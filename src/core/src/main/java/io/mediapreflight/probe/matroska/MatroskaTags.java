package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.Optional;

/** How long a track is by the tag DURATION, which FFmpeg and mkvmerge write for each (RFC 9559 5.1.8). */
final class MatroskaTags {
    private static final int TAG = 0x7373;
    private static final int TARGETS = 0x63C0;
    private static final int TRACK_UID = 0x63C5;
    private static final int SIMPLE_TAG = 0x67C8;
    private static final int NAME = 0x45A3;
    private static final int STRING = 0x4487;

    private static final int HOURS_END = 2;
    private static final int MINUTES_END = 5;
    private static final int SECONDS_END = 8;
    private static final int NANO_DIGITS = 9;

    private MatroskaTags() {}

    static Optional<Fraction> seconds(Window window, EbmlElement tags, long track)
            throws IOException, MalformedException {
        window.prefetch(tags.body(), Window.CAPACITY);
        EbmlElements list = new EbmlElements(window, tags);
        while (list.next()) {
            if (list.id() == TAG) {
                Optional<Fraction> seconds = ofTag(window, list.element(), track);
                if (seconds.isPresent()) {
                    return seconds;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Fraction> ofTag(Window window, EbmlElement tag, long track)
            throws IOException, MalformedException {
        EbmlElements parts = new EbmlElements(window, tag);
        Optional<Fraction> seconds = Optional.empty();
        boolean isOfTrack = false;
        while (parts.next()) {
            if (parts.id() == TARGETS) {
                EbmlElements targets = new EbmlElements(window, parts.element());
                while (targets.next()) {
                    isOfTrack |= targets.id() == TRACK_UID && targets.number() == track;
                }
            } else if (parts.id() == SIMPLE_TAG && seconds.isEmpty()) {
                seconds = ofSimpleTag(new EbmlElements(window, parts.element()));
            }
        }
        return isOfTrack ? seconds : Optional.empty();
    }

    private static Optional<Fraction> ofSimpleTag(EbmlElements fields) throws IOException, MalformedException {
        String name = "";
        String text = "";
        while (fields.next()) {
            if (fields.id() == NAME) {
                name = fields.text();
            } else if (fields.id() == STRING) {
                text = fields.text();
            }
        }
        return name.equals("DURATION") ? parsed(text) : Optional.empty();
    }

    /** Hours of two digits, minutes, seconds, and nine digits behind the point; empty for anything else, and for 0. */
    private static Optional<Fraction> parsed(String text) {
        boolean isWellFormed = text.length() == SECONDS_END + 1 + NANO_DIGITS
                && text.charAt(HOURS_END) == ':'
                && text.charAt(MINUTES_END) == ':'
                && text.charAt(SECONDS_END) == '.';
        String digits = isWellFormed
                ? text.substring(0, HOURS_END)
                        + text.substring(HOURS_END + 1, MINUTES_END)
                        + text.substring(MINUTES_END + 1, SECONDS_END)
                        + text.substring(SECONDS_END + 1)
                : "";
        if (digits.isEmpty() || !digits.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        long seconds = 3600 * Long.parseLong(digits.substring(0, 2))
                + 60 * Long.parseLong(digits.substring(2, 4))
                + Long.parseLong(digits.substring(4, 6));
        long nanoseconds = seconds * MatroskaSegment.NANOSECONDS + Long.parseLong(digits.substring(6));
        return nanoseconds == 0
                ? Optional.empty()
                : Optional.of(new Fraction(nanoseconds, MatroskaSegment.NANOSECONDS).reduced());
    }
}
