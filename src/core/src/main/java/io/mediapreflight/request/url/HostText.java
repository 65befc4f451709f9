package io.mediapreflight.request.url;

import static io.mediapreflight.request.url.UrlDefect.broken;
import static io.mediapreflight.request.url.UrlDefect.doubtful;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The host of a URL, judged as the most lenient client would read it: escapes decoded, letters, digits and dots of all
 * scripts mapped (UTS 46), numbers taken for addresses. No name is resolved.
 */
final class HostText {
    /** RFC 1035 2.3.4. */
    private static final int MAX_NAME = 253;

    /** Names that lead to no public host, whatever resolves them. */
    private static final List<String> INNER_SUFFIXES = List.of(
            "localhost", // RFC 6761 6.3
            "localdomain", // what many hosts files call themselves
            "local", // RFC 6762 3
            "internal", // ICANN, 29 July 2024
            "lan", // what many routers call their network
            "home.arpa", // RFC 8375
            "corp", // never delegated, with home and mail: ICANN, 4 February 2018
            "home",
            "mail",
            "test", // RFC 6761 6.2
            "example", // RFC 6761 6.5
            "invalid", // RFC 6761 6.4
            "alt", // RFC 9476
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
        return text.defects.stream().distinct().toList();
    }

    /** What name servers are asked for, or the address without brackets; empty where it is no host. */
    static Optional<String> ascii(String host) {
        if (host.startsWith("[")) {
            String inside = host.substring(1, host.length() - 1);
            return Ipv6Text.read(inside).map(Ipv6::toString);
        }
        Optional<String> decoded = Percent.decoded(host);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        String name = withoutRootDot(mapped(decoded.get()));
        if (name.isEmpty() || name.length() > MAX_NAME) {
            return Optional.empty();
        }
        List<String> labels = new ArrayList<>();
        for (String label : name.split("\\.", -1)) {
            Optional<String> ascii = HostLabel.ascii(label);
            if (ascii.isEmpty()) {
                return Optional.empty();
            }
            labels.add(ascii.get());
        }
        return Optional.of(String.join(".", labels)).filter(joined -> joined.length() <= MAX_NAME);
    }

    private void judgeLiteral(String host) {
        String inside = host.substring(1, host.length() - 1);
        int zone = inside.indexOf('%');
        if (zone >= 0) {
            defects.add(broken(Phrase.of("url:zone")));
        }
        String text = zone < 0 ? inside : inside.substring(0, zone);
        Optional<Ipv6> address = Ipv6Text.read(mapped(text));
        if (address.isEmpty()) {
            defects.add(broken(Phrase.of("url:not-ipv6")));
            return;
        }
        GlobalUnicast.defect(address.get()).ifPresent(defects::add);
        if (defects.isEmpty() && !isAscii(text)) {
            defects.add(broken(Phrase.of("url:address-not-ascii")));
        }
    }

    private void judge(String host) {
        Optional<String> decoded = Percent.decoded(host);
        if (decoded.isEmpty()) {
            defects.add(broken(Phrase.of("url:host-escapes")));
            return;
        }
        judgeCharacters(decoded.get());
        String name = withoutRootDot(mapped(decoded.get()));
        String older = withoutRootDot(withoutDeviations(name));
        Stream.of(name, older).distinct().forEach(this::judgeReading);
        judgeOtherDigits(name);
        if (defects.isEmpty() && !name.equals(older)) {
            defects.add(doubtful(
                    Phrase.of("url:host-two").with("name", Excerpt.of(name)).with("older", Excerpt.of(older))));
        }
        if (defects.isEmpty() && !plainly(host).equals(plainly(mapped(decoded.get())))) {
            defects.add(doubtful(Phrase.of("url:host-spelling").with("name", Excerpt.of(name))));
        }
    }

