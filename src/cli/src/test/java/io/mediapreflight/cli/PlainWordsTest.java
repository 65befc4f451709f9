package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Code, comments, messages, help and documentation use the terms of the field. {@code words.tsv} lists the words that are
 * not used and what to say instead, {@code words-exceptions.tsv} the texts in which they may stand, each with its reason.
 */
class PlainWordsTest {
    private static final Path ROOT = Path.of(Run.sample("")).toAbsolutePath().getParent();
    private static final Path RESOURCES = ROOT.resolve("src/cli/src/test/resources");
    private static final List<String> PAGES = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "testdata/README.md",
            "benchmarks/README.md",
            "src/ffmpeg/README.md",
            "src/core/src/main/resources/io/mediapreflight/text/messages.properties",
            "src/core/src/test/resources/sentences.txt");

    private static List<Word> words;
    private static Pattern anyWord;
    private static List<String> exceptions;

    /**
     * A word that is not used.
     *
     * @param whole matches the word in running text
     * @param instead what to say
     * @param place a part of the paths for which that holds; empty for all
     */
    private record Word(Pattern whole, String instead, String place) {
        static Word of(String[] row) {
            return new Word(Pattern.compile("\\b(?:" + row[0] + ")\\b"), row[1], row.length > 2 ? row[2] : "");
        }
    }

    @BeforeAll
    static void read_the_lists() throws IOException {
        words = rows("words.tsv").map(Word::of).toList();
        anyWord = Pattern.compile(
                words.stream().map(word -> word.whole().pattern()).collect(Collectors.joining("|")));
        exceptions = rows("words-exceptions.tsv").map(row -> row[0]).toList();
    }

    @Test
    void nothing_says_a_word_that_is_not_used() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                for (String word : found(path, lines.get(i))) {
                    found.add(path + ":" + (i + 1) + ": " + word + ": "
                            + lines.get(i).strip());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_exception_is_needed_and_has_a_reason() throws IOException {
        Set<String> needed = new HashSet<>();
        for (Path file : files()) {
            String text = Files.readString(file);
            exceptions.stream().filter(text::contains).forEach(needed::add);
        }
        assertThat(exceptions).allMatch(needed::contains);
        assertThat(rows("words-exceptions.tsv")).allMatch(row -> row.length == 2 && !row[1].isBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a film of ten seconds | film",
                "class FilmReader { | film",
                "boolean isFilm(); | film",
                "int MAX_FILMS = 3; | films",
                "void a_film_passes() { | film",
                "int MOST_OPEN = 8; | MOST_OPEN",
                "int mostRead; | mostRead",
                "a list that is none | is none",
                "empty where there is none |",
                "a Fujifilm camera |",
                "check sound.mp3 and sound | sound",
            })
    void a_word_is_found_by_itself_and_within_a_name(String line, String expected) {
        assertThat(found("Some.java", line))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
    }

    private static List<String> found(String path, String line) {
        if (!anyWord.matcher(line).find() && !anyWord.matcher(apart(line)).find()) {
            return List.of(); // nearly every line: the rest takes its time
        }
        String text = line;
        for (String exception : exceptions) {
            text = text.replace(exception, "");
        }
        String apart = apart(text);
        List<String> found = new ArrayList<>();
        for (Word word : words) {
            if (path.contains(word.place)) {
                Stream.of(text, apart)
                        .map(word.whole::matcher)
                        .filter(Matcher::find)
                        .findFirst()
                        .ifPresent(match -> found.add(match.group()));
            }
        }
        return found;
    }

    /** Names as the words that they are made of: {@code isFilm_ofABatch} is {@code is film of a batch}. */
    private static String apart(String line) {
        StringBuilder words = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i);
            boolean begins = Character.isUpperCase(next)
                    && i > 0
                    && (!Character.isUpperCase(line.charAt(i - 1))
                            || (i + 1 < line.length() && Character.isLowerCase(line.charAt(i + 1))));
            if (begins) {
                words.append(' ');
            }
            words.append(next == '_' ? ' ' : Character.toLowerCase(next));
        }
        return words.toString();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(PAGES.stream().map(ROOT::resolve).toList());
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            docs.filter(page -> page.toString().endsWith(".md")).forEach(files::add);
        }
        for (String sources : List.of("src", "benchmarks")) {
            try (Stream<Path> tree = Files.walk(ROOT.resolve(sources))) {
                tree.filter(PlainWordsTest::isSource).forEach(files::add);
            }
        }
        return files;
    }

    /** This file names the words that it looks for. */
    private static boolean isSource(Path file) {
        String path = file.toString();
        return path.endsWith(".java")
                && !path.contains(file.getFileSystem().getSeparator() + "target"
                        + file.getFileSystem().getSeparator())
                && !path.endsWith(PlainWordsTest.class.getSimpleName() + ".java");
    }

    private static Stream<String[]> rows(String list) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(list)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t"));
    }
}
