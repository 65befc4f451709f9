package io.mediapreflight.request;

import static io.mediapreflight.request.UrlDefect.broken;
import static io.mediapreflight.request.UrlDefect.doubtful;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The host of a URL, judged as the most lenient client would read it: escapes decoded, full-width letters, digits and dots
 * mapped (UTS #46), numbers taken for addresses. No name is resolved.
 */
final class HostText {
    /** RFC 1035 2.3.4. */
    private static final int MAX_NAME = 253;

    private static final int MAX_LABEL = 63;

    /** Names that lead to no public host, whoever resolves them. */
    private static final List<String> INNER_SUFFIXES = List.of(
            "localhost", // RFC 6761 6.3
            "localdomain", // what many hosts files call themselves
            "local", // RFC 6762 3
            "internal", // ICANN, 29 July 2024
            "home.arpa", // RFC 8375
            "onion"); // RFC 7686

    private final List<UrlDefect> defects = new ArrayList<>();

    private HostText() {}

    /** What is wrong with a host as it stands in a URL, brackets included. */
    static List<UrlDefect> defects(String host) {
        HostText text = new HostText();
        if (host.startsWith("[")) {
            text.judgeLiteral(host);
        } else {
            text.judge(host);
        }
        return text.defects;
    }

    private void judgeLiteral(String host) {
        String inside = host.substring(1, host.length() - 1);
        int zone = inside.indexOf('%');
        if (zone >= 0) {
            defects.add(broken("its address has a zone, which means something on one machine only"));
        }
        String text = zone < 0 ? inside : inside.substring(0, zone);
        Optional<Ipv6> address = Ipv6Text.read(mapped(text));
        if (address.isEmpty()) {
            defects.add(broken("what stands in brackets is no IPv6 address"));
            return;
        }
        GlobalUnicast.defect(address.get()).ifPresent(defects::add);
        if (defects.isEmpty() && !mapped(text).equals(plainly(text))) {
            defects.add(broken("its address is not written in ASCII"));
        }
    }

    private void judge(String host) {
        Optional<String> decoded = Percent.decoded(host);
        if (decoded.isEmpty()) {
            defects.add(broken("its host has escapes that stand for no text"));
            return;
        }
        if (decoded.get().codePoints().anyMatch(HostText::isInvisible)) {
            defects.add(broken("its host has an invisible character"));
        }
        String name = withoutRootDot(mapped(decoded.get()));
        if (name.isEmpty() || name.length() > MAX_NAME || hasEmptyLabel(name)) {
            defects.add(broken("its host is empty, too long or has two dots in a row"));
            return;
        }
        Optional<Ipv4Text> number = Ipv4Text.of(name);
        if (number.isPresent()) {
            judgeNumber(name, number.get());
        } else {
            judgeName(name);
        }
        if (defects.isEmpty() && !plainly(host).equals(plainly(mapped(decoded.get())))) {
            defects.add(doubtful(
                    "its host is written so that some clients read " + Excerpt.of(name) + " and others refuse it"));
        }
    }

    private void judgeNumber(String host, Ipv4Text number) {
        List<Ipv4> readings = number.readings();
        if (readings.isEmpty()) {
            defects.add(broken("its host ends in a number and is no IPv4 address"));
            return;
        }
        for (Ipv4 reading : readings) {
            GlobalUnicast.defect(reading).ifPresent(defects::add);
        }
        if (defects.isEmpty() && !number.isPlain()) {
            defects.add(doubtful("its host " + Excerpt.of(host) + " is " + readings.get(0)
                    + " to some clients, and something else or nothing to others"));
        }
    }

    private void judgeName(String name) {
        for (String suffix : INNER_SUFFIXES) {
            if (name.equals(suffix) || name.endsWith("." + suffix)) {
                defects.add(broken(
                        "its host " + Excerpt.of(name) + " is under ." + suffix + ", which leads to no public host"));
                return;
            }
        }
        int length = 0;
        for (String label : name.split("\\.", -1)) {
            Optional<String> ascii = ascii(label);
            if (ascii.isEmpty()) {
                defects.add(broken("its host " + Excerpt.of(name) + " is no host name"));
                return;
            }
            length += ascii.get().length() + 1;
        }
        if (length - 1 > MAX_NAME) {
            defects.add(broken("its host is too long"));
        } else if (name.indexOf('.') < 0) {
            defects.add(
                    broken("its host " + Excerpt.of(name) + " is a single label, which only a local network resolves"));
        }
    }

    /** What is asked of the name service; empty where it cannot be asked. */
    private static Optional<String> ascii(String label) {
        try {
            String ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);
            boolean name = ascii.length() <= MAX_LABEL && ascii.chars().allMatch(HostText::isNameCharacter);
            return name ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The underscore is no letter of host names, and stands in those of buckets. */
    private static boolean isNameCharacter(int c) {
        return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '_';
    }

    /** UTS #46, as far as it can turn one host into another: compatibility forms, case, the four dots, what is ignored. */
    private static String mapped(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().filter(c -> !isInvisible(c)).forEach(visible::appendCodePoint);
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).replace('\u3002', '.');
    }

    /** The same without what only changes the case: to that, every client is indifferent. */
    private static String plainly(String host) {
        return Normalizer.normalize(host, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isInvisible(int c) {
        boolean selector = (0xFE00 <= c && c <= 0xFE0F) || (0xE0100 <= c && c <= 0xE01EF) || c == 0x034F;
        boolean joiner = c == 0x200C || c == 0x200D; // Persian and Indic names have them (RFC 5892 A)
        return selector || (Character.getType(c) == Character.FORMAT && !joiner);
    }

    private static String withoutRootDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static boolean hasEmptyLabel(String host) {
        return host.startsWith(".") || host.endsWith(".") || host.contains("..");
    }
}
