package io.mediapreflight.report.exchange;

import io.mediapreflight.Verdict;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.Summary;
import io.mediapreflight.report.Wording;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Workflow commands of GitHub Actions, which annotate the files of a run: an error for what fails or is unknown, a warning for a warning,
 * and a notice for advice and for what does not count. GitHub shows the first ten of each kind of a step; the log
 * has all.
 */
public final class GithubReport implements Report {
    private static final String ERROR = "error";

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    /** Writes to this stream, which it neither flushes nor closes. */
    public GithubReport(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin(Limits limits) {}

    @Override
    public void add(Verdict verdict) throws IOException {
        annotate(verdict);
        verdict.media().forEach(this::annotate);
        hand();
    }

    private void annotate(Verdict verdict) {
        for (Finding finding : Wording.distinct(verdict)) {
            Acceptance acceptance = verdict.acceptances().get(finding);
            boolean counts = acceptance == null || !acceptance.inForce();
            String more = acceptance == null ? "" : " " + Wording.acceptance(finding, acceptance);
            String message = withFix(Wording.message(finding), Wording.fix(finding.fix(), verdict.source()));
            line(
                    counts ? level(finding.severity()) : "notice",
                    verdict,
                    finding.rule().id(),
                    message + more);
        }
        for (Advice advice : verdict.advice()) {
            String message = withFix(advice.message(), Wording.fix(advice.fix(), verdict.source()));
            line("notice", verdict, advice.id().id(), message);
        }
    }

    private static String withFix(String message, String fix) {
        return Phrase.of("report:message-and-fix")
                .with("message", message)
                .with("fix", fix)
                .toString();
    }

    private static String level(Outcome severity) {
        return severity == Outcome.WARN ? "warning" : ERROR;
    }

    private void line(String level, Verdict verdict, String title, String message) {
        text.append("::").append(level).append(" file=");
        property(SafeText.name(FileUri.relative(verdict.source())));
        text.append(",title=");
        property(title);
        text.append("::");
        data(message);
        text.append('\n');
    }

    private void property(String value) {
        escape(value, true);
    }

    private void data(String value) {
        escape(value, false);
    }

    /** As the runner's own toolkit escapes. An end of line would begin a command of its own, but is spelt out already. */
    private void escape(String value, boolean isProperty) {
        String safe = SafeText.of(value);
        for (int i = 0; i < safe.length(); i++) {
            char c = safe.charAt(i);
            if (c == '%') {
                text.append("%25");
            } else if (isProperty && c == ':') {
                text.append("%3A");
            } else if (isProperty && c == ',') {
                text.append("%2C");
            } else {
                text.append(c);
            }
        }
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (!summary.complete()) {
            text.append("::").append(ERROR).append("::");
            data(Phrase.of("report:incomplete").with("count", summary.checked()).toString());
            text.append('\n');
        }
        hand();
    }

    private void hand() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
