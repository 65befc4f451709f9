package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.fix.Shape;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;

/** The words of a verdict that every form of a report shares. What comes from outside is in them as it is. */
public final class Wording {
    private Wording() {}

    /** The findings that a person is shown: of two that report one defect, the one that says more. */
    public static List<Finding> distinct(Verdict verdict) {
        List<Finding> findings = verdict.findings();
        return findings.size() < 2 ? findings : DistinctFindings.of(findings, verdict.acceptances());
    }

    /** What was found, behind where in a request it is, unless the sentence says so itself. */
    public static String message(Finding finding) {
        String message = finding.message();
        String path = finding.path().orElse("");
        return path.isEmpty() || message.contains(path) ? message : path + ": " + message;
    }

    /** What to do about it, in one line, with the command that does it where there is one. */
    public static String fix(Fix fix, SourceName source) {
        return new Remedy(fix, source).inOneLine();
    }

    /** Why a finding does not count, or counts again. */
    public static String acceptance(Finding finding, Acceptance acceptance) {
        if (acceptance.isIgnored()) {
            return Phrase.of("report:ignored").with("rule", finding.rule().id()).toString();
        }
        String until = Phrase.of("report:accepted-until")
                .with("date", acceptance.expires().toString())
                .toString();
        String expired = acceptance.inForce() ? "" : " " + Phrase.of("report:accepted-expired");
        return until + " " + acceptance.reason() + expired;
    }

    /** The command that makes a file pass, quoted for a POSIX shell; empty where none does, or nothing is to be done. */
    public static Optional<String> command(Verdict verdict) {
        return verdict instanceof MediaVerdict media && !media.passed()
                ? PrintedPlan.of(media.plan(Shape.PAD), media.source())
                        .map(plan -> QuotedCommand.of(plan.command().words()))
                : Optional.empty();
    }

    /** What a run came to, in a sentence; {@link Summary#needingAttention} with warnings. */
    public static String result(Summary summary) {
        long attention = summary.needingAttention(true);
        if (summary.checked() == 0) {
            return Phrase.of("report:result.nothing").toString();
        }
        return Phrase.of(attention == 0 ? "report:result.passed" : "report:result.attention")
                .with("count", attention)
                .with("checked", summary.checked())
                .toString();
    }

    /** What a person wants to know of a file at a glance; empty where nothing is known. */
    public static String headline(Verdict verdict) {
        return Headline.of(verdict);
    }

    /** How much was checked, and in which time. */
    public static String checked(Summary summary) {
        return SummaryText.checked(summary).toString();
    }

    /** Hands on the facts of a verdict by their public keys, in the order in which reports list them. */
    @SuppressWarnings("exports") // as in JsonOutput
    public static void facts(Verdict verdict, FactSink sink) {
        Facts.report(verdict, sink);
    }
}
