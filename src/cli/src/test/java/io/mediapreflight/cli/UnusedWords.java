package io.mediapreflight.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of {@code words.tsv}, and the texts of {@code words-exceptions.tsv} in which they may stand. */
final class UnusedWords {
    /** What is not said, by its first word. */
    private final Map<String, List<Phrase>> phrases;

    private final List<String> exceptions;

    /**
     * Words that are not used.
     *
     * @param words in lower case
     * @param startsName whether only names are meant that begin with the word
     * @param place a part of the paths for which that holds; empty for all
     */
    private record Phrase(List<String> words, boolean startsName, String place) {
        static Phrase of(String text, String place) {
            return new Phrase(List.of(text.replace("*", "").split(" ")), text.endsWith("*"), place);
        }

        boolean isAt(int index, List<Word> line) {
            if (startsName) {
                return line.get(index).startsName();
            }
            return index + words.size() <= line.size()
                    && line.subList(index, index + words.size()).stream()
                            .map(Word::text)
                            .toList()
                            .equals(words);
        }

        @Override
        public String toString() {
            return String.join(" ", words);
        }
    }

    /**
     * A word of a line, or of a name in it.
     *
     * @param startsName whether a name of several words begins with it
     */
    private record Word(String text, boolean startsName) {}

    private UnusedWords(Path lists) throws IOException {
        phrases = rows(lists.resolve("words.tsv"))
                .flatMap(row ->
                        Stream.of(row[0].split(", ")).map(text -> Phrase.of(text, row.length > 2 ? row[2] : "")))
                .collect(Collectors.groupingBy(phrase -> phrase.words().get(0)));
        exceptions =
                rows(lists.resolve("words-exceptions.tsv")).map(row -> row[0]).toList();
    }

    static UnusedWords in(Path lists) throws IOException {
        return new UnusedWords(lists);
    }

    /** The words that are not used and stand in a line of this file all the same. */
    List<String> found(String path, String line) {
        List<String> found = unused(path, line);
        if (found.isEmpty()) {
            return found;
        }
        String text = line;
        for (String exception : exceptions) {
            text = text.replace(exception, "");
        }
        return unused(path, text);
    }

    private List<String> unused(String path, String line) {
        List<Word> words = words(line);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            for (Phrase phrase : phrases.getOrDefault(words.get(i).text(), List.of())) {
                if (path.contains(phrase.place()) && phrase.isAt(i, words)) {
                    found.add(phrase.toString());
                }
            }
        }
        return found;
    }

    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        int nameStart = 0;
        int wordStart = 0;
        for (int i = 0; i <= line.length(); i++) {
            boolean inName = i < line.length() && (Character.isLetterOrDigit(line.charAt(i)) || line.charAt(i) == '_');
            if (!inName || beginsWord(line, i)) {
                int end = i;
                if (end > wordStart) {
                    boolean first = wordStart == nameStart;
                    words.add(new Word(line.substring(wordStart, end).toLowerCase(Locale.ROOT), first && inName));
                }
                wordStart = inName && line.charAt(i) != '_' ? i : i + 1;
                nameStart = inName ? nameStart : i + 1;
            }
        }
        return words;
    }

    /** Whether a word begins here within a name: behind {@code _}, or with a capital as in {@code isVideo}. */
    private static boolean beginsWord(String line, int i) {
        char next = line.charAt(i);
        if (next == '_') {
            return true;
        }
        boolean afterCapital = i > 0 && Character.isUpperCase(line.charAt(i - 1));
        boolean beforeSmall = i + 1 < line.length() && Character.isLowerCase(line.charAt(i + 1));
        return Character.isUpperCase(next) && i > 0 && (!afterCapital || beforeSmall);
    }

    List<String> exceptions() {
        return exceptions;
    }

    /** The lines of a list, by columns. */
    static Stream<String[]> rows(Path list) throws IOException {
        return Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }
}
