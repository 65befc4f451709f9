package io.mediapreflight.request.url;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A host that ends in a number: an IPv4 address in one of the notations that clients understand (WHATWG URL, "IPv4
 * parser"; {@code inet_aton}): up to four parts, each decimal, octal (0177) or hexadecimal (0x7f), the last of which fills
 * what the others left over.
 */
final class Ipv4Text {
    private static final int PARTS = 4;

    /** No number of an address has more digits, in any base, once leading zeros are gone. */
    private static final int MAX_DIGITS = 12;

    private final String[] parts;

    private Ipv4Text(String[] parts) {
        this.parts = parts;
    }

    /** Empty where the host does not end in a number, and so is a name. */
    static Optional<Ipv4Text> of(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        boolean number =
                isDigits(last) || (isHex(last) && last.substring(2).chars().allMatch(Ipv4Text::isHexDigit));
        // One part more than there can be is enough to see that there are too many.
        return number ? Optional.of(new Ipv4Text(host.split("\\.", PARTS + 1))) : Optional.empty();
    }

    private static boolean isDigits(String part) {
        return !part.isEmpty() && part.chars().allMatch(c -> '0' <= c && c <= '9');
    }

    private static boolean isHex(String part) {
        return part.startsWith("0x");
    }

    private static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0 && c < 0x80;
    }

    /** Whether it is written as every client reads it: four decimal numbers without leading zeros. */
    boolean isPlain() {
        return parts.length == PARTS
                && Stream.of(parts).allMatch(part -> isDigits(part) && (part.equals("0") || !part.startsWith("0")));
    }

    /** What clients take it for; more than one where a leading zero means octal to some and nothing to others. */
    List<Ipv4> readings() {
        return Stream.of(read(false), read(true))
                .filter(OptionalLong::isPresent)
                .map(bits -> Ipv4.of(bits.getAsLong()))
                .distinct()
                .toList();
    }

    private OptionalLong read(boolean alwaysDecimal) {
        if (parts.length > PARTS) {
            return OptionalLong.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            int bytes = i < parts.length - 1 ? 1 : PARTS - i;
            OptionalLong value = number(parts[i], alwaysDecimal);
            if (value.isEmpty() || value.getAsLong() >= 1L << (8 * bytes)) {
                return OptionalLong.empty();
            }
            address = address << (8 * bytes) | value.getAsLong();
        }
        return OptionalLong.of(address);
    }

    private static OptionalLong number(String part, boolean alwaysDecimal) {
        if (isHex(part) && !alwaysDecimal) {
            // "0x" alone is 0.
            return parsed("0" + part.substring(2), 16);
        }
        return parsed(part, alwaysDecimal || !part.startsWith("0") ? 10 : 8);
    }

    private static OptionalLong parsed(String digits, int radix) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        String rest = digits.substring(from);
        boolean number = !rest.isEmpty()
                && rest.length() <= MAX_DIGITS
                && rest.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return number ? OptionalLong.of(Long.parseLong(rest, radix)) : OptionalLong.empty();
    }
}
