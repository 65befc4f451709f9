package io.mediapreflight.audit.baseline;

import static io.mediapreflight.audit.baseline.BaselineSamples.SMALL;
import static io.mediapreflight.audit.baseline.BaselineSamples.TODAY;
import static io.mediapreflight.audit.baseline.BaselineSamples.baseline;
import static io.mediapreflight.audit.baseline.BaselineSamples.baselineOn;
import static io.mediapreflight.audit.baseline.BaselineSamples.finding;
import static io.mediapreflight.audit.baseline.BaselineSamples.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.RuleId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BaselineWriterTest {
    private static final LocalDate LAST_DAY = TODAY.plusDays(Baseline.DEFAULT_DAYS);

    private record Found(String source, Finding finding) {}

    @Test
    void writes_one_line_a_finding_in_valid_utf_8() throws IOException {
        String text = write(
                Baseline.empty(),
                new Found("sub/a.jpg", SMALL),
                new Found("r\uDCE9\u202E\u007F\"é.png", finding(RuleId.IMAGE_NAME, Outcome.WARN, "PNG named .jpg")),
                new Found("17", finding(RuleId.REQUEST_ORIENTATION, Outcome.FAIL, "'\uD800'", "orientation")));
        assertThat(text).isEqualTo("""
                {"schema":"preflight.baseline/2"}
                {"source":"sub/a.jpg","rule":"image.dimensions","severity":"fail","measured":"test=299x400 px",\
                "reason":"legacy import","expires":"2027-03-01"}
                {"source":"r\uFFFD\\u202e\\u007f\\"é.png","sourceBytes":"cunigK5/IsOpLnBuZw==","rule":"image.name",\
                "severity":"warn","measured":"test=PNG named .jpg","reason":"legacy import","expires":"2027-03-01"}
                {"source":"17","rule":"request.orientation","severity":"fail","measured":"test='\uFFFD'",\
                "path":"orientation","reason":"legacy import","expires":"2027-03-01"}
                """);
    }

    @Test
    void what_was_written_accepts_exactly_those_findings() throws IOException {
        Random random = new Random(23);
        for (int i = 0; i < 300; i++) {
            Found[] accepted = findings(random, random.nextInt(30));
            Baseline baseline = read(write(Baseline.empty(), accepted));
            for (Found each : accepted) {
                assertThat(baseline.of(each.source(), each.finding()))
                        .contains(new Acceptance("legacy import", LAST_DAY, true));
            }
            assertThat(baseline.unused()).isZero();
            List<Found> known = List.of(accepted);
            for (Found other : findings(random, 30)) {
                assertThat(baseline.of(other.source(), other.finding()).isPresent())
                        .isEqualTo(known.contains(other));
            }
        }
    }

    @Test
    void what_was_written_is_written_again_byte_by_byte() throws IOException {
        Found[] accepted = findings(new Random(29), 100);
        String text = write(Baseline.empty(), accepted);
        assertThat(write(read(text), accepted)).isEqualTo(text);
    }

    @Test
    void what_is_in_force_keeps_its_reason_and_its_last_day() throws IOException {
        assertThat(write(baseline(line("")), new Found("a.jpg", SMALL)))
                .contains("\"reason\":\"old\",\"expires\":\"2027-03-01\"");
    }

    @Test
    void what_has_expired_is_accepted_again() throws IOException {
        Baseline previous = baselineOn(TODAY, line("").replace("2027-03-01", "2026-11-30"));
        assertThat(write(previous, new Found("a.jpg", SMALL)))
                .contains("\"reason\":\"legacy import\",\"expires\":\"2027-03-01\"");
    }

    @Test
    void what_was_fixed_is_left_out() throws IOException {
        Baseline previous = baseline(line(""));
        previous.lookedAt("a.jpg");

        assertThat(write(previous)).isEqualTo(BaselineSamples.HEADER);
    }

    @Test
    void what_was_not_looked_at_stays_accepted_with_its_reason() throws IOException {
        Baseline previous = baseline(line(""));
        previous.lookedAt("b.jpg");

        assertThat(write(previous))
                .startsWith(BaselineSamples.HEADER)
                .contains("\"source\":\"a.jpg\"", "\"reason\":\"old\"");
    }

    @Test
    void writing_uses_no_line_of_the_previous_baseline() throws IOException {
        Baseline previous = baseline(line(""));
        write(previous, new Found("a.jpg", SMALL));
        assertThat(previous.unused()).isEqualTo(1);
    }

    @Test
    void an_acceptance_needs_a_reason() {
        assertThatThrownBy(() -> new BaselineWriter(new ByteArrayOutputStream(), Baseline.empty(), " ", LAST_DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void writes_no_more_than_can_be_read_again() throws IOException {
        BaselineWriter writer =
                new BaselineWriter(new ByteArrayOutputStream(), Baseline.empty(), "legacy import", LAST_DAY, 1);
        writer.begin();
        writer.add("a.jpg", SMALL);
        assertThatThrownBy(() -> writer.add("b.jpg", SMALL))
                .isInstanceOf(BaselineException.class)
                .hasMessage("a baseline holds at most 1 findings, and there are more");
    }

    @Test
    void writes_no_line_that_is_too_long_to_be_read_again() throws IOException {
        assertThatThrownBy(() -> write(Baseline.empty(), new Found("x".repeat(1 << 20), SMALL)))
                .isInstanceOf(BaselineException.class)
                .hasMessage("finding 1 has more text than a line of a baseline can hold");
    }

    private static Found[] findings(Random random, int count) {
        String[] sources = {
            "a.jpg", "A.jpg", "a", "sub/a.jpg", "r\uDCE9", "r\uDCEA", "r\uFFFD", "é", "🕺\u2028", "\\\"\n"
        };
        RuleId[] rules = {RuleId.IMAGE_SIZE, RuleId.IMAGE_NAME};
        Outcome[] severities = {Outcome.WARN, Outcome.UNKNOWN, Outcome.FAIL};
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Finding finding = finding(
                    rules[random.nextInt(rules.length)],
                    severities[random.nextInt(severities.length)],
                    random.nextInt(3) + " bytes");
            found.add(new Found(sources[random.nextInt(sources.length)], finding));
        }
        return found.toArray(Found[]::new);
    }

    private static String write(Baseline previous, Found... found) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BaselineWriter writer = new BaselineWriter(out, previous, "legacy import", LAST_DAY);
        writer.begin();
        for (Found each : found) {
            writer.add(each.source(), each.finding());
        }
        writer.end();
        return out.toString(UTF_8);
    }

    private static Baseline read(String text) throws IOException {
        return Baseline.read(new ByteArrayInputStream(text.getBytes(UTF_8)), TODAY, Baseline.MAX_ENTRIES);
    }
}
