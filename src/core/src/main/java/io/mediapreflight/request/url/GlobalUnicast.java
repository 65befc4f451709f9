package io.mediapreflight.request.url;

import static io.mediapreflight.request.url.UrlDefect.broken;
import static io.mediapreflight.request.url.UrlDefect.doubtful;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Whether an address can be reached from anywhere: the IANA registries of special-purpose IPv4 and IPv6 addresses
 * (RFC 6890 and its updates) and of IPv6 address space (RFC 4291).
 */
public final class GlobalUnicast {
    private static final List<Block4> SPECIAL_4 = List.of(
            block4("0.0.0.0/8", "an address of \"this network\""),
            block4("10.0.0.0/8", "a private address"),
            block4("100.64.0.0/10", "an address behind a carrier's NAT"),
            block4("127.0.0.0/8", "a loopback address"),
            block4("169.254.0.0/16", "a link-local address"),
            block4("168.63.129.16/32", "the address of Azure's own services"),
            block4("172.16.0.0/12", "a private address"),
            block4("192.0.0.0/24", "an address reserved for protocols"),
            block4("192.0.2.0/24", "an address for documentation"),
            block4("192.88.99.0/24", "an address reserved for former 6to4 relays"),
            block4("192.168.0.0/16", "a private address"),
            block4("198.18.0.0/15", "an address for benchmarks"),
            block4("198.51.100.0/24", "an address for documentation"),
            block4("203.0.113.0/24", "an address for documentation"),
            block4("224.0.0.0/4", "a multicast address"),
            block4("255.255.255.255/32", "the broadcast address"),
            block4("240.0.0.0/4", "a reserved address"));

    private static final List<Block6> SPECIAL_6 = List.of(
            block6("::/128", "the unspecified address"),
            block6("::1/128", "the loopback address"),
            block6("64:ff9b:1::/48", "an address for translation within one network"),
            block6("100::/64", "an address whose packets are discarded"),
            block6("2001:2::/48", "an address for benchmarks"),
            block6("2001::/32", "a Teredo address"),
            block6("2001:db8::/32", "an address for documentation"),
            block6("2001::/23", "an address reserved for protocols"),
            block6("3fff::/20", "an address for documentation"),
            block6("fc00::/7", "a unique-local address"),
            block6("fe80::/10", "a link-local address"),
            block6("fec0::/10", "a site-local address"),
            block6("ff00::/8", "a multicast address"));

    /** Blocks whose addresses carry an IPv4 address in their last 32 bits. */
    private static final Block6 MAPPED = block6("::ffff:0:0/96", "IPv4-mapped");

    private static final Block6 COMPATIBLE = block6("::/96", "IPv4-compatible");
    private static final Block6 TRANSLATED = block6("::ffff:0:0:0/96", "IPv4-translated");
    private static final Block6 NAT64 = block6("64:ff9b::/96", "NAT64");
    private static final Block6 SIX_TO_FOUR = block6("2002::/16", "6to4");
    private static final Block6 GLOBAL = block6("2000::/3", "global unicast");

    private GlobalUnicast() {}

    /**
     * Why an address is not for everyone to reach.
     *
     * @param address 4 or 16 bytes, as {@link java.net.InetAddress#getAddress} gives them
     */
    public static Optional<UrlDefect> defect(byte[] address) {
        ByteBuffer bytes = ByteBuffer.wrap(address);
        return switch (address.length) {
            case Integer.BYTES -> defect(new Ipv4(bytes.getInt()));
            case 2 * Long.BYTES -> defect(new Ipv6(bytes.getLong(), bytes.getLong()));
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + address.length);
        };
    }

    static Optional<UrlDefect> defect(Ipv4 address) {
        return whyNot(address).map(why -> broken("it names " + address + ", " + why));
    }

    private static Optional<String> whyNot(Ipv4 address) {
        return SPECIAL_4.stream()
                .filter(block -> block.contains(address))
                .map(Block4::toString)
                .findFirst();
    }

    static Optional<UrlDefect> defect(Ipv6 address) {
        Optional<Block6> special =
                SPECIAL_6.stream().filter(block -> block.contains(address)).findFirst();
        if (special.isPresent()) {
            return special.map(block -> broken("it names " + address + ", " + block));
        }
        Optional<UrlDefect> carried = carried(address);
        return carried.isPresent() || GLOBAL.contains(address)
                ? carried
                : Optional.of(broken("it names " + address + ", which is outside the global unicast " + GLOBAL.cidr()));
    }

    /** Judges the IPv4 address that an IPv6 address carries. */
    private static Optional<UrlDefect> carried(Ipv6 address) {
        if (MAPPED.contains(address) || NAT64.contains(address)) {
            return Optional.of(carried(address, address.last()));
        }
        if (SIX_TO_FOUR.contains(address)) {
            return Optional.of(carried(address, address.second()));
        }
        boolean isatap = (address.group(4) & ~0x0200) == 0 && address.group(5) == 0x5EFE; // RFC 5214 6.1
        if (isatap || COMPATIBLE.contains(address) || TRANSLATED.contains(address)) {
            return whyNot(address.last())
                    .map(why -> broken("it names " + address + ", which carries " + address.last() + ", " + why));
        }
        return Optional.empty();
    }

    private static UrlDefect carried(Ipv6 address, Ipv4 inside) {
        String names = "it names " + address + ", which carries " + inside;
        return whyNot(inside)
                .map(why -> broken(names + ", " + why))
                .orElseGet(() -> doubtful(names + " and is reached only from networks that translate it"));
    }

    private static Block4 block4(String cidr, String what) {
        Ipv4 base = Ipv4Text.of(address(cidr)).orElseThrow().readings().get(0);
        return new Block4(cidr, what, base.bits(), length(cidr));
    }

    private static Block6 block6(String cidr, String what) {
        Ipv6 base = Ipv6Text.read(address(cidr)).orElseThrow();
        return new Block6(cidr, what, base, length(cidr));
    }

    private static String address(String cidr) {
        return cidr.substring(0, cidr.indexOf('/'));
    }

    private static int length(String cidr) {
        return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
    }

    private record Block4(String cidr, String what, int base, int length) {
        boolean contains(Ipv4 address) {
            return (address.bits() ^ base) >>> (Integer.SIZE - length) == 0;
        }

        @Override
        public String toString() {
            return what + " (" + cidr + ")";
        }
    }

    private record Block6(String cidr, String what, Ipv6 base, int length) {
        boolean contains(Ipv6 address) {
            long high = address.high() ^ base.high();
            if (length <= Long.SIZE) {
                return high >>> (Long.SIZE - length) == 0;
            }
            return high == 0 && (address.low() ^ base.low()) >>> (2 * Long.SIZE - length) == 0;
        }

        @Override
        public String toString() {
            return what + " (" + cidr + ")";
        }
    }
}
