package io.mediapreflight.report;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

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

    /** A whole report on these results, in bytes. */
    static byte[] report(Function<OutputStream, Report> form, Result... results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = form.apply(out);
        Summary summary = Summary.NONE;
        try {
            report.begin(Limits.klingV3MotionControl());
            for (Result result : results) {
                report.add(result);
                summary = summary.with(result.verdict().outcome());
            }
            report.end(summary);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static String text(TextReport.Style style, Result... results) {
        return new String(report(out -> new TextReport(out, style), results), StandardCharsets.UTF_8);
    }
}
