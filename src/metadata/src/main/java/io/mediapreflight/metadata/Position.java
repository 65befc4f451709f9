package io.mediapreflight.metadata;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on earth. It is shown to a tenth of a degree, some 10 km: its owner knows which place is meant, and a report that is
 * passed on does not reveal the house.
 *
 * @param latitude degrees, north is positive
 * @param longitude degrees, east is positive
 */
record Position(double latitude, double longitude) {
    private static final double MAX_LATITUDE = 90;
    private static final double MAX_LONGITUDE = 180;
    private static final double SIXTIETH = 60;

    /** Longer than any position in ISO 6709, with altitude and reference system. */
    private static final int MAX_TEXT = 128;

    /** ISO 6709 annex H: degrees, or degrees and minutes, or degrees, minutes and seconds, as the count of digits says. Android phones leave zeros in front away. */
    private static final Pattern ISO_6709 = Pattern.compile(
            "([+-])(\\d{1,2}|\\d{4}|\\d{6})(\\.\\d*)?([+-])(\\d{1,3}|\\d{5}|\\d{7})(\\.\\d*)?(?!\\d).*");

    /** XMP specification part 2, GPSCoordinate: {@code DDD,MM,SSk} or {@code DDD,MM.mmk}. */
    private static final Pattern XMP =
            Pattern.compile("(\\d{1,3}),(\\d{1,2}(?:\\.\\d+)?)(?:,(\\d{1,2}(?:\\.\\d+)?))?([NSEW])");

    /** A bare decimal number of degrees, as drones write it into XMP. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d+)?");

    /**
     * A position.
     *
     * @return empty for what is nowhere on earth, and for 0, 0: devices write that where they do not know where they are, and
     *     there is nothing but sea
     */
    static Optional<Position> of(double latitude, double longitude) {
        boolean somewhere = Math.abs(latitude) <= MAX_LATITUDE
                && Math.abs(longitude) <= MAX_LONGITUDE
                && (latitude != 0 || longitude != 0);
        return somewhere ? Optional.of(new Position(latitude, longitude)) : Optional.empty();
    }

    /** Reads text such as {@code +48.8584+002.2945/}. */
    static Optional<Position> ofIso6709(String text) {
        String trimmed = text.strip();
        Matcher match = ISO_6709.matcher(trimmed.length() > MAX_TEXT ? trimmed.substring(0, MAX_TEXT) : trimmed);
        return match.matches()
                ? of(
                        signed(match.group(1), degrees(match.group(2), match.group(3), 2)),
                        signed(match.group(4), degrees(match.group(5), match.group(6), 3)))
                : Optional.empty();
    }

    /** Reads two coordinates as XMP has them. */
    static Optional<Position> ofXmp(String latitude, String longitude) {
        return of(xmpDegrees(latitude), xmpDegrees(longitude));
    }

    private static double degrees(String digits, String fraction, int ofDegrees) {
        double last = Double.parseDouble(digits.substring(Math.max(0, lastPart(digits, ofDegrees)))
                + (fraction == null || fraction.length() < 2 ? "" : fraction));
        return switch (Math.max(0, digits.length() - ofDegrees)) {
            case 0 -> last;
            case 2 -> number(digits, 0, ofDegrees) + last / SIXTIETH;
            default ->
                number(digits, 0, ofDegrees)
                        + number(digits, ofDegrees, ofDegrees + 2) / SIXTIETH
                        + last / SIXTIETH / SIXTIETH;
        };
    }

    private static int lastPart(String digits, int ofDegrees) {
        return digits.length() <= ofDegrees ? 0 : digits.length() - 2;
    }

    private static double number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static double signed(String sign, double value) {
        return sign.equals("-") ? -value : value;
    }

    /** Not a number where it is no coordinate: such a position is nowhere. */
    private static double xmpDegrees(String text) {
        String trimmed = text.strip();
        if (trimmed.length() > MAX_TEXT) {
            return Double.NaN;
        }
        Matcher match = XMP.matcher(trimmed);
        if (!match.matches()) {
            return DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : Double.NaN;
        }
        double seconds = match.group(3) == null ? 0 : Double.parseDouble(match.group(3));
        double value = Double.parseDouble(match.group(1))
                + Double.parseDouble(match.group(2)) / SIXTIETH
                + seconds / SIXTIETH / SIXTIETH;
        return match.group(4).equals("S") || match.group(4).equals("W") ? -value : value;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f, %.1f", latitude + 0.0, longitude + 0.0);
    }
}
