package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "..", "docs", "limits.md");

    @TempDir
    Path directory;

    @Test
    void markdown_has_the_table_of_the_page_on_limits_and_a_section_for_each_rule_and_advice() throws IOException {
        String markdown = Run.of("rules", "--format", "markdown").out();
        String table = markdown.substring(0, markdown.indexOf("\n\n"));
        assertThat(Files.readString(PAGE))
                .contains(table.replaceAll("</?code>", "`").replace("&#95;", "_"));
        for (RuleId rule : RuleId.values()) {
            assertThat(markdown).contains("\n### <code>" + rule.id() + "</code>\n");
        }
        for (AdviceId advice : AdviceId.values()) {
            assertThat(markdown).contains("\n### <code>" + advice.id() + "</code>\n");
        }
    }

    @Test
    void one_rule_is_a_table_of_one_row_and_its_section() {
        assertThat(Run.of("rules", "-f", "markdown", "image.aspect-ratio").out())
                .startsWith("| rule | checks | bound | from |\n| --- | --- | --- | --- |\n"
                        + "| <code>image.aspect-ratio</code> | width to height, either way round | 1:2.5 to 2.5:1 | ")
                .contains("\n- fails: a 300x900 banner\n- fix: Crop it, or pad it.\n");
    }

    @Test
    void json_has_the_numbers_of_a_bound_with_their_unit() {
        assertThat(Run.of("rules", "-f", "json", "video.duration.max").out().replaceAll("\\s+", ""))
                .contains("\"kinds\":[\"video\"],\"severity\":\"fail\",")
                .contains("\"numbers\":{\"max\":10,\"maxGenerous\":30,\"unit\":\"s\",\"orientation\":\"image\"}");
        assertThat(Run.of("rules", "-f", "json", "image.format").out().replaceAll("\\s+", ""))
                .contains("\"accepted\":[\"jpeg\",\"png\"]")
                .doesNotContain("\"numbers\"");
    }

    @Test
    void limits_of_ones_own_are_shown_in_each_form() throws IOException {
        String file = Files.writeString(directory.resolve("limits.json"), "{\"image\":{\"sideMin\":512}}")
                .toString();
        for (String form : new String[] {"text", "json", "markdown"}) {
            assertThat(Run.of("rules", "image.dimensions", "--format", form, "--limits", file)
                            .out())
                    .contains("512");
        }
    }

    @Test
    void a_form_that_there_is_not_is_refused_with_those_that_there_are() {
        Run run = Run.of("rules", "--format", "markdwon");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("markdown");
    }
}
