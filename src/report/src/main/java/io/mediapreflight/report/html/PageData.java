package io.mediapreflight.report.html;

import io.mediapreflight.report.Counts;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tool;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleDescription;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a page says of a run beside its rows and plots: what it came to, its rules, and the words of the scripts. */
final class PageData {
    /** Every word of the scripts; what is in braces there is filled by them. */
    private static final List<String> WORDS = List.of(
            "shown",
            "shown-none",
            "more",
            "open",
            "close",
            "copy",
            "copy-fix",
            "copied",
            "copy-failed",
            "found",
            "limit",
            "fix",
            "command",
            "more-findings",
            "all-rules",
            "all-outcomes",
            "accepted",
            "skipped",
            "thumbnail",
            "plot-alternative",
            "plot-points",
            "plot-sampled",
            "plot-keys",
            "dark",
            "light");

    /** Rules of one's own have no bound in number. */
    private static final int MAX_RULES = 200;

    private static final int MAX_TEXT = 300;

    private final Summary summary;
    private final Limits limits;
    private final Tool tool;

    PageData(Summary summary, Limits limits, Tool tool) {
        this.summary = summary;
        this.limits = limits;
        this.tool = tool;
    }

    /** The text of a gap in the page. */
    String word(String name) {
        return Phrase.of("report:html.page." + name).toString();
    }

    void write(PageJson json) {
        json.key("words").startObject();
        for (String name : WORDS) {
            json.key(name).text(script(name));
        }
        json.endObject();
        json.key("outcomes").startArray();
        Severity.ALL.forEach(outcome -> json.text(outcome.id()));
        json.endArray();
        json.key("rules").startArray();
        summary.byRule().entrySet().stream().limit(MAX_RULES).forEach(each -> rule(json, each));
        json.endArray();
    }

    /** What the scripts fill in stays in braces. */
    private static String script(String name) {
        Phrase phrase = Phrase.of("report:html.script." + name);
        for (String value : List.of("count", "checked", "file", "min", "max", "amount", "rule")) {
            phrase = phrase.with(value, "{" + value + "}");
        }
        return phrase.toString();
    }

    private void rule(PageJson json, Map.Entry<RuleDescription, Counts> each) {
        RuleDescription rule = each.getKey();
        Counts counts = each.getValue();
        json.startObject().key("id").text(clipped(rule.id())).key("title").text(clipped(rule.title()));
        json.key("limit").text(clipped(rule.bound(limits))).key("counts").startArray();
        json.number(counts.warn()).number(counts.unknown()).number(counts.fail());
        json.endArray().endObject();
    }

    private static String clipped(String text) {
        return Clipped.beginning(SafeText.of(Clipped.beginning(text, MAX_TEXT)), MAX_TEXT);
    }

    /** What fills the gaps of the page that are no words: HTML. */
    Map<String, String> parts(int rows, Optional<String> table, String json) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("tool", Page.escaped(SafeText.of(tool.toString())));
        parts.put("result", Page.escaped(Wording.result(summary)));
        parts.put("checked", Page.escaped(Wording.checked(summary)));
        parts.put("limits", Page.escaped(limits()));
        parts.put("incomplete", incomplete());
        parts.put("outcomes", outcomes());
        parts.put("rest", rest(rows, table));
        parts.put("data", json);
        return parts;
    }

    private String limits() {
        return Phrase.of("report:html.limits")
                .with("limits", clipped(limits.profile()))
                .with("origin", clipped(limits.source()))
                .with("date", limits.date().toString())
                .toString();
    }

    private String incomplete() {
        if (summary.complete()) {
            return "";
        }
        String text =
                Phrase.of("report:incomplete").with("count", summary.checked()).toString();
        return "<p class=\"alarm\">" + Page.escaped(text) + "</p>";
    }

    /** A button for each outcome, which filters the table. */
    private String outcomes() {
        StringBuilder html = new StringBuilder();
        for (int i = Severity.ALL.size() - 1; i >= 0; i--) {
            Outcome outcome = Severity.ALL.get(i);
            button(html, outcome.id(), outcome.id(), summary.outcomes().of(outcome));
        }
        if (summary.accepted().total() > 0) {
            String label = Phrase.of("report:summary.accepted-count").toString();
            button(html, "accepted", label, summary.accepted().total());
        }
        if (summary.skipped() > 0) {
            button(html, "skipped", Phrase.of("report:summary.skipped").toString(), summary.skipped());
        }
        return html.toString();
    }

    private static void button(StringBuilder html, String id, String label, long count) {
        html.append("<button type=\"button\" class=\"outcome ")
                .append(id)
                .append("\" data-outcome=\"")
                .append(id)
                .append("\" aria-pressed=\"false\"><span class=\"number\">")
                .append(String.format(Locale.ROOT, "%,d", count))
                .append("</span> <span class=\"label\">")
                .append(Page.escaped(label))
                .append("</span></button>\n");
    }

    /** What is not in the table, and where it is. */
    private String rest(int rows, Optional<String> table) {
        long all = summary.checked() + summary.skipped();
        if (all <= rows) {
            return "";
        }
        Phrase where = table.isPresent()
                ? Phrase.of("report:html.rest-beside").with("file", table.get())
                : Phrase.of("report:html.rest-nowhere");
        String text = Phrase.of("report:html.rest")
                .with("count", rows)
                .with("checked", all)
                .with("number", all - rows)
                .with("hint", where)
                .toString();
        return "<p class=\"rest\">" + Page.escaped(text) + "</p>";
    }
}
