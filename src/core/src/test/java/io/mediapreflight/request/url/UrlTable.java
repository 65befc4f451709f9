package io.mediapreflight.request.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tables of URLs and hosts that stand beside the tests, in which no character hides. */
final class UrlTable {
    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4,6})}");
    private static final Pattern REPEATED = Pattern.compile("\\{(\\d+)\\*([^}]+)}");

    private UrlTable() {}

    static Stream<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(UrlTable.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String expanded(String text) {
        String characters = CHARACTER.matcher(text).replaceAll(match -> {
            // A lone surrogate is no code point that a replacement could be made from otherwise.
            String character = new String(Character.toChars(Integer.parseInt(match.group(1), 16)));
            return Matcher.quoteReplacement(character);
        });
        return REPEATED.matcher(characters)
                .replaceAll(match -> match.group(2).repeat(Integer.parseInt(match.group(1))));
    }
}
