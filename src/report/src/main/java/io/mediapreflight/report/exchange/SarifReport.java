package io.mediapreflight.report.exchange;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Tool;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * SARIF 2.1.0 (OASIS), the form in which code hosts and editors take what a checker found. A result for each finding and each advice, with a
 * fingerprint of its rule and file, which stays when the message changes. What does not count is suppressed. The results
 * come before the rules, so that they can be streamed: JSON has no order of keys.
 */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonOutput json;
    private final Tool tool;
    private final SarifRules rules = new SarifRules();

    /** Writes to this stream, which it neither flushes nor closes. */
    public SarifReport(OutputStream out, Tool tool) {
        this.json = JsonOutput.compact(out);
        this.tool = tool;
    }

    @Override
    public void begin(Limits limits) throws IOException {
        rules.judgedBy(limits);
        json.startObject();
        json.put("$schema", SCHEMA);
        json.put("version", "2.1.0");
        json.startArray("runs");
        json.startObject();
        json.put("columnKind", "utf16CodeUnits");
        json.startArray("results");
        json.drain();
    }

    @Override
    public void add(Verdict verdict) throws IOException {
        write(verdict, verdict);
        verdict.media().forEach(media -> write(media, verdict));
        json.drain();
    }

    private void write(Verdict part, Verdict whole) {
        for (Finding finding : part.findings()) {
            String message = withFix(Wording.message(finding), Wording.fix(finding.fix(), part.source()));
            start(finding.rule().id(), rules.indexOf(finding.rule()), level(finding.severity()), message);
            Optional.ofNullable(part.acceptances().get(finding))
                    .filter(Acceptance::inForce)
                    .ifPresent(acceptance -> suppress(finding, acceptance));
            end(finding.rule().id(), finding.path(), part, whole);
        }
        for (Advice advice : part.advice()) {
            String message = withFix(advice.message(), Wording.fix(advice.fix(), part.source()));
            start(advice.id().id(), rules.indexOf(advice.id()), "note", message);
            end(advice.id().id(), advice.path(), part, whole);
        }
    }

    static String level(Outcome severity) {
        return severity == Outcome.WARN ? "warning" : "error";
    }

    /** A bracket and a parenthesis would be a link wherever the message is shown. */
    private static String withFix(String message, String fix) {
        return Phrase.of("report:message-and-fix")
                .with("message", message)
                .with("fix", fix)
                .toString()
                .replace("](", "] (");
    }

    private void start(String rule, long index, String level, String message) {
        json.startObject();
        json.put("ruleId", rule);
        json.put("ruleIndex", index);
        json.put("level", level);
        json.startObject("message");
        json.put("text", message);
        json.endObject();
    }

    private void suppress(Finding finding, Acceptance acceptance) {
        json.startArray("suppressions");
        json.startObject();
        json.put("kind", "external");
        json.put("justification", Wording.acceptance(finding, acceptance));
        json.endObject();
        json.endArray();
    }

    private void end(String rule, Optional<String> path, Verdict part, Verdict whole) {
        String slot = part instanceof MediaVerdict media ? media.path().orElse("") : "";
        Verdict located = part.source().fitsCommands() ? part : whole;
        json.startArray("locations");
        json.startObject();
        json.startObject("physicalLocation");
        json.startObject("artifactLocation");
        json.put("uri", FileUri.of(located.source()));
        json.endObject();
        json.startObject("region");
        json.put("startLine", Math.max(1, located.source().line().orElse(1))); // code hosts want a line of any file
        json.endObject();
        json.endObject();
        json.endObject();
        json.endArray();
        json.startObject("partialFingerprints");
        String fingerprint = Fingerprint.of(rule, path.orElse(slot), part.source(), whole.source());
        json.put("primaryLocationLineHash", fingerprint); // the one that GitHub reads
        json.endObject();
        json.endObject();
        json.endLine();
    }

    @Override
    public void end(Summary summary) throws IOException {
        json.endArray();
        json.startObject("tool");
        json.startObject("driver");
        json.put("name", tool.name());
        json.put("version", tool.version());
        rules.write(json);
        json.endObject();
        json.endObject();
        json.startArray("invocations");
        json.startObject();
        json.put("executionSuccessful", summary.complete());
        json.endObject();
        json.endArray();
        json.endObject();
        json.endArray();
        json.endObject();
        json.endLine();
        json.drain();
    }
}
