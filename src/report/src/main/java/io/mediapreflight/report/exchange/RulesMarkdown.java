package io.mediapreflight.report.exchange;

import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules as Markdown, for the pages of a project or a service: a table, and a section for each rule with an example. */
public final class RulesMarkdown {
    /** Sentences of ours are shorter; limits of a user's own may hold any text. */
    private static final int MAX_TEXT = 2_000;

    private final Limits limits;
    private final List<RuleId> rules;
    private final List<AdviceId> advice;

    /**
     * @param limits whose bounds to report
     * @param rules which rules, in the order in which to report them
     * @param advice what is recommended beyond the limits, likewise
     */
    public RulesMarkdown(Limits limits, List<RuleId> rules, List<AdviceId> advice) {
        this.limits = limits;
        this.rules = List.copyOf(rules);
        this.advice = List.copyOf(advice);
    }

    public void write(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        if (!rules.isEmpty()) {
            table(text);
            rules.forEach(rule -> section(text, rule));
        }
        if (!advice.isEmpty()) {
            advice(text);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void table(StringBuilder text) {
        text.append("| ");
        row(text, List.of(word("rule"), word("checks"), word("bound"), word("from")));
        text.append("| --- | --- | --- | --- |\n");
        for (RuleId rule : rules) {
            text.append("| ");
            MarkdownText.code(text, rule.id(), MAX_TEXT);
            text.append(" | ");
            row(text, List.of(rule.title(), rule.bound(limits), rule.origin().inWords()));
        }
    }

    private void section(StringBuilder text, RuleId rule) {
        heading(text, rule.id());
        paragraph(text, rule.title());
        item(text, word("bound"), rule.bound(limits));
        boolean published = rule.origin() == RuleId.Origin.PAGE;
        item(text, word("from"), published ? limits.toString() : rule.origin().inWords());
        item(text, word("example"), rule.example(limits));
        item(text, word("fix"), rule.remedy());
    }

    private void advice(StringBuilder text) {
        text.append(rules.isEmpty() ? "" : "\n");
        paragraph(text, Phrase.of("report:rules.advice").toString());
        for (AdviceId each : advice) {
            heading(text, each.id());
            paragraph(text, each.title());
            item(text, word("fix"), each.remedy());
        }
    }

    private static void heading(StringBuilder text, String id) {
        text.append(text.isEmpty() ? "" : "\n").append("### ");
        MarkdownText.code(text, id, MAX_TEXT);
        text.append("\n\n");
    }

    private static void paragraph(StringBuilder text, String sentence) {
        MarkdownText.prose(text, sentence, MAX_TEXT);
        text.append("\n\n");
    }

    private static void item(StringBuilder text, String name, String value) {
        text.append("- ");
        MarkdownText.prose(text, name + ": " + value, MAX_TEXT);
        text.append('\n');
    }

    /** Cells, with bars behind them; the bar before them is written. */
    private static void row(StringBuilder text, List<String> cells) {
        for (String cell : cells) {
            MarkdownText.prose(text, cell, MAX_TEXT);
            text.append(" | ");
        }
        text.setCharAt(text.length() - 1, '\n');
    }

    private static String word(String key) {
        return Phrase.of("report:rules.column." + key).toString();
    }
}
