package io.mediapreflight.source;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * {@code Content-Range} (RFC 9110 14.4).
 *
 * @param first of the bytes that follow; −1 where none do ({@code bytes *}{@code /1000})
 * @param last of them
 * @param size of all; empty where the server does not know it
 */
public record ContentRange(long first, long last, OptionalLong size) {
    private static final String UNIT = "bytes ";
    private static final int MAX_DIGITS = 18;

    /** Empty where it has another form, or contradicts itself. */
    public static Optional<ContentRange> read(String value) {
        String text = value.trim().toLowerCase(Locale.ROOT);
        int slash = text.indexOf('/');
        if (!text.startsWith(UNIT) || slash < 0) {
            return Optional.empty();
        }
        String range = text.substring(UNIT.length(), slash).trim();
        String total = text.substring(slash + 1).trim();
        OptionalLong size = number(total);
        if (size.isEmpty() && !total.equals("*")) {
            return Optional.empty();
        }
        if (range.equals("*")) {
            return size.isPresent() ? Optional.of(new ContentRange(-1, -1, size)) : Optional.empty();
        }
        int dash = range.indexOf('-');
        OptionalLong first = dash < 0 ? OptionalLong.empty() : number(range.substring(0, dash));
        OptionalLong last = dash < 0 ? OptionalLong.empty() : number(range.substring(dash + 1));
        boolean isRange = first.isPresent() && last.isPresent() && first.getAsLong() <= last.getAsLong();
        return isRange && (size.isEmpty() || last.getAsLong() < size.getAsLong())
                ? Optional.of(new ContentRange(first.getAsLong(), last.getAsLong(), size))
                : Optional.empty();
    }

    private static OptionalLong number(String digits) {
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(c -> '0' <= c && c <= '9');
        return isNumber ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** How many bytes follow. */
    public int length() {
        return Math.toIntExact(last - first + 1);
    }
}
