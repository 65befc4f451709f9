package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The message of a failure is printed, so it is a text from a file of messages. That of an error in a caller's program, which is an
 * unchecked exception of the JDK, is English in the code, and no command may print it.
 */
class ExceptionTextsTest {
    private static final Path MODULES = Path.of("..");
    private static final List<String> JDK = List.of("java.lang.", "java.io.", "java.util.", "java.time.");

    /** Holds a value that refuses other texts, with a clause of a standard, which is not printed. */
    private static final String OF_A_FILE = "MalformedException";

    private static final Pattern NEW = Pattern.compile("new (\\w+(?:Exception|Error))\\(");
    private static final Pattern CATCH = Pattern.compile("catch \\(([\\w |]+) (\\w+)\\) \\{");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    /** Two words, or one that is to stand beside another. */
    private static final Pattern WORDS = Pattern.compile("[a-z]{2,} [a-z]{2,}|^ [a-z]{2,}|[a-z]{2,} $");

    @Test
    void of_failures_stand_in_files_of_messages() throws IOException {
        assertThat(sources())
                .allSatisfy((file, source) -> assertThat(NEW.matcher(source).results())
                        .filteredOn(created -> !isUncheckedOfTheJdk(created.group(1)))
                        .filteredOn(created -> !created.group(1).equals(OF_A_FILE))
                        .extracting(created -> arguments(source, created))
                        .as(file)
                        .noneMatch(ExceptionTextsTest::holdsWords));
    }

    @Test
    void of_errors_in_a_program_are_not_read() throws IOException {
        assertThat(sources())
                .allSatisfy((file, source) -> assertThat(CATCH.matcher(source).results())
                        .filteredOn(caught -> caught.group(1).contains("IllegalArgumentException")
                                || caught.group(1).contains("IllegalStateException"))
                        .extracting(caught -> block(source, caught))
                        .as(file)
                        .noneMatch(block -> block.contains("getMessage()")));
    }

    @Test
    void are_found_where_they_stand_in_the_code() {
        String source =
                "{ throw new IOException(\"no more (free) room\" + x); } catch (IllegalStateException e) { say(e.getMessage()); }";
        MatchResult created = NEW.matcher(source).results().findFirst().orElseThrow();
        MatchResult caught = CATCH.matcher(source).results().findFirst().orElseThrow();

        assertThat(arguments(source, created)).isEqualTo("\"no more (free) room\" + x");
        assertThat(holdsWords(arguments(source, created))).isTrue();
        assertThat(holdsWords("Phrase.of(\"cli:x\").with(\"file\", name)")).isFalse();
        assertThat(block(source, caught)).isEqualTo(" say(e.getMessage()); ");
        assertThat(isUncheckedOfTheJdk("IllegalStateException")).isTrue();
        assertThat(List.of("IOException", "OutOfMemoryError", "UsageException"))
                .noneMatch(ExceptionTextsTest::isUncheckedOfTheJdk);
    }

    private static boolean holdsWords(String arguments) {
        return LITERAL.matcher(arguments)
                .results()
                .anyMatch(literal -> WORDS.matcher(literal.group(1)).find());
    }

    private static boolean isUncheckedOfTheJdk(String name) {
        return JDK.stream().anyMatch(start -> isUnchecked(start + name));
    }

    private static boolean isUnchecked(String name) {
        try {
            return RuntimeException.class.isAssignableFrom(Class.forName(name));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static String arguments(String source, MatchResult created) {
        return upTo(source, created.end(), '(', ')');
    }

    private static String block(String source, MatchResult caught) {
        return upTo(source, caught.end(), '{', '}');
    }

    /** What stands in front of the bracket that closes the one before it. */
    private static String upTo(String source, int from, char open, char close) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            depth += source.charAt(at) == open ? 1 : source.charAt(at) == close ? -1 : 0;
            at++;
        }
        return source.substring(from, at - 1);
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(MODULES)) {
            for (Path file : files.filter(ExceptionTextsTest::isSource).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        }
        assertThat(sources).hasSizeGreaterThan(100);
        return sources;
    }

    private static boolean isSource(Path file) {
        return file.toString().replace('\\', '/').contains("/src/main/java/")
                && file.toString().endsWith(".java");
    }
}
