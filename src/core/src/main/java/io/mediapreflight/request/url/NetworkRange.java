package io.mediapreflight.request.url;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The addresses of a network, such as {@code 10.1.0.0/16} or {@code fd12:3456::/32}. An address alone is a network of one. */
public final class NetworkRange {
    private final byte[] base;
    private final int length;

    private NetworkRange(byte[] base, int length) {
        this.base = base;
        this.length = length;
    }

    /** Empty where the text is no such network: of a name, of an odd spelling, with bits set behind its length. */
    public static Optional<NetworkRange> read(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> base = bytes(slash < 0 ? text : text.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int bits = Byte.SIZE * base.get().length;
        int length = slash < 0 ? bits : length(text.substring(slash + 1), bits);
        NetworkRange range = new NetworkRange(base.get(), length);
        return length < 0 || !range.isPlain() ? Optional.empty() : Optional.of(range);
    }

    private static Optional<byte[]> bytes(String text) {
        if (text.indexOf(':') >= 0) {
            return Ipv6Text.read(text).map(NetworkRange::bytes);
        }
        return Ipv4Text.of(text)
                .filter(Ipv4Text::isPlain)
                .flatMap(number -> number.readings().stream().findFirst())
                .map(address -> ByteBuffer.allocate(Integer.BYTES)
                        .putInt(address.bits())
                        .array());
    }

    private static byte[] bytes(Ipv6 address) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(address.high())
                .putLong(address.low())
                .array();
    }

    private static int length(String digits, int max) {
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> '0' <= c && c <= '9');
        int value = isNumber ? Integer.parseInt(digits) : -1;
        return value <= max ? value : -1;
    }

    /** Whether no bit is set behind the length: {@code 10.0.0.1/8} may be meant for one address or for millions. */
    private boolean isPlain() {
        for (int bit = Math.max(0, length); bit < Byte.SIZE * base.length; bit++) {
            if ((base[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the address is in it: four bytes, or sixteen. */
    public boolean contains(byte[] other) {
        if (other.length != base.length) {
            return false;
        }
        for (int bit = 0; bit < length; bit++) {
            if (((base[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
