package io.mediapreflight.cli.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTest {
    private static final String TALL = Run.sample("too-tall-300x900.jpg");

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "a.json, json",
        "a.jsonl, jsonl",
        "a.ndjson, jsonl",
        "a.csv, csv",
        "A.CSV, csv",
        "junit.xml, junit",
        "a.sarif, sarif",
        "a.sarif.json, sarif",
        "a.md, markdown",
        "a.html, html",
        "A.HTM, html",
        "a.txt, text",
        "a.log, text",
        "json, text",
        "-, text"
    })
    void the_name_of_the_file_says_which_form_it_has(String file, String id) throws UsageException {
        assertThat(ReportFormat.ofFile(file).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv | source,request,line",
                "junit | <?xml version=\"1.0\"",
                "sarif | {\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\"",
                "github | ::error file=",
                "markdown | ### preflight",
                "html | <!DOCTYPE html>"
            })
    void every_form_goes_to_standard_output(String format, String beginning) {
        Run run = Run.of("check", "-f", format, TALL);
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).startsWith(beginning);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void several_forms_are_written_in_one_run() throws IOException {
        Path csv = directory.resolve("a.csv");
        Path xml = directory.resolve("a.xml");
        Path sarif = directory.resolve("a.sarif");
        Run run = Run.of("audit", "-o", csv.toString(), "-o", xml.toString(), "-o", sarif.toString(), TALL);
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.out()).isEmpty();
        assertThat(csv).content().contains("image.aspect-ratio");
        assertThat(xml).content().contains("<testcase name=");
        assertThat(sarif).content().contains("\"ruleId\":\"image.aspect-ratio\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "junit", "sarif", "github", "markdown", "html"})
    void a_report_that_does_not_fit_on_the_disk_is_an_error(String format) {
        assumeThat(Path.of("/dev/full")).exists();
        Run run = Run.of("check", "-f", format, "-o", "/dev/full", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.PROGRAM_ERROR);
        assertThat(run.err()).startsWith("preflight: Cannot write /dev/full: ");
    }

    @Test
    void a_form_that_was_asked_for_is_stronger_than_the_name() throws IOException {
        Path file = directory.resolve("a.json");
        Run.of("check", "-f", "csv", "-o", file.toString(), TALL);
        assertThat(Files.readString(file)).startsWith("source,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"semicolon ! source;request", "; ! source;request", "bar ! source|request", ", ! source,request"})
    void the_cells_of_a_table_are_divided_as_asked(String delimiter, String beginning) {
        assertThat(Run.of("check", "-f", "csv", "--delimiter", delimiter, TALL).out())
                .startsWith(beginning);
    }

    @Test
    void a_delimiter_is_for_tables_and_one_of_four() {
        assertThat(Run.of("check", "--delimiter", "tab", TALL).err()).contains("--delimiter needs --format csv");
        Run run = Run.of("check", "-f", "csv", "--delimiter", "semicolom", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Did you mean semicolon?");
    }

    @Test
    void a_page_for_people_is_written_beside_a_table_of_all() throws IOException {
        Path html = directory.resolve("a.html");
        Path csv = directory.resolve("a.csv");
        Run run = Run.of("check", "-o", html.toString(), "-o", csv.toString(), TALL);
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(html).content().contains("image.aspect-ratio").contains("1 of 1 needs attention");
        assertThat(csv).content().contains("image.aspect-ratio");
    }

    @Test
    void thumbnails_are_for_pages() {
        Run run = Run.of("check", "--thumbnails", TALL);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--thumbnails needs --format html");
        assertThat(Run.of("fix", "--thumbnails", "-f", "html", TALL).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_page_shows_thumbnails_of_what_can_be_decoded() throws IOException {
        Path html = directory.resolve("a.html");
        Run run = Run.of("audit", "--thumbnails", "-o", html.toString(), TALL, Run.sample("garbage.jpg"));
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        assertThat(run.err()).isEmpty();
        assertThat(Files.readString(html)).containsOnlyOnce("\"g\":\"/9j/");
    }
}
