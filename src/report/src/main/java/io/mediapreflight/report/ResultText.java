package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One result as people read it: a line, and below it what did not pass and how to fix it. */
final class ResultText {
    private static final String INDENT = "         "; // as wide as the longest outcome and the gap behind it
    private static final int OUTCOME_WIDTH = INDENT.length();
    private static final String FIX = "fix: ";
    private static final String PLAN = "plan: ";
    private static final String CHOICE = "or run: ";
    private static final String FOUND = "found: ";

    private final Paint paint;
    private final TextReport.Style style;
    private final String margin;
    private final LineWrap lines;

    /**
     * How to write.
     *
     * @param margin stands before every line
     */
    ResultText(TextReport.Style style, String margin) {
        this.paint = Paint.of(style);
        this.style = style;
        this.margin = margin;
        this.lines = new LineWrap(style.lineWidth());
    }

    /**
     * Appends a verdict, and below that of a request those of its media, each behind the path of its slot.
     *
     * @param name what to call it, as a terminal may show it
     */
    void append(StringBuilder text, Verdict verdict, String name) {
        appendFindings(text, verdict, name, true);
        if (verdict instanceof MediaVerdict media) {
            appendPlan(text, media);
        }
        appendAdvice(text, verdict.advice(), verdict.source());
        for (MediaVerdict item : verdict.media()) {
            append(text, item, SafeText.of(item.path().orElse("")) + ": " + VisibleSource.of(item.source()));
        }
    }

    /**
     * Appends the verdict on a file, and what became of fixing it in place of its plan. What to do about a finding, and advice, are for an
     * original that stays without a copy.
     */
    void append(StringBuilder text, MediaVerdict verdict, Fixing fixing, Shell shell) {
        boolean isFixed = fixing instanceof Fixing.Fixed || fixing instanceof Fixing.Planned;
        appendFindings(text, verdict, VisibleSource.of(verdict.source()), !isFixed || style.verbose());
        for (FixingText.Line line : FixingText.of(fixing, shell)) {
            appendFix(text, line.title(), line.words());
            line.command().ifPresent(command -> appendCommand(text, line.title(), command));
        }
        if (!isFixed || style.verbose()) {
            appendAdvice(text, verdict.advice(), verdict.source());
        }
    }

    /** The line of a verdict, and below it what it is about and what did not pass. */
    private void appendFindings(StringBuilder text, Verdict verdict, String name, boolean withFixes) {
        appendHeadline(text, verdict, name);
        if (style.verbose() && verdict instanceof MediaVerdict) {
            appendFacts(text, verdict);
        }
        appendFindings(
                text,
                style.verbose() ? verdict.findings() : Wording.distinct(verdict),
                verdict.source(),
                verdict.acceptances(),
                withFixes);
    }

    private void appendOutcome(StringBuilder text, String outcome) {
        text.append(margin);
        paint.outcome(text, outcome);
        pad(text, OUTCOME_WIDTH - outcome.length());
    }

    private void appendHeadline(StringBuilder text, Verdict verdict, String name) {
        int start = text.length();
        appendOutcome(text, verdict.outcomeId());
        text.append(name);
        int behindName = text.length();
        String headline = Headline.of(verdict);
        if (verdict instanceof RequestVerdict) {
            text.append("  request");
        } else if (!headline.isEmpty()) {
            pad(text, style.nameWidth() - name.codePointCount(0, name.length()));
            text.append("  ").append(SafeText.of(headline));
        }
        endLine(text, start, behindName, 0);
    }

    private void appendFacts(StringBuilder text, Verdict verdict) {
        FactLine headers = new FactLine();
        Facts.report(verdict, headers);
        appendFacts(text, headers);
        verdict.decoderResult().ifPresent(decoderResult -> {
            FactLine decoder = new FactLine();
            Facts.report(decoderResult, decoder);
            appendFacts(text, decoder);
        });
        appendFaint(
                text,
                Phrase.of("report:read")
                        .with("bytes", verdict.bytesRead())
                        .with("micros", TimeUnit.NANOSECONDS.toMicros(verdict.elapsedNanos()))
                        .toString());
    }

    private void appendFacts(StringBuilder text, FactLine line) {
        if (!line.text.isEmpty()) {
            appendFaint(text, line.text.toString());
        }
    }

    private void appendFindings(
            StringBuilder text,
            List<Finding> findings,
            SourceName source,
            Map<Finding, Acceptance> acceptances,
            boolean withFixes) {
        for (Finding finding : findings) {
            appendFinding(text, finding);
            if (withFixes) {
                appendFix(text, new Remedy(finding.fix(), source));
            }
            Acceptance acceptance = acceptances.get(finding);
            if (acceptance != null) {
                appendAcceptance(text, finding, acceptance);
            }
        }
    }

