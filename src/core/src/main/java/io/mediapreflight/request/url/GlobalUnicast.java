package io.mediapreflight.request.url;

import static io.mediapreflight.request.url.UrlDefect.broken;
import static io.mediapreflight.request.url.UrlDefect.doubtful;

import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/**
 * Whether an address can be reached from anywhere: the IANA registries of special-purpose IPv4 and IPv6 addresses
 * (RFC 6890 and its updates) and of IPv6 address space (RFC 4291).
 */
final class GlobalUnicast {
    private static final List<Block4> SPECIAL_4 = List.of(
            block4("0.0.0.0/8", "this-network"),
            block4("10.0.0.0/8", "private"),
            block4("100.64.0.0/10", "carrier"),
            block4("127.0.0.0/8", "loopback"),
            block4("169.254.0.0/16", "link-local"),
            block4("168.63.129.16/32", "azure"),
            block4("172.16.0.0/12", "private"),
            block4("192.0.0.0/24", "protocols"),
            block4("192.0.2.0/24", "documentation"),
            block4("192.88.99.0/24", "six-to-four"),
            block4("192.168.0.0/16", "private"),
            block4("198.18.0.0/15", "benchmarks"),
            block4("198.51.100.0/24", "documentation"),
            block4("203.0.113.0/24", "documentation"),
            block4("224.0.0.0/4", "multicast"),
            block4("255.255.255.255/32", "broadcast"),
            block4("240.0.0.0/4", "reserved"));

    private static final List<Block6> SPECIAL_6 = List.of(
            block6("::/128", "unspecified"),
            block6("::1/128", "loopback"),
            block6("64:ff9b:1::/48", "translation"),
            block6("100::/64", "discarded"),
            block6("2001:2::/48", "benchmarks"),
            block6("2001::/32", "teredo"),
            block6("2001:db8::/32", "documentation"),
            block6("2001::/23", "protocols"),
            block6("3fff::/20", "documentation"),
            block6("fc00::/7", "unique-local"),
            block6("fe80::/10", "link-local"),
            block6("fec0::/10", "site-local"),
            block6("ff00::/8", "multicast"));

    /** Blocks whose addresses carry an IPv4 address in their last 32 bits. */
    private static final Block6 MAPPED = block6("::ffff:0:0/96", "carrying");

    private static final Block6 COMPATIBLE = block6("::/96", "carrying");
    private static final Block6 TRANSLATED = block6("::ffff:0:0:0/96", "carrying");
    private static final Block6 NAT64 = block6("64:ff9b::/96", "carrying");
    private static final Block6 SIX_TO_FOUR = block6("2002::/16", "carrying");
    private static final Block6 GLOBAL = block6("2000::/3", "global");

    private GlobalUnicast() {}

    static Optional<UrlDefect> defect(Ipv4 address) {
        return special(address)
                .map(block -> broken(block.in(Phrase.of("url:address").with("address", address.toString()))));
    }

    private static Optional<Block4> special(Ipv4 address) {
        return SPECIAL_4.stream().filter(block -> block.contains(address)).findFirst();
    }

    static Optional<UrlDefect> defect(Ipv6 address) {
        Optional<Block6> special =
                SPECIAL_6.stream().filter(block -> block.contains(address)).findFirst();
        if (special.isPresent()) {
            return special.map(block -> broken(block.in(Phrase.of("url:address").with("address", address.toString()))));
        }
        Optional<UrlDefect> carried = carried(address);
        return carried.isPresent() || GLOBAL.contains(address)
                ? carried
                : Optional.of(broken(GLOBAL.in(Phrase.of("url:address-outside").with("address", address.toString()))));
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
            return special(address.last())
                    .map(block -> broken(block.in(carrying("url:address-carried", address, address.last()))));
        }
        return Optional.empty();
    }

    private static UrlDefect carried(Ipv6 address, Ipv4 inside) {
        return special(inside)
                .map(block -> broken(block.in(carrying("url:address-carried", address, inside))))
                .orElseGet(() -> doubtful(carrying("url:address-translated", address, inside)));
    }

    private static Phrase carrying(String key, Ipv6 address, Ipv4 inside) {
        return Phrase.of(key).with("address", address.toString()).with("inside", inside.toString());
    }

    /** Adds to a phrase in which block an address is. */
    private static Phrase in(Phrase phrase, String block, String cidr) {
        return phrase.with("block", Phrase.of("url:block." + block)).with("range", cidr);
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

        Phrase in(Phrase phrase) {
            return GlobalUnicast.in(phrase, what, cidr);
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

        Phrase in(Phrase phrase) {
            return GlobalUnicast.in(phrase, what, cidr);
        }
    }
}
