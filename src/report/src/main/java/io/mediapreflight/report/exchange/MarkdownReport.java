package io.mediapreflight.report.exchange;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.Counts;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tool;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A comment on a pull request (GitHub's Markdown): what it came to, how often each rule did not pass, and the worst files with what
 * to do about them. What does not fit is counted. Only the rows that may be shown are kept.
 */
public final class MarkdownReport implements Report {
    private static final int MAX_ROWS = 50; // a reader of more takes a table that can be sorted
    private static final int MAX_ROW_CHARACTERS =
            45_000; // a comment on GitHub holds 65,536, and the tables above need some
    private static final int MAX_FINDINGS = 4;
    private static final int MAX_NAME = 200;
    private static final int MAX_SENTENCE = 400;
    private static final List<Outcome> WORST_FIRST = List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.WARN);

    private final OutputStream out;
    private final Tool tool;
    private final Map<Outcome, List<String>> rows = new EnumMap<>(Outcome.class);

    /** Writes to this stream, which it neither flushes nor closes. */
    public MarkdownReport(OutputStream out, Tool tool) {
        this.out = out;
        this.tool = tool;
        WORST_FIRST.forEach(outcome -> rows.put(outcome, new ArrayList<>()));
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) {
        List<String> worst = rows.get(verdict.countedOutcome());
        if (worst != null && worst.size() < MAX_ROWS) {
            worst.add(row(verdict));
        }
    }

    private static String row(Verdict verdict) {
        List<String> findings = new ArrayList<>();
        describe(verdict, findings);
        for (MediaVerdict media : verdict.media()) {
            describe(media, findings);
        }
        int shown = Math.min(MAX_FINDINGS, findings.size());
        StringBuilder row =
                new StringBuilder("| ").append(verdict.countedOutcome().id()).append(" | ");
        MarkdownText.code(row, VisibleSource.of(verdict.source()), MAX_NAME);
        row.append(" | ").append(String.join("<br>", findings.subList(0, shown)));
        if (shown < findings.size()) {
            row.append("<br>");
            MarkdownText.prose(
                    row,
                    Phrase.of("report:markdown.more-findings")
                            .with("count", (long) findings.size() - shown)
                            .toString(),
                    MAX_SENTENCE);
        }
        return row.append(" |\n").toString();
    }

    private static void describe(Verdict verdict, List<String> findings) {
        String slot = verdict instanceof MediaVerdict media ? media.path().orElse("") : "";
        for (Finding finding : Wording.distinct(verdict)) {
            Acceptance acceptance = verdict.acceptances().get(finding);
            StringBuilder text = new StringBuilder();
            MarkdownText.code(text, finding.rule().id(), MAX_NAME);
            text.append(' ');
            MarkdownText.prose(text, (slot.isEmpty() ? "" : slot + ": ") + Wording.message(finding), MAX_SENTENCE);
            text.append(' ');
            String why = acceptance == null
                    ? Phrase.of("report:fix")
                            .with("fix", Wording.fix(finding.fix(), verdict.source()))
                            .toString()
                    : Wording.acceptance(finding, acceptance);
            MarkdownText.prose(text, why, MAX_SENTENCE);
            findings.add(text.toString());
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        StringBuilder text = new StringBuilder("### ");
        MarkdownText.prose(text, tool.name() + ": " + Wording.result(summary), MAX_SENTENCE);
        text.append("\n\n");
        if (!summary.complete()) {
            text.append("**");
            Phrase incomplete = Phrase.of("report:incomplete").with("count", summary.checked());
            MarkdownText.prose(text, incomplete.toString(), MAX_SENTENCE);
            text.append("**\n\n");
        }
        outcomes(text, summary);
        rules(text, summary);
        files(text, summary);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void outcomes(StringBuilder text, Summary summary) {
        StringBuilder numbers = new StringBuilder("|");
        StringBuilder line = new StringBuilder("|");
        text.append('|');
        for (Outcome outcome : Outcome.values()) {
            text.append(' ').append(outcome.id()).append(" |");
            line.append(" ---: |");
            numbers.append(' ').append(summary.outcomes().of(outcome)).append(" |");
        }
        if (summary.skipped() > 0) {
            text.append(' ').append(Phrase.of("report:summary.skipped")).append(" |");
            line.append(" ---: |");
            numbers.append(' ').append(summary.skipped()).append(" |");
        }
        if (summary.accepted().total() > 0) {
            text.append(' ').append(Phrase.of("report:summary.accepted-count")).append(" |");
            line.append(" ---: |");
            numbers.append(' ').append(summary.accepted().total()).append(" |");
        }
        text.append('\n').append(line).append('\n').append(numbers).append('\n');
    }

    private static void rules(StringBuilder text, Summary summary) {
        if (summary.byRule().isEmpty()) {
            return;
        }
        text.append("\n| ")
                .append(Phrase.of("report:summary.rule"))
                .append(" | warn | unknown | fail |\n| --- | ---: | ---: | ---: |\n");
        for (Map.Entry<RuleDescription, Counts> each : summary.byRule().entrySet()) {
            Counts counts = each.getValue();
            text.append("| ");
            MarkdownText.code(text, each.getKey().id(), MAX_NAME);
            text.append(" | ")
                    .append(counts.warn())
                    .append(" | ")
                    .append(counts.unknown())
                    .append(" | ")
                    .append(counts.fail())
                    .append(" |\n");
        }
    }

    private void files(StringBuilder text, Summary summary) {
        long left = summary.needingAttention(true);
        if (left == 0) {
            return;
        }
        text.append("\n| | ")
                .append(Phrase.of("report:markdown.file"))
                .append(" | ")
                .append(Phrase.of("report:markdown.findings"))
                .append(" |\n| --- | --- | --- |\n");
        int shown = 0;
        int characters = 0;
        for (Outcome outcome : WORST_FIRST) {
            for (String row : rows.getOrDefault(outcome, List.of())) {
                characters += row.length();
                if (shown < MAX_ROWS && characters <= MAX_ROW_CHARACTERS) {
                    text.append(row);
                    shown++;
                }
            }
        }
        if (left > shown) {
            text.append('\n')
                    .append(Phrase.of("report:markdown.more").with("count", left - shown))
                    .append('\n');
        }
    }
}
