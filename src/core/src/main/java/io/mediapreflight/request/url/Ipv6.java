package io.mediapreflight.request.url;

/** An IPv6 address: its first and its last 64 bits. */
record Ipv6(long high, long low) {
    /** The 16 bits at {@code index}, 0 to 7. */
    int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index % 4)) & 0xFFFF);
    }

    /** The IPv4 address in the last 32 bits. */
    Ipv4 last() {
        return Ipv4.of(low);
    }

    /** The IPv4 address behind the first 16 bits, where 6to4 has it. */
    Ipv4 second() {
        return Ipv4.of(high >>> 16);
    }

    /** As RFC 5952 writes it, but for the dotted forms. */
    @Override
    public String toString() {
        int bestStart = 8;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int length = 0;
            while (i + length < 8 && group(i + length) == 0) {
                length++;
            }
            if (length > bestLength) {
                bestStart = i;
                bestLength = length;
            }
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == bestStart) {
                text.append("::");
                i += bestLength - 1;
            } else {
                String colon = text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":";
                text.append(colon).append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }
}
