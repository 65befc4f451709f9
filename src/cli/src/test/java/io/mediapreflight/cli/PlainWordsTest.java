package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final Path LISTS = ROOT.resolve("src/cli/src/test/resources");
    private static final List<String> PAGES = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "testdata/README.md",
            "benchmarks/README.md",
            "src/ffmpeg/README.md",
            "src/core/src/main/resources/io/mediapreflight/text/messages.properties",
            "src/core/src/test/resources/sentences.txt");

    private static UnusedWords words;

    @BeforeAll
    static void read_the_lists() throws IOException {
        words = UnusedWords.in(LISTS);
    }

    @Test
    void nothing_says_a_word_that_is_not_used() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String path = ROOT.relativize(file).toString().replace('\\', '/');
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                for (String word : words.found(path, lines.get(i))) {
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
            words.exceptions().stream().filter(text::contains).forEach(needed::add);
        }
        assertThat(words.exceptions()).allMatch(needed::contains);
        assertThat(UnusedWords.rows(LISTS.resolve("words-exceptions.tsv")))
                .allMatch(row -> row.length == 2 && !row[1].isBlank());
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
                "int MOST_OPEN = 8; | most",
                "int mostRead; | most",
                "a list that is none | is none",
                "most readers at least |",
                "empty where there is none |",
                "a Fujifilm camera |",
                "check sound.mp3 and sound | sound",
            })
    void a_word_is_found_by_itself_and_within_a_name(String line, String expected) {
        assertThat(words.found("Some.java", line))
                .containsExactlyElementsOf(expected == null ? List.of() : List.of(expected));
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
}
