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

    /** A table: rule, bound and origin. */
    public void writeTable(OutputStream out) throws IOException {
        int idWidth = 0;
        int boundWidth = 0;
        for (RuleId rule : rules) {
            idWidth = Math.max(idWidth, rule.id().length());
            boundWidth = Math.max(boundWidth, rule.bound(limits).length());
        }
        StringBuilder text = new StringBuilder();
        for (RuleId rule : rules) {
            text.append(padded(rule.id(), idWidth))
                    .append("  ")
                    .append(padded(rule.bound(limits), boundWidth))
                    .append("  ")
                    .append(origin(rule))
                    .append('\n');
        }
        text.append('\n')
                .append(Phrase.of("report:rules.page").with("limits", limits.toString()))
                .append('\n')
                .append(Phrase.of("report:rules.ours").with("origin", RuleId.Origin.OURS.inWords()))
                .append('\n');
        appendAdvice(text);
        write(out, text);
    }

    private void appendAdvice(StringBuilder text) {
        int width = advice.stream().mapToInt(each -> each.id().length()).max().orElse(0);
        text.append(advice.isEmpty() ? "" : "\n" + Phrase.of("report:rules.advice") + "\n");
        for (AdviceId each : advice) {
            text.append(padded(each.id(), width))
                    .append("  ")
                    .append(each.title())
                    .append('\n');
        }
    }

    /** An explanation of each rule: its subject, limit and origin, an example of a failure, and the fix. */
    public void writeExplanations(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder();
        for (RuleId rule : rules) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(rule.id())
                    .append("\n  what     ")
                    .append(rule.title())
                    .append("\n  limit    ")
                    .append(rule.bound(limits))
                    .append("\n  source   ")
                    .append(source(rule))
                    .append("\n  failure  ")
                    .append(rule.example(limits))
                    .append("\n  fix      ")
                    .append(rule.remedy())
                    .append('\n');
        }
        for (AdviceId each : advice) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(each.id())
                    .append("\n  advice   ")
                    .append(each.title())
                    .append("\n  checked  ")
                    .append(when(each))
                    .append("\n  fix      ")
                    .append(each.remedy())
                    .append('\n');
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
        JsonOutput json = JsonOutput.indented(out);
        json.startObject();
        json.put("schema", SCHEMA);
        JsonDocument.writeTool(json, tool);
        JsonDocument.writeLimits(json, limits);
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

    /** The severity of a breach that is certain: what cannot be decided, or depends on the reading, comes to less. */
    private static Outcome severity(RuleId rule) {
        return switch (rule) {
            case FILE_ACCESS -> Outcome.UNKNOWN;
            case IMAGE_NAME, VIDEO_NAME -> Outcome.WARN;
            default -> Outcome.FAIL;
        };
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
