package io.mediapreflight.benchmarks.contender;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in the texts that contenders report. */
final class Texts {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");

    private Texts() {}

    /** The number that a text begins with, such as {@code 90 CW} or {@code 1920 pixels}; 0 where there is no text or no number. */
    static double number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        Matcher number = NUMBER.matcher(text);
        return number.lookingAt() ? Double.parseDouble(number.group()) : 0;
    }
}
