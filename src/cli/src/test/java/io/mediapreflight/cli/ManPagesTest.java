package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.OptionSpec;

class ManPagesTest {
    private static final Map<String, String> PAGES = ManPages.all();

    @TempDir
    Path directory;

    private static String page(Command command) {
        return String.valueOf(PAGES.get("preflight-" + command.id() + ".1"));
    }

    @Test
    void there_is_one_for_the_program_and_one_for_each_command() {
        assertThat(PAGES).hasSize(Command.values().length + 1).containsKey("preflight.1");
        assertThat(PAGES.get("preflight.1"))
                .contains(".SH \"COMMANDS\"", "\\fBaudit\\fR")
                .contains(".SH \"EXIT STATUS\"", "\\fB143\\fR", "\\fBNO_COLOR\\fR", "\\fIpreflight.toml\\fR")
                .contains("\\fBpreflight\\-check\\fR(1)");
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void has_every_option_of_its_command(Command command) {
        for (OptionSpec option : command.spec("x").options()) {
            for (String name : option.names()) {
                assertThat(page(command)).contains("\\fB" + name.replace("-", "\\-") + "\\fR");
            }
        }
        assertThat(page(command)).doesNotContain("{").doesNotContain("option.").doesNotContain("man.");
    }

    @Test
    void names_the_variables_and_files_that_concern_its_command() {
        assertThat(page(Command.SUBMIT)).contains("IMINI_API_KEY", "XDG_STATE_HOME", "journal.jsonl");
        assertThat(page(Command.CHECK)).contains("NO_COLOR", "preflight.toml").doesNotContain("IMINI_API_KEY");
        assertThat(page(Command.RULES)).doesNotContain("NO_COLOR").doesNotContain(".SH \"FILES\"");
        assertThat(page(Command.COMPLETION)).contains("\\fBSHELL\\fR");
    }

    @Test
    void the_build_writes_them_as_ascii() throws IOException {
        ManPages.main(new String[] {directory.resolve("man1").toString()});
        try (Stream<Path> files = Files.list(directory.resolve("man1"))) {
            assertThat(files)
                    .hasSize(PAGES.size())
                    .allSatisfy(file -> assertThat(Files.readAllBytes(file))
                            .doesNotContain(0xC3)
                            .isNotEmpty());
        }
    }

    @Test
    void groff_has_nothing_to_warn_of() throws Exception {
        assertThat(lint("groff", "-ww", "-mandoc", "-Tutf8", "-z")).isEmpty();
    }

    /** Its style guide wants a date, which would make every build another. */
    @Test
    void mandoc_has_nothing_to_warn_of() throws Exception {
        assertThat(lint("mandoc", "-T", "lint", "-W", "warning").lines().filter(line -> !line.contains("missing date")))
                .isEmpty();
    }

    @Test
    void shows_what_is_to_be_typed_as_it_is_typed() throws Exception {
        String shown = run(List.of("groff", "-mandoc", "-Tutf8", "-rLL=200n", write("preflight-audit.1")))
                .replaceAll("\033\\[[0-9;]*m", "");
        assertThat(shown)
                .contains("preflight audit --baseline known.jsonl --write-baseline --reason \"old clips\" media/")
                .contains("'*.jpg'")
                .contains("--no-color");
    }

    private String write(String name) throws IOException {
        return Files.writeString(directory.resolve(name), PAGES.get(name)).toString();
    }

    private String lint(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        for (String name : PAGES.keySet()) {
            all.add(write(name));
        }
        return run(all);
    }

    private static String run(List<String> command) throws Exception {
        assumeThat(isInstalled(command.get(0)))
                .as("%s is installed", command.get(0))
                .isTrue();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GROFF_SGR", "1");
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