    /** What makes the whole file pass. Why nothing does is said on demand, unless it is the one place that says it. */
    private void appendPlan(StringBuilder text, MediaVerdict verdict) {
        FixPlan plan = verdict.plan(Shape.PAD);
        Optional<PrintedPlan> printed = PrintedPlan.of(plan, verdict.source());
        if (printed.isPresent()) {
            // Where another orientation accepts the file as it is, the command is a choice and not what must be done.
            String title = verdict.findings().stream().anyMatch(ResultText::hasChoice) ? CHOICE : PLAN;
            appendFix(text, title, String.join(", ", printed.get().steps()) + ":");
            appendCommand(
                    text, title, Shell.POSIX.quoted(printed.get().command()).orElseThrow());
        } else if (plan instanceof FixPlan.NeedsExamination unknown) {
            appendExamination(text, unknown, verdict.source());
        } else if (plan instanceof FixPlan.Impossible impossible
                && (style.verbose() || !followsFromFindings(verdict))) {
            appendFix(text, PLAN, impossible.reason().toString());
        }
    }

    private static boolean hasChoice(Finding finding) {
        return finding.fix().sentence().key().equals("fix.orientation-video");
    }

    /** What findings say of a format whose header is not read is that it is another, and nothing of what is in the file. */
    private static boolean followsFromFindings(MediaVerdict verdict) {
        return verdict.findings().isEmpty()
                || verdict.probed()
                        .flatMap(Probed::format)
                        .filter(format ->
                                (format.kind() == Kind.IMAGE || format.kind() == Kind.VIDEO) && !format.hasProbe())
                        .isEmpty();
    }

    private void appendExamination(StringBuilder text, FixPlan.NeedsExamination plan, SourceName source) {
        PrintedPlan.examining(source).ifPresent(command -> {
            appendFix(text, PLAN, plan.reason().toString());
            appendCommand(text, PLAN, Shell.POSIX.quoted(command).orElseThrow());
        });
    }

    private void appendAdvice(StringBuilder text, List<Advice> list, SourceName source) {
        Set<List<String>> reported = new HashSet<>(); // one command often serves several pieces of advice
        for (Advice advice : list) {
            int start = indent(text);
            text.append(Advice.SEVERITY).append(' ');
            paint.strong(text, advice.id().id());
            text.append(": ").append(SafeText.of(advice.message()));
            endLine(text, start, start, 0);
            boolean first = reported.add(advice.fix().command());
            Fix fix = first ? advice.fix() : new Fix(advice.fix().advice(), List.of());
            appendFix(text, new Remedy(fix, source));
        }
    }

    private void appendFinding(StringBuilder text, Finding finding) {
        int start = indent(text);
        paint.outcome(text, finding.severity().id());
        text.append(' ');
        paint.strong(text, finding.rule().id());
        text.append(": ").append(SafeText.of(Wording.message(finding)));
        endLine(text, start, start, 0);
        if (style.verbose() && !finding.defects().isEmpty()) {
            appendFix(text, FOUND, finding.actual());
        }
    }

    private void appendFix(StringBuilder text, Remedy remedy) {
        appendFix(text, FIX, remedy.sentence());
        remedy.command().ifPresent(command -> appendCommand(text, FIX, command));
    }

    private void appendFix(StringBuilder text, String title, String sentence) {
        int start = indent(text);
        paint.faint(text, title);
        text.append(SafeText.of(sentence));
        endLine(text, start, start, title.length());
    }

    private void appendCommand(StringBuilder text, String title, String command) {
        indent(text);
        pad(text, title.length());
        text.append(command).append('\n');
    }

    private void appendAcceptance(StringBuilder text, Finding finding, Acceptance acceptance) {
        appendFaint(text, SafeText.of(Wording.acceptance(finding, acceptance)));
    }

    private void appendFaint(StringBuilder text, String words) {
        int start = indent(text);
        paint.faint(text, words);
        endLine(text, start, start, 0);
    }

    /** Begins a line; returns where. */
    private int indent(StringBuilder text) {
        int start = text.length();
        text.append(margin).append(INDENT);
        return start;
    }

    /**
     * Ends a line, which may have become several.
     *
     * @param from where in it words begin that may stand on another line
     * @param hanging how much further than the first line's words the others begin
     */
    private void endLine(StringBuilder text, int start, int from, int hanging) {
        int indent = margin.length() + INDENT.length();
        lines.wrap(text, start, Math.max(from, start + indent), indent + hanging);
        text.append('\n');
    }

    static void pad(StringBuilder text, int blanks) {
        for (int i = 0; i < blanks; i++) {
            text.append(' ');
        }
    }

    /** Every fact in one line. */
    private static final class FactLine implements FactSink {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void put(String key, String value) {
            text.append(text.isEmpty() ? "" : ", ").append(key).append(' ').append(SafeText.of(value));
        }

        @Override
        public void put(String key, long value) {
            put(key, Long.toString(value));
        }

        @Override
        public void put(String key, boolean value) {
            put(key, Boolean.toString(value));
        }

        @Override
        public void put(String key, Fraction value) {
            put(key, value.toDecimalString());
        }
    }
}
