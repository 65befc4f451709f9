package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.compare.Results.Report;
import io.mediapreflight.benchmarks.contender.Contender;
import io.mediapreflight.benchmarks.contender.Contenders;
import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.contender.PreflightCheck;
import io.mediapreflight.benchmarks.contender.Reported;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOUtils;

/** What every contender reports of a file, compared with a check; and of a copy whose last quarter is missing. */
final class ReportedFacts {
    private static final double TOLERANCE = 0.1; // seconds: readings of a duration differ by some frames

    private ReportedFacts() {}

    static List<Report> of(List<Batch> batches) throws IOException {
        List<Contender> all = new ArrayList<>(Contenders.inProcess());
        all.addAll(Contenders.processes());
        List<Report> reports = new ArrayList<>();
        for (Batch batch : batches) {
            Path file = batch.files().get(0);
            Path truncated = truncated(file);
            try {
                Reported expected =
                        reported(Contenders.named(PreflightCheck.NAME), file).orElse(Reported.NOTHING);
                for (Contender contender : all) {
                    if (contender.reads().contains(batch.media())) {
                        reports.add(report(batch, contender, expected, file, truncated));
                    }
                }
            } finally {
                Files.delete(truncated);
            }
        }
        return reports;
    }

    private static Report report(Batch batch, Contender contender, Reported expected, Path file, Path truncated) {
        Reported reported = reported(contender, file).orElse(Reported.NOTHING);
        Optional<Reported> ofTruncated = reported(contender, truncated);
        return new Report(
                batch.name(),
                contender.name(),
                reported.size().isPresent() && reported.size().equals(expected.size()),
                reported.rotation().isPresent() && reported.rotation().equals(expected.rotation()),
                Media.VIDEOS.contains(batch.media()) && isSameDuration(reported, expected),
                reported.codec().isPresent(),
                ofTruncated.map(Reported::incomplete).orElse(true) && !reported.incomplete());
    }

    private static boolean isSameDuration(Reported reported, Reported expected) {
        return reported.seconds().isPresent()
                && Math.abs(reported.seconds().getAsDouble()
                                - expected.seconds().orElse(0))
                        < TOLERANCE;
    }

    /** Empty where the contender rejects the file. */
    private static Optional<Reported> reported(Contender contender, Path file) {
        try {
            return Optional.of(contender.reported(contender.run(file)));
        } catch (Exception | StackOverflowError e) {
            return Optional.empty();
        }
    }

    private static Path truncated(Path file) throws IOException {
        Path copy = Files.createTempFile("preflight-", "." + FilenameUtils.getExtension(file.toString()));
        try (InputStream in = Files.newInputStream(file);
                OutputStream out = Files.newOutputStream(copy)) {
            IOUtils.copyLarge(in, out, 0, Files.size(file) / 4 * 3);
        }
        return copy;
    }
}