    private void judgeCharacters(String host) {
        if (isAscii(host)) {
            return;
        }
        HostCharacters table = HostCharacters.table();
        if (host.codePoints().anyMatch(c -> table.isIgnored(c) || (table.isDisallowed(c) && SafeText.isHidden(c)))) {
            defects.add(broken(Phrase.of("url:host-invisible")));
            return;
        }
        OptionalInt disallowed = host.codePoints().filter(table::isDisallowed).findFirst();
        if (disallowed.isPresent()) {
            defects.add(broken(
                    Phrase.of("url:host-character").with("character", UrlParts.codePoint(disallowed.getAsInt()))));
        }
    }

    private void judgeReading(String name) {
        if (name.isEmpty() || name.length() > MAX_NAME || hasEmptyLabel(name)) {
            defects.add(broken(Phrase.of("url:host-shape")));
            return;
        }
        Optional<Ipv4Text> number = Ipv4Text.of(name);
        if (number.isPresent()) {
            judgeNumber(name, number.get());
        } else {
            judgeName(name);
        }
    }

    /** UTS 46 keeps the digits of most scripts, and many a program's own parser of numbers takes them for ours. */
    private void judgeOtherDigits(String name) {
        StringBuilder folded = new StringBuilder();
        name.codePoints().map(HostText::asciiDigit).forEach(folded::appendCodePoint);
        Optional<Ipv4Text> number = Ipv4Text.of(folded.toString());
        if (!name.contentEquals(folded) && number.isPresent()) {
            judgeNumber(folded.toString(), number.get());
        }
    }

    private static int asciiDigit(int c) {
        int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
        return digit < 0 ? c : '0' + digit;
    }

    private void judgeNumber(String host, Ipv4Text number) {
        List<Ipv4> readings = number.readings();
        if (readings.isEmpty()) {
            defects.add(broken(Phrase.of("url:host-number")));
            return;
        }
        for (Ipv4 reading : readings) {
            GlobalUnicast.defect(reading).ifPresent(defects::add);
        }
        if (defects.isEmpty() && !number.isPlain()) {
            defects.add(doubtful(Phrase.of("url:host-number-two")
                    .with("name", Excerpt.of(host))
                    .with("address", readings.get(0).toString())));
        }
    }

    private void judgeName(String name) {
        for (String suffix : INNER_SUFFIXES) {
            if (name.equals(suffix) || name.endsWith("." + suffix)) {
                defects.add(broken(Phrase.of("url:host-inner")
                        .with("name", Excerpt.of(name))
                        .with("suffix", suffix)));
                return;
            }
        }
        int length = 0;
        for (String label : name.split("\\.", -1)) {
            Optional<String> ascii = HostLabel.ascii(label);
            if (ascii.isEmpty()) {
                defects.add(broken(Phrase.of("url:host-invalid").with("name", Excerpt.of(name))));
                return;
            }
            length += ascii.get().length() + 1;
        }
        if (length - 1 > MAX_NAME) {
            defects.add(broken(Phrase.of("url:host-too-long")));
        } else if (name.indexOf('.') < 0) {
            defects.add(broken(Phrase.of("url:host-single").with("name", Excerpt.of(name))));
        }
    }

    /** UTS 46 4: mapped and normalized. */
    private static String mapped(String text) {
        return isAscii(text)
                ? text.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(HostCharacters.table().map(text), Normalizer.Form.NFC);
    }

    /** IDNA 2003 maps four characters that IDNA 2008 keeps, so that they lead to two hosts (UTS 46 1.3). */
    private static String withoutDeviations(String mapped) {
        return Normalizer.normalize(
                mapped.replace("ß", "ss")
                        .replace('ς', 'σ')
                        .replace("\u200c", "")
                        .replace("\u200d", ""),
                Normalizer.Form.NFC);
    }

    /** The same without what only changes the case: to that, every client is indifferent. */
    private static String plainly(String host) {
        return Normalizer.normalize(host, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static String withoutRootDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static boolean hasEmptyLabel(String host) {
        return host.startsWith(".") || host.endsWith(".") || host.contains("..");
    }
}
