package io.mediapreflight.report;

import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Bound;
import io.mediapreflight.spec.Bounds;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The rules, with their bounds under some limits, and the advice. */
public final class RuleList {
    private static final String SCHEMA = "preflight.rules/1";
    private static final String GAP = "  ";

    private final Limits limits;
    private final List<RuleId> rules;
    private final List<AdviceId> advice;

    /**
     * @param limits whose bounds to report
     * @param rules which rules, in the order in which to report them
     * @param advice what is recommended beyond the limits, likewise
     */
    public RuleList(Limits limits, List<RuleId> rules, List<AdviceId> advice) {
        this.limits = limits;
        this.rules = List.copyOf(rules);
        this.advice = List.copyOf(advice);
    }

    /**
     * A table: rule, origin and bound.
     *
     * @param lineWidth in columns, behind which lines are broken; {@link TextReport.Style#UNBROKEN}: none is
     */
    public void writeTable(OutputStream out, int lineWidth) throws IOException {
        LineWrap lines = new LineWrap(lineWidth);
        int idWidth = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        int originWidth =
                rules.stream().mapToInt(rule -> origin(rule).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (RuleId rule : rules) {
            String place = padded(rule.id(), idWidth) + GAP + padded(origin(rule), originWidth) + GAP;
            append(text, place, rule.bound(limits), lines);
        }
        text.append('\n');
        append(text, "", Phrase.of("report:rules.page").with("limits", limits.toString()), lines);
        append(text, "", Phrase.of("report:rules.ours").with("origin", RuleId.Origin.OURS.inWords()), lines);
        appendAdvice(text, lines);
        write(out, text);
    }

    private void appendAdvice(StringBuilder text, LineWrap lines) {
        int width = advice.stream().mapToInt(each -> each.id().length()).max().orElse(0);
        text.append(advice.isEmpty() ? "" : "\n" + Phrase.of("report:rules.advice") + "\n");
        for (AdviceId each : advice) {
            append(text, padded(each.id(), width) + GAP, each.title(), lines);
        }
    }

    /** A line, or more of them below each other, behind what stands in front. */
    private static void append(StringBuilder text, String front, Object words, LineWrap lines) {
        int start = text.length();
        text.append(front).append(words);
        lines.wrap(text, start, start + front.length(), front.length());
        text.append('\n');
    }

    /**
     * An explanation of each rule: its subject, limit and origin, an example of a failure, and the fix.
     *
     * @param lineWidth in columns, behind which lines are broken; {@link TextReport.Style#UNBROKEN}: none is
     */
    public void writeExplanations(OutputStream out, int lineWidth) throws IOException {
        LineWrap lines = new LineWrap(lineWidth);
        StringBuilder text = new StringBuilder();
        for (RuleId rule : rules) {
            text.append(text.isEmpty() ? "" : "\n").append(rule.id()).append('\n');
            append(text, "  what     ", rule.title(), lines);
            append(text, "  limit    ", rule.bound(limits), lines);
            append(text, "  source   ", source(rule), lines);
            append(text, "  failure  ", rule.example(limits), lines);
            append(text, "  fix      ", rule.remedy(), lines);
        }
        for (AdviceId each : advice) {
            text.append(text.isEmpty() ? "" : "\n").append(each.id()).append('\n');
            append(text, "  advice   ", each.title(), lines);
            append(text, "  checked  ", when(each), lines);
            append(text, "  fix      ", each.remedy(), lines);
        }
        write(out, text);
    }

    private static Phrase when(AdviceId advice) {
        return switch (advice.origin()) {
            case HEADERS ->
                advice == AdviceId.REQUEST_SHAPES
                        ? Phrase.of("report:rules.every-request")
                        : Phrase.of("report:rules.every-file");
            case METADATA -> Phrase.of("report:rules.with-metadata");
            case DECODING -> Phrase.of("report:rules.with-deep");
        };
    }

    /** One object, {@code preflight.rules/1}. */
    public void writeJson(OutputStream out, Tool tool) throws IOException {
        writeJson(out, tool, Optional.empty());
    }

    /**
     * The same with a notice about the limits.
     *
     * @param notice such as that they were read long ago; empty where there is nothing to say
     */
    public void writeJson(OutputStream out, Tool tool, Optional<Phrase> notice) throws IOException {
        JsonOutput json = JsonOutput.indented(out);
        json.startObject();
        json.put("schema", SCHEMA);
        JsonDocument.writeTool(json, tool);
        JsonDocument.writeLimits(json, limits);
        notice.ifPresent(text -> json.put("notice", text.toString()));
        json.startArray("rules");
        for (RuleId rule : rules) {
            json.startObject();
            writeJson(json, rule);
            json.endObject();
        }
        json.endArray();
        json.startArray("advice");
        for (AdviceId each : advice) {
            json.startObject();
            json.put("rule", each.id());
            json.put("title", each.title());
            json.put("fix", each.remedy());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endLine();
        json.drain();
    }

    private void writeJson(JsonOutput json, RuleId rule) {
        json.put("rule", rule.id());
        json.put("title", rule.title());
        json.startArray("kinds");
        kinds(rule).forEach(json::string);
        json.endArray();
        json.put("severity", severity(rule).id());
        json.put("bound", rule.bound(limits));
        Optional<Bound> bound = Bounds.of(rule, limits);
        bound.filter(Bound::hasNumbers).ifPresent(numbers -> writeNumbers(json, numbers));
        bound.filter(names -> !names.accepted().isEmpty()).ifPresent(names -> {
            json.startArray("accepted");
            names.accepted().forEach(json::string);
            json.endArray();
        });
        json.put("origin", origin(rule));
        json.put("source", source(rule));
        json.put("example", rule.example(limits));
        json.put("fix", rule.remedy());
    }

    private static void writeNumbers(JsonOutput json, Bound bound) {
        json.startObject("numbers");
        JsonDocument.writeBoundMembers(json, bound);
        bound.orientation().ifPresent(orientation -> json.put("orientation", orientation.id()));
        json.endObject();
    }

    /** What is checked by a rule: the first part of its id says it, but for the rules on any file. */
    private static List<String> kinds(RuleId rule) {
        String first = rule.id().substring(0, rule.id().indexOf('.'));
        return first.equals("file") || first.equals("media") ? List.of("image", "video") : List.of(first);
    }

    /** The worst that a finding can have: what cannot be decided, or depends on the reading, comes to less. */
    private static Outcome severity(RuleId rule) {
        return rule == RuleId.IMAGE_NAME || rule == RuleId.VIDEO_NAME ? Outcome.WARN : Outcome.FAIL;
    }

    private String source(RuleId rule) {
        return rule.origin() == RuleId.Origin.PAGE
                ? limits.toString()
                : rule.origin().inWords();
    }

    private static String origin(RuleId rule) {
        return rule.origin() == RuleId.Origin.PAGE ? "page" : "ours";
    }

    private static void write(OutputStream out, StringBuilder text) throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
