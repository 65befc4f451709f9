package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.JunitReport;
import io.mediapreflight.rule.Acceptance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class JunitReportTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict FAIL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict WARN = SampleResults.of("sound-longer-than-picture.mp4");
    private static final MediaVerdict UNKNOWN = SampleResults.of("missing.mp4");
    private static final MediaVerdict SKIPPED = SampleResults.of("document.pdf").asSkipped();

    @Test
    void each_file_is_a_case_with_its_outcome() throws XMLStreamException {
        JunitCases cases = cases(false, PASS, WARN, UNKNOWN, FAIL, SKIPPED);
        assertThat(cases.names())
                .containsExactly(
                        "photo-small.jpg",
                        "sound-longer-than-picture.mp4",
                        "missing.mp4",
                        "too-tall-300x900.jpg",
                        "document.pdf");
        assertThat(cases.results())
                .containsExactly("passed", "passed", "error file.access", "failure image.aspect-ratio", "skipped");
    }

    @Test
    void the_totals_are_those_of_the_cases() throws XMLStreamException {
        assertThat(cases(false, PASS, WARN, UNKNOWN, FAIL, SKIPPED).suite())
                .containsEntry("name", "preflight 1.2.3")
                .containsEntry("tests", "5")
                .containsEntry("failures", "1")
                .containsEntry("errors", "1")
                .containsEntry("skipped", "1")
                .containsEntry("time", "2.000000");
    }

    @Test
    void a_warning_fails_in_a_strict_run_only() throws XMLStreamException {
        assertThat(cases(true, WARN).results()).containsExactly("failure video.duration.max");
        assertThat(cases(true, WARN).suite()).containsEntry("failures", "1");
        assertThat(cases(false, WARN).results()).containsExactly("passed");
        assertThat(cases(false, WARN).texts().get(0))
                .contains("warn video.duration.max: ", "Fix: Use it as it is with");
    }

    @Test
    void what_does_not_count_passes_and_says_why() throws XMLStreamException {
        Acceptance acceptance = new Acceptance("shot in 2025", LocalDate.of(2099, 1, 1), true);
        JunitCases accepted = cases(true, SampleResults.accepted(FAIL, acceptance));
        JunitCases ignored = cases(true, SampleResults.accepted(FAIL, Acceptance.IGNORED));
        assertThat(accepted.results()).containsExactly("passed");
        assertThat(accepted.suite()).containsEntry("failures", "0");
        assertThat(accepted.texts().get(0)).contains("accepted until 2099-01-01: shot in 2025");
        assertThat(ignored.results()).containsExactly("passed");
        assertThat(ignored.texts().get(0)).contains("ignored: image.aspect-ratio does not count in this run");
    }

    @Test
    void a_request_is_one_case_with_the_findings_of_its_media() throws XMLStreamException {
        JunitCases cases = cases(false, SampleResults.request("720P", FAIL, WARN));
        assertThat(cases.results()).containsExactly("failure image.aspect-ratio");
        assertThat(cases.texts().get(0))
                .contains("reference_images[0].url too-tall-300x900.jpg: fail image.aspect-ratio: ")
                .contains("reference_videos[0].url sound-longer-than-picture.mp4: warn video.duration.max: ");
    }

    @Test
    void a_run_that_ended_early_says_so() {
        String xml = new String(
                SampleResults.report(out -> new JunitReport(out, TOOL, false), false, PASS), StandardCharsets.UTF_8);
        assertThat(xml).contains("<system-err>1 result only: the run ended early\n</system-err>");
    }

    @Test
    void more_cases_than_fit_into_memory_keep_their_order() throws XMLStreamException {
        Verdict[] many = new Verdict[4_000];
        for (int i = 0; i < many.length; i++) {
            many[i] = i % 2 == 0 ? FAIL : PASS;
        }
        JunitCases cases = cases(false, many);
        assertThat(cases.names()).hasSize(many.length);
        for (int i = 0; i < many.length; i++) {
            assertThat(cases.names().get(i)).isEqualTo(many[i].source().text());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_killed_program_leaves_no_spool_behind() throws IOException {
        JunitReport report = new JunitReport(new ByteArrayOutputStream(), TOOL, false);
        long before = spools();
        for (int i = 0; i < 4_000; i++) {
            report.add(FAIL);
        }
        assertThat(spools()).isEqualTo(before);
    }

    private static long spools() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("preflight-report-"))
                    .count();
        }
    }

    private static JunitCases cases(boolean strict, Verdict... verdicts) throws XMLStreamException {
        return JunitCases.in(SampleResults.report(out -> new JunitReport(out, TOOL, strict), verdicts));
    }
}
