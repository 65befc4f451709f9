package io.mediapreflight.cli;

import io.mediapreflight.report.JsonReport;
import io.mediapreflight.report.JsonlReport;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.RequestResult;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.report.TextReport;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every report of one run. */
final class Destinations implements Runnable {
    /** A name longer than this pushes its own line on, not everybody's. */
    private static final int WIDEST_NAME = 44;

    private final List<Destination> list = new ArrayList<>();
    private final Diagnostics diagnostics;
    private volatile boolean interrupted;

    private Destinations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Opens them all, or none.
     *
     * @throws UsageException where a report would overwrite what is to be judged
     * @throws OutputException where one cannot be written
     */
    static Destinations open(CheckOptions options, Surroundings around, Diagnostics diagnostics)
            throws UsageException, OutputException {
        for (OutputRequest request : options.outputs()) {
            refuseToOverwrite(request, options.names());
        }
        Destinations all = new Destinations(diagnostics);
        try {
            for (OutputRequest request : options.outputs()) {
                all.list.add(destination(request, options, around));
            }
        } catch (OutputException e) {
            all.list.forEach(Destination::discard);
            throw e;
        }
        return all;
    }

    private static void refuseToOverwrite(OutputRequest request, List<String> names) throws UsageException {
        if (request.file().isEmpty()) {
            return;
        }
        String file = request.file().get();
        for (String name : names) {
            if (isSame(file, name)) {
                throw new UsageException("--output " + file + " would overwrite a file that is to be checked");
            }
        }
    }

    private static boolean isSame(String output, String input) {
        try {
            Path there = PathNames.path(output);
            Path judged = PathNames.path(input);
            return Files.isRegularFile(there) && Files.exists(judged) && Files.isSameFile(there, judged);
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static Destination destination(OutputRequest request, CheckOptions options, Surroundings around)
            throws OutputException {
        if (request.file().isEmpty()) {
            boolean coloured = around.coloured() && !options.noColor();
            return Destination.standardOutput(report(request.format(), around.out(), options, coloured), around.out());
        }
        String name = SourceName.of(request.file().get()).visible();
        try {
            OutputFile file = OutputFile.open(PathNames.path(request.file().get()));
            return Destination.file(name, report(request.format(), file.stream(), options, false), file);
        } catch (IOException e) {
            throw new OutputException("cannot write " + name + ": " + Diagnostics.reason(e), e);
        } catch (InvalidPathException e) {
            throw new OutputException("cannot write " + name + ": no file can have this name", e);
        }
    }

    private static Report report(ReportFormat format, OutputStream out, CheckOptions options, boolean coloured) {
        return switch (format) {
            case TEXT ->
                new TextReport(
                        out,
                        new TextReport.Style(coloured, options.quiet(), options.verbose(), nameWidth(options.names())));
            case JSON -> new JsonReport(out, Version.tool());
            case JSONL -> new JsonlReport(out);
        };
    }

    private static int nameWidth(List<String> names) {
        int width = 0;
        for (String name : names) {
            String visible = SourceName.of(name).visible();
            int length = visible.codePointCount(0, visible.length());
            width = length <= WIDEST_NAME ? Math.max(width, length) : width;
        }
        return width;
    }

    void begin(Limits limits) {
        for (Destination each : list) {
            each.begin(limits);
        }
    }

    /** Tells a result everywhere; returns whether anyone is left to be told the next one. */
    boolean add(Result result) {
        boolean any = false;
        for (Destination each : list) {
            any |= each.add(result);
        }
        return any;
    }

    /** Tells the result of a request everywhere. */
    boolean add(RequestResult result) {
        boolean any = false;
        for (Destination each : list) {
            any |= each.add(result);
        }
        return any;
    }

    boolean anyOpen() {
        return list.stream().anyMatch(Destination::isOpen);
    }

    /** Ends them with what they hold, because the process is about to end. */
    @Override
    public void run() {
        interrupted = true;
        for (Destination each : list) {
            each.endSoon();
        }
    }

    /** Ends them; returns whether each was written to its end. */
    boolean end() {
        boolean all = true;
        for (Destination each : list) {
            each.end();
            if (each.failure().isPresent()) {
                IOException failure = each.failure().get();
                diagnostics.say("cannot write " + each.name() + ": " + Diagnostics.reason(failure), failure);
                all = false;
            }
        }
        return all;
    }

    boolean wasInterrupted() {
        return interrupted;
    }
}
