package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.SarifReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifReportTest {
    private static final MediaVerdict TALL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict CLIP = SampleResults.of("clip-4s-faststart.mp4");

    @Test
    void a_report_is_valid_with_results_and_without() {
        SarifSchema.requireValid(json(true));
        SarifSchema.requireValid(json(true, CLIP));
        SarifSchema.requireValid(json(
                false,
                TALL,
                SampleResults.accepted(TALL, Acceptance.IGNORED),
                SampleResults.request("480P", TALL, CLIP),
                HostileResults.of("x")));
    }

    @Test
    void every_rule_has_one_entry_with_help() {
        List<String> ids = new ArrayList<>();
        for (JsonNode rule : run(CLIP).at("/tool/driver/rules")) {
            ids.add(rule.path("id").asString());
            assertThat(rule.at("/help/text").asString()).isNotBlank();
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(RuleId.values().length + AdviceId.values().length);
    }

    @Test
    void a_result_points_at_the_entry_of_its_rule() {
        JsonNode run = run(TALL, HostileResults.of("x"), SampleResults.request("480P", TALL, CLIP));
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(run.path("results"))
                .hasSize(7)
                .allSatisfy(result -> assertThat(
                                rules.path(result.path("ruleIndex").asInt()).path("id"))
                        .isEqualTo(result.path("ruleId")));
    }

    @Test
    void severities_have_their_levels() {
        assertThat(result(TALL).path("level").asString()).isEqualTo("error");
        assertThat(result(SampleResults.of("missing.mp4")).path("level").asString())
                .isEqualTo("error");
        assertThat(result(SampleResults.of("sound-longer-than-picture.mp4"))
                        .path("level")
                        .asString())
                .isEqualTo("warning");
        assertThat(run(HostileResults.of("x")).at("/results/2/level").asString())
                .isEqualTo("note");
    }

    @ParameterizedTest
    @CsvSource({
        "a b.jpg, a%20b.jpg",
        "./a.jpg, a.jpg",
        "/a/b.jpg, file:///a/b.jpg",
        "c:d.jpg, c%3Ad.jpg",
        "é.jpg, %C3%A9.jpg",
        "s3://media/a b?.jpg, s3://media/a%20b%3F.jpg",
        "https://example.com/a.jpg?x=1 2, https://example.com/a.jpg?x=1%202"
    })
    void a_name_is_a_reference_from_the_working_directory(String name, String uri) {
        assertThat(result(SampleResults.of("too-tall-300x900.jpg", SourceName.of(name)))
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo(uri);
    }

    @Test
    void a_row_of_a_manifest_is_located_by_its_line() {
        Verdict row = SampleResults.request("480P", CLIP)
                .named(SourceName.of("jobs.csv").row(12, Optional.empty()));
        assertThat(result(row)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(12);
    }

    @Test
    void a_fingerprint_stays_when_the_message_changes() {
        assertThat(fingerprints(advising("one"))).isEqualTo(fingerprints(advising("another")));
    }

    @Test
    void fingerprints_differ_by_rule_file_and_slot() {
        Set<String> all = new HashSet<>();
        for (Verdict verdict : List.of(
                advising("one"),
                TALL,
                SampleResults.of("too-tall-300x900.jpg", SourceName.of("b.jpg")),
                SampleResults.request("720P", TALL, CLIP),
                SampleResults.request("720P", CLIP, TALL))) {
            List<String> fingerprints = fingerprints(verdict);
            assertThat(all).doesNotContainAnyElementsOf(fingerprints);
            all.addAll(fingerprints);
        }
    }

    private static MediaVerdict advising(String words) {
        return new MediaVerdict(
                CLIP.source(),
                CLIP.subject(),
                CLIP.probed(),
                CLIP.bytes(),
                Optional.empty(),
                List.of(),
                List.of(new Advice(AdviceId.VIDEO_CUT, Phrase.verbatim(words))),
                CLIP.limits(),
                0,
                0);
    }

    private static List<String> fingerprints(Verdict verdict) {
        List<String> all = new ArrayList<>();
        for (JsonNode result : run(verdict).path("results")) {
            all.add(result.at("/partialFingerprints/primaryLocationLineHash").asString());
        }
        assertThat(all).isNotEmpty().doesNotHaveDuplicates().allMatch(each -> each.matches("[0-9a-f]{64}"));
        return all;
    }

    @Test
    void what_does_not_count_is_suppressed_with_the_reason() {
        JsonNode suppression =
                result(SampleResults.accepted(TALL, Acceptance.IGNORED)).at("/suppressions/0");
        assertThat(suppression.path("kind").asString()).isEqualTo("external");
        assertThat(suppression.path("justification").asString())
                .isEqualTo("ignored: image.aspect-ratio does not count in this run");
        assertThat(result(TALL).has("suppressions")).isFalse();
    }

    @Test
    void a_run_that_ended_early_was_not_successful() {
        assertThat(tree(json(false, CLIP))
                        .at("/runs/0/invocations/0/executionSuccessful")
                        .asBoolean())
                .isFalse();
        assertThat(run(CLIP).at("/invocations/0/executionSuccessful").asBoolean())
                .isTrue();
    }

    private static JsonNode result(Verdict verdict) {
        return run(verdict).at("/results/0");
    }

    private static JsonNode run(Verdict... verdicts) {
        return tree(json(true, verdicts)).at("/runs/0");
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String json(boolean complete, Verdict... verdicts) {
        return new String(
                SampleResults.report(out -> new SarifReport(out, new Tool("preflight", "1.2.3")), complete, verdicts),
                StandardCharsets.UTF_8);
    }
}
