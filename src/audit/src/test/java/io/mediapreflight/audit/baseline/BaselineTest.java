package io.mediapreflight.audit.baseline;

import static io.mediapreflight.audit.baseline.BaselineSamples.SMALL;
import static io.mediapreflight.audit.baseline.BaselineSamples.baseline;
import static io.mediapreflight.audit.baseline.BaselineSamples.baselineOn;
import static io.mediapreflight.audit.baseline.BaselineSamples.finding;
import static io.mediapreflight.audit.baseline.BaselineSamples.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 1);

    @Test
    void reports_the_reason_and_the_last_day_of_what_it_accepts() throws IOException {
        assertThat(baseline(line("\"severity\":\"fail\",\"measured\":\"test=299x400 px\""))
                        .of("a.jpg", SMALL))
                .contains(new Acceptance("old", LAST_DAY, true));
    }

    @ParameterizedTest
    @CsvSource({"2027-02-28, true", "2027-03-01, true", "2027-03-02, false"})
    void is_in_force_to_the_end_of_the_last_day(LocalDate today, boolean inForce) throws IOException {
        assertThat(baselineOn(today, line("")).of("a.jpg", SMALL)).contains(new Acceptance("old", LAST_DAY, inForce));
    }

    @Test
    void accepts_nothing_of_another_source() throws IOException {
        Baseline baseline = baseline(line(""));
        for (String source : new String[] {"", "a.jp", "a.jpg2", "A.jpg", "./a.jpg", "b.jpg"}) {
            assertThat(baseline.of(source, SMALL)).isEmpty();
        }
    }

    @Test
    void accepts_nothing_of_another_rule() throws IOException {
        assertThat(baseline(line("")).of("a.jpg", finding(RuleId.IMAGE_SIZE, Outcome.FAIL, "299x400 px")))
                .isEmpty();
    }

    @Test
    void accepts_a_finding_of_a_rule_of_the_caller() throws IOException {
        OwnRule logo = new OwnRule("acme/logo", "the logo", "the current logo", "Export it again.");
        Baseline baseline = baseline(line("").replace("image.dimensions", logo.id()));
        assertThat(baseline.of("a.jpg", finding(logo, Outcome.FAIL, "the old logo")))
                .isPresent();
        assertThat(baseline.of("a.jpg", SMALL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"warn, false", "unknown, false", "fail, true"})
    void accepts_the_severity_that_it_names(String severity, boolean accepted) throws IOException {
        assertThat(baseline(line("\"severity\":\"" + severity + "\""))
                        .of("a.jpg", SMALL)
                        .isPresent())
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource({"299x400 px, true", "298x400 px, false"})
    void a_file_that_grew_worse_is_a_new_finding(String actual, boolean accepted) throws IOException {
        Finding finding = finding(RuleId.IMAGE_DIMENSIONS, Outcome.FAIL, actual);
        assertThat(baseline(line("\"measured\":\"test=299x400 px\""))
                        .of("a.jpg", finding)
                        .isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void other_words_for_the_same_values_are_the_same_finding() throws IOException {
        Finding reworded = SMALL.detailed(Phrase.verbatim("said otherwise"));

        assertThat(baseline(line("\"measured\":\"test=299x400 px\"")).of("a.jpg", reworded))
                .isPresent();
    }

    @Test
    void the_words_of_the_first_schema_are_ignored_and_that_is_known() throws IOException {
        String first = "{\"schema\":\"preflight.baseline/1\"}\n" + line("\"actual\":\"said otherwise\"");
        Baseline baseline = Baseline.read(
                new ByteArrayInputStream(first.getBytes(StandardCharsets.UTF_8)),
                BaselineSamples.TODAY,
                Baseline.MAX_ENTRIES);

        assertThat(baseline.of("a.jpg", SMALL)).isPresent();
        assertThat(baseline.ignoresWords()).isTrue();
        assertThat(baseline(line("")).ignoresWords()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"prompt, true", "resolution, false"})
    void accepts_the_place_in_a_request_that_it_names(String path, boolean accepted) throws IOException {
        Finding finding = finding(RuleId.IMAGE_DIMENSIONS, Outcome.FAIL, "x", path);
        Baseline baseline = baseline(line("\"path\":\"prompt\""));
        assertThat(baseline.of("a.jpg", finding).isPresent()).isEqualTo(accepted);
        assertThat(baseline.of("a.jpg", SMALL)).isEmpty();
    }

    @Test
    void what_a_line_leaves_out_may_be_anything() throws IOException {
        Baseline baseline = baseline(line(""));
        assertThat(baseline.of("a.jpg", finding(RuleId.IMAGE_DIMENSIONS, Outcome.WARN, "?")))
                .isPresent();
        assertThat(baseline.of("a.jpg", finding(RuleId.IMAGE_DIMENSIONS, Outcome.UNKNOWN, "", "prompt")))
                .isPresent();
    }

    @Test
    void of_several_lines_the_one_that_expires_last_counts() throws IOException {
        String later = line("").replace("2027-03-01", "2027-06-01").replace("old", "later");
        String past = line("").replace("2027-03-01", "2020-01-01").replace("old", "past");
        Acceptance expected = new Acceptance("later", LocalDate.of(2027, 6, 1), true);
        assertThat(baseline(line(""), later, past).of("a.jpg", SMALL)).contains(expected);
        assertThat(baseline(past, later, line("")).of("a.jpg", SMALL)).contains(expected);
    }

    @Test
    void a_name_that_is_not_utf_8_is_known_by_its_bytes() throws IOException {
        String line = line("\"sourceBytes\":\"cuku\"").replace("a.jpg", "r\uFFFD.");
        Baseline baseline = baseline(line);
        assertThat(baseline.of("r\uDCE9.", SMALL)).isPresent();
        assertThat(baseline.of("r\uFFFD.", SMALL)).isEmpty();
        assertThat(baseline.of("r\uDCE8.", SMALL)).isEmpty();
    }

    @Test
    void counts_the_lines_that_have_matched_nothing() throws IOException {
        Baseline baseline = baseline(line(""), line("").replace("a.jpg", "b.jpg"), line("\"severity\":\"warn\""));
        assertThat(baseline.unused()).isEqualTo(3);
        baseline.of("a.jpg", SMALL);
        baseline.of("a.jpg", SMALL);
        assertThat(baseline.unused()).isEqualTo(2);
        baseline.of("b.jpg", SMALL);
        assertThat(baseline.unused()).isEqualTo(1);
    }

    @Test
    void an_empty_one_accepts_nothing() throws IOException {
        assertThat(baseline().of("a.jpg", SMALL)).isEmpty();
        assertThat(Baseline.empty().of("a.jpg", SMALL)).isEmpty();
        assertThat(Baseline.empty().unused()).isZero();
    }

    @Test
    void a_file_is_read_with_blank_lines_and_carriage_returns(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("baseline.jsonl");
        Files.writeString(file, "\n" + BaselineSamples.HEADER.replace("\n", "\r\n") + "\n \t\r\n" + line("") + "\n");
        assertThat(Baseline.read(file, BaselineSamples.TODAY).of("a.jpg", SMALL))
                .isPresent();
    }
}
