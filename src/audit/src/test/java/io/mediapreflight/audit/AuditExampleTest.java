package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditExampleTest {
    private static final Path ROOT = Tree.TESTDATA.resolve("..");
    private static final Path SOURCE =
            ROOT.resolve("src/audit/src/test/java/io/mediapreflight/audit/AuditExampleTest.java");

    private final Log log = new Log();

    @Test
    void three_lines_audit_a_directory() throws Exception {
        Path directory = Tree.TESTDATA;

        // README: auditing
        Audit audit = Audit.builder(Preflight.standard()).build();
        AuditRun run = audit.over(NamedAssets.of(List.of(directory), Selection.standard()));
        boolean complete = run.report(verdict -> log.info(verdict.toString()));
        // README: end

        assertThat(complete).isTrue();
        assertThat(log.lines)
                .hasSizeGreaterThan(80)
                .allMatch(line -> line.matches("(pass|warn|unknown|fail|skipped) \\S.*"));
    }

    @Test
    void the_documentation_shows_the_same_lines() throws Exception {
        String code = Files.readString(SOURCE);
        String example = code.substring(code.indexOf("// README: auditing\n"), code.indexOf("// README: end"))
                .replace("// README: auditing\n", "")
                .stripIndent()
                .strip();
        assertThat(Files.readString(ROOT.resolve("docs/embedding.md"))).contains("```java\n" + example + "\n```");
    }

    private static final class Log {
        private final List<String> lines = new ArrayList<>();

        void info(String line) {
            lines.add(line);
        }
    }
}
