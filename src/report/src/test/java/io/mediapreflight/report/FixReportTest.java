package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A fix as every form reports it: the original, and what became of it. */
class FixReportTest {
    private static final TextReport.Style QUIET = new TextReport.Style(false, true, false, 0);

    private static final MediaVerdict PASSING = SampleResults.of("clip.mov");
    private static final MediaVerdict TALL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict TRUNCATED = SampleResults.of("truncated.png");
    private static final FixPlan.Ready PLAN = (FixPlan.Ready) TALL.plan(Shape.PAD);
    private static final Optional<FixCommand> COMMAND = FixCommand.of(PLAN, TALL.source(), "out/tall");

    private static final Fixing FIXED =
            new Fixing.Fixed(SampleResults.of("photo-small.jpg", SourceName.of("out/tall\u001b.jpg")), PLAN, COMMAND);
    private static final Fixing NOT_FIXED = new Fixing.NotFixed(Phrase.verbatim("The disk\u001b is full."));

    @Test
    void text_says_what_was_changed_and_where_the_copy_lies() throws IOException {
        assertThat(text(TextReport.Style.PLAIN, Shell.POSIX))
                .contains("""
                        pass     clip.mov  QuickTime (MOV) 640x360, 4 s, 33.5 kB
                        pass     clip.mov  QuickTime (MOV) 640x360, 4 s, 33.5 kB
                                 copy: out/clip.mov
                        fail     too-tall-300x900.jpg  JPEG 300x900, 12.1 kB
                                 fail image.aspect-ratio: The aspect ratio of the image is 1:3; it must be within 1:2.5 to 2.5:1.
                                 fixed: pad to 360x900 with white, encode as JPEG
                                 copy: out/tall\\x1b.jpg  JPEG 600x800, 16.3 kB
                        """)
                .contains("         not fixed: The disk\\x1b is full.\n")
                .endsWith(
                        "5 checked: 1 already passes, copied, 1 already passes, 1 fixed, 1 can be fixed, 1 not fixed\n");
    }

    @Test
    void quiet_text_has_only_what_was_not_fixed() throws IOException {
        assertThat(text(QUIET, Shell.POSIX))
                .startsWith("fail     truncated.png ")
                .endsWith("not fixed: The disk\\x1b is full.\n");
    }

    @Test
    void a_plan_is_quoted_for_the_shell_that_was_asked_for() throws IOException {
        assertThat(text(TextReport.Style.PLAIN, Shell.POSIX)).contains(" -vf 'pad=360:900:", " file:out/tall.jpg\n");
        assertThat(text(TextReport.Style.PLAIN, Shell.CMD)).contains(" -vf \"pad=360:900:", " file:out/tall.jpg\n");
    }

    @Test
    void json_has_the_result_of_the_copy_or_the_reason_why_there_is_none() throws IOException {
        Map<String, Object> document = JsonTree.object(report(out -> new JsonReport(out, new Tool("preflight", "1"))));
        List<?> results = (List<?>) document.get("results");
        assertThat(results).hasSize(5);
        assertThat(at(results, 0)).doesNotContainKeys("fixed", "fixError", "copied", "plan");
        assertThat(at(results, 1)).containsEntry("copied", "out/clip.mov");
        assertThat(at(results, 2)).containsEntry("outcome", "fail").doesNotContainKey("fixError");
        assertThat(((Map<?, ?>) at(results, 2).get("fixed")).get("outcome")).isEqualTo("pass");
        assertThat(((Map<?, ?>) at(results, 2).get("plan")).get("output")).isEqualTo("out/tall.jpg");
        assertThat(at(results, 3)).containsKey("plan").doesNotContainKey("fixed");
        assertThat(at(results, 4))
                .containsEntry("fixError", "The disk\u001b is full.")
                .doesNotContainKeys("fixed", "plan");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(List<?> results, int index) {
        return (Map<String, Object>) results.get(index);
    }

    private static String text(TextReport.Style style, Shell shell) throws IOException {
        return new String(report(out -> new FixTextReport(out, style, shell)), StandardCharsets.UTF_8);
    }

    private static byte[] report(Function<OutputStream, Report> form) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = form.apply(out);
        Tally tally = new Tally();
        report.begin(Limits.klingV3MotionControl());
        report.add(PASSING, new Fixing.NotNeeded());
        report.add(PASSING, new Fixing.Copied(SourceName.of("out/clip.mov")));
        report.add(TALL, FIXED);
        report.add(TALL, new Fixing.Planned(PLAN, COMMAND));
        report.add(TRUNCATED, NOT_FIXED);
        report.end(tally.summary(Duration.ZERO, true));
        return out.toByteArray();
    }
}
