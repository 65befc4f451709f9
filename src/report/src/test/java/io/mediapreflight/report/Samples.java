package io.mediapreflight.report;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results for the files in {@code testdata}. */
final class Samples {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."), "..", "..", "testdata");

    private Samples() {}

    static Result of(String file) {
        return of(file, SourceName.of(file));
    }

    /** The verdict on one file under the name of another. */
    static Result of(String file, SourceName name) {
        Verdict verdict = Preflight.standard().check(FOLDER.resolve(file), Subject.anything());
        return new Result(name, verdict);
    }

    /** The result with the same acceptance for every finding. */
    static Result accepted(Result result, Acceptance acceptance) {
        Map<Finding, Acceptance> all =
                result.verdict().findings().stream().collect(Collectors.toMap(finding -> finding, each -> acceptance));
        return new Result(result.source(), result.verdict(), false, all);
    }

    /** A whole report on these results, in bytes. */
    static byte[] report(Function<OutputStream, Report> form, Result... results) {
        return report(form, true, results);
    }

    /** A report on these results, which were all there was to judge or not, after two seconds. */
    static byte[] report(Function<OutputStream, Report> form, boolean complete, Result... results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = form.apply(out);
        Tally tally = new Tally();
        try {
            report.begin(Limits.klingV3MotionControl());
            for (Result result : results) {
                report.add(result);
                tally.add(result);
            }
            report.end(tally.summary(Duration.ofSeconds(2), complete));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static String text(TextReport.Style style, Result... results) {
        return new String(report(out -> new TextReport(out, style), results), StandardCharsets.UTF_8);
    }
}
