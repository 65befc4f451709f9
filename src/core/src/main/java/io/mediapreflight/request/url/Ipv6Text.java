package io.mediapreflight.request.url;

import java.util.Optional;
import java.util.OptionalInt;

/** The text between the brackets of an IPv6 literal (RFC 4291 2.2, RFC 3986 3.2.2). */
final class Ipv6Text {
    private static final int GROUPS = 8;

    /** The longest there is: six groups and a dotted IPv4 address. */
    private static final int MAX_LENGTH = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();

    private Ipv6Text() {}

    /** Empty where it is no address. */
    static Optional<Ipv6> read(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = new int[GROUPS];
            return fill(text, all) == GROUPS ? Optional.of(address(all)) : Optional.empty();
        }
        int[] head = new int[GROUPS];
        int[] tail = new int[GROUPS];
        int before = fill(text.substring(0, gap), head);
        int after = fill(text.substring(gap + 2), tail);
        // The gap stands for one group at least; an IPv4 address can only stand at the very end.
        if (before < 0
                || after < 0
                || before + after >= GROUPS
                || text.substring(0, gap).contains(".")) {
            return Optional.empty();
        }
        System.arraycopy(tail, 0, head, GROUPS - after, after);
        return Optional.of(address(head));
    }

    /** How many groups the text has; −1 where it is no address, or has too many. */
    private static int fill(String text, int[] groups) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", GROUPS + 1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean dotted = i == parts.length - 1 && parts[i].contains(".");
            int room = dotted ? 2 : 1;
            if (count + room > GROUPS
                    || !(dotted ? fillDotted(parts[i], groups, count) : fillGroup(parts[i], groups, count))) {
                return -1;
            }
            count += room;
        }
        return count;
    }

    private static boolean fillGroup(String part, int[] groups, int at) {
        OptionalInt value = hex(part);
        groups[at] = value.orElse(0);
        return value.isPresent();
    }

    private static boolean fillDotted(String part, int[] groups, int at) {
        Optional<Ipv4Text> text = Ipv4Text.of(part).filter(Ipv4Text::isPlain);
        if (text.isEmpty() || text.get().readings().isEmpty()) {
            return false;
        }
        int bits = text.get().readings().get(0).bits();
        groups[at] = bits >>> 16;
        groups[at + 1] = bits & 0xFFFF;
        return true;
    }

    private static OptionalInt hex(String part) {
        boolean number = !part.isEmpty()
                && part.length() <= 4
                && part.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        return number ? OptionalInt.of(Integer.parseInt(part, 16)) : OptionalInt.empty();
    }

    private static Ipv6 address(int[] groups) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new Ipv6(high, low);
    }
}
