package io.mediapreflight.request.url;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What UTS 46 makes of each character beyond ASCII in a host name: valid, ignored, mapped to others, or (all the rest,
 * unassigned ones too) disallowed. The JDK's own {@link java.net.IDN} is of 2003, and its tables are older than those of
 * today's browsers. The table is made from ICU by {@code HostCharactersFile} in the tests, and compared with it there.
 */
final class HostCharacters {
    static final String RESOURCE = "host-characters.txt";

    private static final int HEXADECIMAL = 16;

    /** IDNA 2003 ignores the Mongolian todo soft hyphen, which UTS 46 has come to keep. */
    private static final int TODO_SOFT_HYPHEN = 0x1806;

    /** Read when the first host beyond ASCII is, since nearly all hosts are ASCII. */
    private static final class Table {
        static final HostCharacters READ = read();
    }

    private final BitSet valid = new BitSet();
    private final BitSet marks = new BitSet();
    private final BitSet ignored = new BitSet();
    private final Map<Integer, String> mapped = new HashMap<>();

    private HostCharacters() {}

    static HostCharacters table() {
        return Table.READ;
    }

    private static HostCharacters read() {
        try (InputStream in = Objects.requireNonNull(HostCharacters.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            HostCharacters table = new HostCharacters();
            lines.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
            table.ignored.set(TODO_SOFT_HYPHEN);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code valid FROM-TO/STEP}, {@code mark FROM-TO} (of those that are valid), {@code ignored FROM}, {@code mapped FROM-TO +DISTANCE}, {@code mapped FROM TO TO}. */
    private void add(String line) {
        List<String> words = List.of(line.split(" ", -1));
        String[] run = words.get(1).split("[-/]", -1);
        int first = hex(run[0]);
        int last = run.length > 1 ? hex(run[1]) : first;
        int step = run.length > 2 ? hex(run[2]) : 1;
        for (int c = first; c <= last; c += step) {
            switch (words.get(0)) {
                case "valid" -> valid.set(c);
                case "mark" -> marks.set(c);
                case "ignored" -> ignored.set(c);
                default -> mapped.put(c, target(c, words));
            }
        }
    }

    private static String target(int c, List<String> words) {
        if (words.get(2).startsWith("+") || words.get(2).startsWith("-")) {
            return Character.toString(c + hex(words.get(2)));
        }
        StringBuilder target = new StringBuilder();
        words.subList(2, words.size()).forEach(word -> target.appendCodePoint(hex(word)));
        return target.toString();
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, HEXADECIMAL);
    }

    /** Whether clients drop it, so that what stands around it moves together. */
    boolean isIgnored(int c) {
        return ignored.get(c);
    }

    /** Whether it is one that stands for itself. */
    boolean isValid(int c) {
        return valid.get(c);
    }

    /** Whether it is one that belongs to the character before it, so that no label begins with it. */
    boolean isMark(int c) {
        return marks.get(c);
    }

    /** Whether no client takes it in a host name: none has a meaning for it, or its Unicode is too old to know it. */
    boolean isDisallowed(int c) {
        return c >= 0x80 && !valid.get(c) && !ignored.get(c) && !mapped.containsKey(c);
    }

    /** The text with what is ignored left out and what is mapped replaced, ASCII letters in lower case. */
    String map(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().filter(c -> !isIgnored(c)).forEach(c -> {
            String target = mapped.get(c);
            if (target != null) {
                result.append(target);
            } else {
                result.appendCodePoint('A' <= c && c <= 'Z' ? c + ('a' - 'A') : c);
            }
        });
        return result.toString();
    }
}
