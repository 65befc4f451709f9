package io.mediapreflight.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What the README and the pages in docs say about the code is what the code says. */
class ReadmeTest {
    private static final String EXAMPLE = "src/core/src/test/java/io/mediapreflight/readme/EmbeddingExampleTest.java";

    @Test
    void lists_every_rule_with_its_bound_and_where_it_comes_from() throws IOException {
        Limits limits = Limits.klingV3MotionControl();
        StringBuilder table = new StringBuilder("| rule | checks | bound | from |\n| --- | --- | --- | --- |\n");
        for (RuleId rule : RuleId.values()) {
            table.append("| `%s` | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.title(),
                            rule.bound(limits),
                            rule.origin().inWords()));
        }
        assertThat(Files.readString(Testdata.repository().resolve("docs/limits.md")))
                .contains(table.toString());
    }

    @Test
    void shows_every_published_limit_of_files_first() throws IOException {
        Limits limits = Limits.klingV3MotionControl();
        StringBuilder table = new StringBuilder("| rule | checks | limit |\n| --- | --- | --- |\n");
        for (RuleId rule : RuleId.values()) {
            boolean published = rule.origin().inWords().equals("the published page");
            if (published && !rule.id().startsWith("request.")) {
                table.append("| `%s` | %s | %s |\n".formatted(rule.id(), rule.title(), rule.bound(limits)));
            }
        }
        assertThat(Readme.text()).contains(table.append("\n"));
    }

    @Test
    void fits_the_readme_into_160_lines() throws IOException {
        assertThat(Readme.text().lines()).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void shows_the_embedding_example_that_is_compiled_and_run() throws IOException {
        assertThat(Readme.text()).contains(example("// README: embedding\n", "// README: end"));
    }

    @Test
    void shows_the_check_of_an_upload_that_is_compiled_and_run() throws IOException {
        assertThat(Files.readString(Testdata.repository().resolve("docs/embedding.md")))
                .contains(example("// embedding.md: upload\n", "// embedding.md: end"));
    }

    /** The lines between the two comments, as a page shows them. */
    private static String example(String begin, String end) throws IOException {
        String code = Files.readString(Testdata.repository().resolve(EXAMPLE));
        int from = code.indexOf(begin) + begin.length();
        return "```java\n"
                + code.substring(from, code.indexOf(end)).stripIndent().strip() + "\n```";
    }
}
