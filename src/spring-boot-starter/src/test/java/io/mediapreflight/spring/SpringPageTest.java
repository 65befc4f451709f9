package io.mediapreflight.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.journal.jdbc.JdbcJournal;
import io.mediapreflight.journal.jdbc.JournalUrl;
import io.mediapreflight.submit.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of docs/spring.md stand in code that is compiled, and run by other tests. */
class SpringPageTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<Path> SOURCES = List.of(
            Path.of("src/test/java/org/example/uploads/SampleApplication.java"),
            Path.of("src/test/java/io/mediapreflight/spring/SpringPageTest.java"),
            ROOT.resolve("src/validation/src/test/java/io/mediapreflight/validation/ConstraintsTest.java"));

    @Test
    void every_example_in_java_is_part_of_a_source() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (Path source : SOURCES) {
            sources.append(withoutIndentation(Files.readString(source)));
        }
        List<String> examples = examples(Files.readString(ROOT.resolve("docs/spring.md")));
        assertThat(examples)
                .hasSize(4)
                .allSatisfy(example -> assertThat(sources).contains(withoutIndentation(example)));
    }

    private static List<String> examples(String page) {
        List<String> examples = new ArrayList<>();
        for (String part : page.split("```java\n", -1)) {
            examples.add(part.substring(0, Math.max(0, part.indexOf("```"))));
        }
        return examples.subList(1, examples.size());
    }

    private static String withoutIndentation(String code) {
        return String.join("\n", code.lines().map(String::strip).toList());
    }

    /** As the page has it; PostgreSQL is tried in the tests of the journal. */
    @SuppressWarnings("unused") // compiled only
    private static Journal shared() throws IOException {
        Journal journal = JdbcJournal.open(JournalUrl.parse("postgresql://db.example.org/fleet?sslmode=verify-full")
                .dataSource(System.getenv()));
        return journal;
    }
}
