package io.mediapreflight.request.url;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Whether an address that a name was resolved to can be reached from anywhere: by the rules for addresses in URLs. */
public final class PublicAddress {
    private PublicAddress() {}

    /** Why one of four bytes, or of sixteen, cannot; empty where it can. One that carries a public IPv4 address is what networks without IPv4 resolve names to. */
    public static Optional<UrlDefect> defect(byte[] address) {
        ByteBuffer bytes = ByteBuffer.wrap(address);
        Optional<UrlDefect> defect = address.length == Integer.BYTES
                ? GlobalUnicast.defect(new Ipv4(bytes.getInt()))
                : GlobalUnicast.defect(new Ipv6(bytes.getLong(), bytes.getLong()));
        return defect.filter(each -> each.gravity() == UrlDefect.Gravity.BROKEN);
    }
}
