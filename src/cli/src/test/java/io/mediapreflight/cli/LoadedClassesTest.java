package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start-up time is a feature: a plain check loads nothing that it does not need. */
class LoadedClassesTest {
    @Test
    void a_check_loads_neither_json_nor_http_nor_the_submitter() throws Exception {
        assertThat(loaded("check", Run.sample("drawing.png")))
                .anyMatch(line -> line.contains("io.mediapreflight.Preflight "))
                .noneMatch(line -> line.contains(" tools.jackson."))
                .noneMatch(line -> line.contains(" java.net.http.") || line.contains(" jdk.internal.net.http."))
                .noneMatch(line -> line.contains(" io.mediapreflight.submit."))
                .noneMatch(line -> line.contains(" io.mediapreflight.ffmpeg."))
                .noneMatch(line -> line.contains(" io.mediapreflight.report.html."))
                .noneMatch(line -> line.contains(" io.mediapreflight.remote.") || line.contains(" org.apache.hc."))
                .noneMatch(line -> line.contains(" io.mediapreflight.s3.") || line.contains(" software.amazon."))
                .noneMatch(line -> line.contains(" picocli."));
    }

    @Test
    void a_check_that_finds_no_configuration_file_loads_nothing_but_the_search() throws Exception {
        assertThat(loaded("check", Run.sample("drawing.png")))
                .filteredOn(line -> line.contains(" io.mediapreflight.cli.config."))
                .hasSize(1)
                .allMatch(line -> line.contains(" io.mediapreflight.cli.config.ConfigurationSearch "));
    }

    /** Each costs a start about 0.2 ms: a description of facts by lambdas once cost 15 ms. */
    @ParameterizedTest
    @ValueSource(strings = {"drawing.png", "clip-4s-faststart.mp4"})
    void a_check_waits_for_few_lambdas(String sample) throws Exception {
        assertThat(loaded("check", Run.sample(sample)).stream()
                        .filter(line -> line.contains(" io.mediapreflight.") && line.contains("$$Lambda")))
                .hasSizeBetween(1, 40);
    }

    /** The equals of one record made twenty-five, and Jackson's printer eleven: a millisecond each. */
    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void a_check_makes_few_classes_as_it_runs(String format) throws Exception {
        assertThat(loaded("check", "--format", format, Run.sample("clip-4s-faststart.mp4")).stream()
                        .filter(line -> line.contains(" java.lang.invoke.LambdaForm$MH/0x")))
                .hasSizeBetween(1, 5);
    }

    @Test
    void a_check_that_says_nothing_loads_no_sentences() throws Exception {
        assertThat(loaded("check", Run.sample("clip-4s-faststart.mp4")))
                .anyMatch(line -> line.contains("io.mediapreflight.rule.Findings "))
                .noneMatch(line -> line.contains(" io.mediapreflight.text.Messages"));
    }

    @Test
    void a_plain_audit_loads_neither_a_parser_nor_json_nor_a_database() throws Exception {
        assertThat(loaded("audit", Run.sample("drawing.png")))
                .anyMatch(line -> line.contains("io.mediapreflight.audit.AuditRun "))
                .noneMatch(line -> line.contains(" picocli."))
                .noneMatch(line -> line.contains(" tools.jackson."))
                .noneMatch(line -> line.contains(" io.mediapreflight.s3.") || line.contains(" software.amazon."))
                .noneMatch(line -> line.contains(" org.sqlite.") || line.contains(" java.sql."))
                .noneMatch(line -> line.contains(" org.apache.commons."));
    }

    @Test
    void listing_the_journal_loads_no_http(@TempDir Path directory) throws Exception {
        Path journal = Files.createFile(directory.resolve("journal"));
        assertThat(loaded("journal", "--journal", journal.toString()))
                .anyMatch(line -> line.contains("io.mediapreflight.submit.journal.FileJournal "))
                .noneMatch(line -> line.contains(" java.net.http.") || line.contains(" jdk.internal.net.http."));
    }

    private static List<String> loaded(String... args) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:stdout",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out.lines().toList();
    }
}
