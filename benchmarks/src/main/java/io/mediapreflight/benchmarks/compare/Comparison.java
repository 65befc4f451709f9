package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.AuditFiles;
import io.mediapreflight.benchmarks.compare.Results.AuditFigure;
import io.mediapreflight.benchmarks.compare.Results.Figure;
import io.mediapreflight.benchmarks.compare.Results.Machine;
import io.mediapreflight.benchmarks.sample.MediaDirectory;
import io.mediapreflight.benchmarks.sample.Testdata;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.commons.io.file.PathUtils;

/** One run of everything: the rounds by one thread and by two, the facts that are reported, the audit and the start-up. */
public final class Comparison {
    private static final int AUDIT_FILES = 20_000;
    private static final int AUDIT_THREADS = 2;

    private Comparison() {}

    /** Measures, prints the tables and writes them with the results and the plots. */
    public static void run(List<String> arguments) throws IOException, InterruptedException, ExecutionException {
        ComparisonOptions options = ComparisonOptions.parse(arguments);
        try (MediaDirectory directory = MediaDirectory.of(options.directory())) {
            if (directory.files().isEmpty()) {
                throw new IOException("There is no JPEG, PNG, MP4 or MOV file in " + options.directory() + ".");
            }
            Results results = measured(directory, options.seconds());
            new Publication(results, directory.isMade()).write(options.output());
        }
    }

    /** Makes the tables and plots of kept results again. */
    public static void render(Path results) throws IOException {
        Path directory = results.toAbsolutePath().getParent();
        new Publication(Results.read(results), true).write(directory == null ? Path.of("") : directory);
    }

    private static Results measured(MediaDirectory directory, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        Machine machine = machine();
        List<Batch> batches = Batch.of(directory);
        List<Results.Report> reports = ReportedFacts.of(batches);
        List<Figure> figures = new ArrayList<>(new Rounds(batches, 1).measure(seconds * 6 / 10));
        figures.addAll(new Rounds(batches, 2).measure(seconds * 2 / 10));
        Optional<AuditFigure> audit = Optional.of(
                directory.isMade()
                        ? auditOfMadeFiles(seconds / 10)
                        : AuditRounds.measure(directory.root(), AUDIT_THREADS, seconds / 10));
        return new Results(version(), machine, figures, reports, StartUp.measure(), audit);
    }

    private static AuditFigure auditOfMadeFiles(int seconds) throws IOException, InterruptedException {
        Path root = Files.createTempDirectory("preflight-");
        try {
            AuditFiles.make(root, AUDIT_FILES);
            return AuditRounds.measure(root, AUDIT_THREADS, seconds);
        } finally {
            PathUtils.deleteDirectory(root);
        }
    }

    private static Machine machine() {
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** That of the jar that is measured. */
    private static String version() {
        String version = Comparison.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    static Path results() throws IOException {
        return Testdata.repository().resolve("benchmarks/results");
    }
}
