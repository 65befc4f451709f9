package io.mediapreflight.report.exchange;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tool;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * JUnit's XML, as servers of continuous integration read it: a test case for each file or request. What fails is a failure, what is
 * unknown an error, what is skipped skipped; a warning fails in a strict run only. The totals come first, so the
 * cases wait in a spool, of which little is in memory.
 */
public final class JunitReport implements Report {
    private static final int MICROSECOND = 6;

    private final OutputStream out;
    private final Tool tool;
    private final boolean strict;
    private final Spool cases = new Spool();

    /**
     * Writes to this stream, which it neither flushes nor closes.
     *
     * @param strict whether a warning is a failure
     */
    public JunitReport(OutputStream out, Tool tool, boolean strict) {
        this.out = out;
        this.tool = tool;
        this.strict = strict;
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        StringBuilder xml = new StringBuilder();
        xml.append("    <testcase");
        XmlText.attribute(xml, "name", VisibleSource.of(verdict.source()));
        XmlText.attribute(xml, "classname", tool.name() + "." + verdict.kindId().orElse(Outcome.UNKNOWN.id()));
        XmlText.attribute(xml, "time", seconds(verdict.elapsedNanos()));
        xml.append(">\n");
        result(xml, verdict);
        xml.append("    </testcase>\n");
        cases.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void result(StringBuilder xml, Verdict verdict) {
        List<String> lines = lines(verdict);
        if (verdict.skipped()) {
            xml.append("      <skipped/>\n");
        } else if (isFailure(verdict.countedOutcome())) {
            failure(xml, verdict, lines);
        } else if (!lines.isEmpty()) {
            xml.append("      <system-out>");
            XmlText.lines(xml, lines);
            xml.append("</system-out>\n");
        }
    }

    private boolean isFailure(Outcome counted) {
        return counted == Outcome.FAIL || counted == Outcome.UNKNOWN || (strict && counted == Outcome.WARN);
    }

    private static void failure(StringBuilder xml, Verdict verdict, List<String> lines) {
        String element = verdict.countedOutcome() == Outcome.UNKNOWN ? "error" : "failure";
        Finding worst = worst(verdict);
        xml.append("      <").append(element);
        XmlText.attribute(xml, "type", worst.rule().id());
        XmlText.attribute(xml, "message", Wording.message(worst));
        xml.append('>');
        XmlText.lines(xml, lines);
        xml.append("</").append(element).append(">\n");
    }

    /** The first of the worst findings that count. */
    private static Finding worst(Verdict verdict) {
        for (Finding finding : verdict.findings()) {
            Acceptance acceptance = verdict.acceptances().get(finding);
            boolean counts = acceptance == null || !acceptance.inForce();
            if (counts && finding.severity() == verdict.countedOutcome()) {
                return finding;
            }
        }
        for (MediaVerdict media : verdict.media()) {
            if (media.countedOutcome() == verdict.countedOutcome()) {
                return worst(media);
            }
        }
        throw new IllegalArgumentException("what has no finding cannot fail");
    }

    /** Everything that was found, a line each. */
    private static List<String> lines(Verdict verdict) {
        List<String> lines = new ArrayList<>();
        lines("", verdict, lines);
        for (MediaVerdict media : verdict.media()) {
            String slot = media.path().orElse("") + " " + VisibleSource.of(media.source()) + ": ";
            lines(slot, media, lines);
        }
        return lines;
    }

    private static void lines(String place, Verdict verdict, List<String> lines) {
        for (Finding finding : Wording.distinct(verdict)) {
            Acceptance acceptance = verdict.acceptances().get(finding);
            lines.add(place + finding.severity().id() + " " + finding.rule().id() + ": " + Wording.message(finding));
            lines.add(fix(Wording.fix(finding.fix(), verdict.source())));
            if (acceptance != null) {
                lines.add(Wording.acceptance(finding, acceptance));
            }
        }
        Wording.command(verdict)
                .ifPresent(command -> lines.add(
                        Phrase.of("report:plan").with("command", command).toString()));
        for (Advice advice : verdict.advice()) {
            lines.add(place + Advice.SEVERITY + " " + advice.id().id() + ": " + advice.message());
            lines.add(fix(Wording.fix(advice.fix(), verdict.source())));
        }
    }

    private static String fix(String fix) {
        return Phrase.of("report:fix").with("fix", fix).toString();
    }

    @Override
    public void end(Summary summary) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
        totals(xml, summary);
        xml.append(">\n  <testsuite");
        totals(xml, summary);
        XmlText.attribute(xml, "skipped", Long.toString(summary.skipped()));
        xml.append(">\n");
        write(xml);
        cases.moveTo(out);
        xml.setLength(0);
        if (!summary.complete()) {
            xml.append("    <system-err>");
            XmlText.lines(
                    xml,
                    List.of(Phrase.of("report:incomplete")
                            .with("count", summary.checked())
                            .toString()));
            xml.append("</system-err>\n");
        }
        write(xml.append("  </testsuite>\n</testsuites>\n"));
    }

    private void totals(StringBuilder xml, Summary summary) {
        long warned = strict ? summary.attention().warn() : 0;
        XmlText.attribute(xml, "name", tool.toString());
        XmlText.attribute(xml, "tests", Long.toString(summary.checked() + summary.skipped()));
        XmlText.attribute(xml, "failures", Long.toString(summary.attention().fail() + warned));
        XmlText.attribute(xml, "errors", Long.toString(summary.attention().unknown()));
        XmlText.attribute(xml, "time", seconds(summary.elapsed().toNanos()));
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9)
                .setScale(MICROSECOND, RoundingMode.DOWN)
                .toPlainString();
    }

    private void write(StringBuilder xml) throws IOException {
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
