package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleListTest {
    private static final List<RuleId> ALL = List.of(RuleId.values());
    private static final List<AdviceId> ADVICE = List.of(AdviceId.values());
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void every_rule_is_a_line_with_its_bound_and_origin() throws IOException {
        new RuleList(LIMITS, ALL, ADVICE).writeTable(out, TextReport.Style.UNBROKEN);
        String text = out.toString(StandardCharsets.UTF_8);
        for (RuleId rule : ALL) {
            assertThat(text)
                    .containsPattern("(?m)^" + rule.id() + " +(page|ours)  "
                            + java.util.regex.Pattern.quote(rule.bound(LIMITS)) + "$");
        }
    }

    @Test
    void one_rule_is_explained() throws IOException {
        new RuleList(LIMITS, List.of(RuleId.IMAGE_ASPECT_RATIO), List.of())
                .writeExplanations(out, TextReport.Style.UNBROKEN);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("image.aspect-ratio\n"
                        + "  what     width to height, either way round\n"
                        + "  limit    1:2.5 to 2.5:1\n"
                        + "  source   " + LIMITS + "\n"
                        + "  failure  a 300x900 banner\n"
                        + "  fix      Crop it, or pad it.\n");
    }

    @Test
    void every_advice_is_a_line_behind_the_rules() throws IOException {
        new RuleList(LIMITS, ALL, ADVICE).writeTable(out, TextReport.Style.UNBROKEN);
        String text = out.toString(StandardCharsets.UTF_8);
        for (AdviceId advice : ADVICE) {
            assertThat(text.substring(text.indexOf("Advice (changes no outcome):\n")))
                    .containsPattern(
                            "(?m)^" + advice.id() + " +" + java.util.regex.Pattern.quote(advice.title()) + "$");
        }
    }

    @Test
    void one_advice_is_explained() throws IOException {
        new RuleList(LIMITS, List.of(), List.of(AdviceId.VIDEO_CUT)).writeExplanations(out, TextReport.Style.UNBROKEN);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("video.cut\n"
                        + "  advice   " + AdviceId.VIDEO_CUT.title() + "\n"
                        + "  checked  with --deep only; changes no outcome\n"
                        + "  fix      " + AdviceId.VIDEO_CUT.remedy() + "\n");
    }

    @Test
    void advice_on_metadata_takes_no_decoder() throws IOException {
        new RuleList(LIMITS, List.of(), List.of(AdviceId.PRIVACY_OWNER))
                .writeExplanations(out, TextReport.Style.UNBROKEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("  checked  with --privacy or --deep; ");
    }

    @Test
    void a_machine_reads_the_same() throws IOException {
        new RuleList(LIMITS, ALL, ADVICE).writeJson(out, new Tool("preflight", "1"));
        Map<String, Object> list = JsonTree.object(out.toByteArray());
        assertThat(list).containsEntry("schema", "preflight.rules/1");
        assertThat((List<?>) list.get("rules"))
                .extracting("rule")
                .containsExactlyElementsOf(ALL.stream().map(RuleId::id).toList());
    }

    /** The list of sentences has a sample of each severity that a rule can have. */
    @Test
    void the_severity_of_a_rule_is_the_worst_of_its_findings() throws IOException {
        String sentences = Files.readString(
                Path.of(System.getProperty("basedir", "."), "..", "core", "src", "test", "resources", "sentences.txt"));
        Map<String, String> worst = new TreeMap<>();
        for (String severity : List.of("warn", "unknown", "fail")) {
            for (RuleId rule : ALL) {
                if (sentences.contains("\n" + rule.id() + " " + severity + ": ")) {
                    worst.put(rule.id(), severity);
                }
            }
        }
        new RuleList(LIMITS, ALL, ADVICE).writeJson(out, new Tool("preflight", "1"));
        Map<String, String> listed = new TreeMap<>();
        for (Object rule : (List<?>) JsonTree.object(out.toByteArray()).get("rules")) {
            Map<?, ?> members = (Map<?, ?>) rule;
            listed.put((String) members.get("rule"), (String) members.get("severity"));
        }
        assertThat(listed).isEqualTo(worst);
    }
}
