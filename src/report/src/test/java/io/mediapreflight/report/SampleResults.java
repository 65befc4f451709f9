package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Slot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Results for the files in {@code testdata}. */
final class SampleResults {
    private static final Path DIRECTORY = Path.of(System.getProperty("basedir", "."), "..", "..", "testdata");

    private SampleResults() {}

    static MediaVerdict of(String file) {
        return of(file, SourceName.of(file));
    }

    static Path path(String file) {
        return DIRECTORY.resolve(file);
    }

    /** The verdict on one file under the name of another, without the advice that its header gives cause for. */
    static MediaVerdict of(String file, SourceName name) {
        MediaVerdict verdict = Preflight.standard().check(DIRECTORY.resolve(file), Subject.anything());
        return new MediaVerdict(
                name,
                verdict.subject(),
                verdict.probed(),
                verdict.bytes(),
                verdict.decoderResult(),
                verdict.findings(),
                List.of(),
                verdict.limits(),
                verdict.bytesRead(),
                verdict.elapsedNanos());
    }

    /** A request of these media, with a finding of its own where its resolution is wrong. */
    static RequestVerdict request(String resolution, MediaVerdict image, MediaVerdict... video) {
        RequestDraft draft = new RequestDraft(
                Optional.empty(), Optional.of(resolution), Optional.of("video"), Set.of(Slot.IMAGE, Slot.VIDEO));
        return Preflight.standard()
                .judge(
                        draft,
                        List.of(),
                        Optional.of(image),
                        List.of(video).stream().findFirst(),
                        7_000)
                .named(SourceName.of("request.json"));
    }

    /** The result with the same acceptance for every finding. */
    static MediaVerdict accepted(MediaVerdict result, Acceptance acceptance) {
        Map<Finding, Acceptance> all =
                result.findings().stream().collect(Collectors.toMap(finding -> finding, each -> acceptance));
        return result.accepted(all);
    }

    /** A whole report on these results, in bytes. */
    static byte[] report(Function<OutputStream, Report> form, Verdict... results) {
        return report(form, true, results);
    }

    /** A report on these results, which were all there was to judge or not, after two seconds. */
    static byte[] report(Function<OutputStream, Report> form, boolean complete, Verdict... results) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = form.apply(out);
        Tally tally = new Tally();
        try {
            report.begin(Limits.klingV3MotionControl());
            for (Verdict result : results) {
                report.add(result);
                tally.add(result);
            }
            report.end(tally.summary(Duration.ofSeconds(2), complete));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    static String text(TextReport.Style style, Verdict... results) {
        return new String(report(out -> new TextReport(out, style), results), StandardCharsets.UTF_8);
    }
}
