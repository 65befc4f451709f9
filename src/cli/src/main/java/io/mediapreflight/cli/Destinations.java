package io.mediapreflight.cli;

import io.mediapreflight.report.Report;
import io.mediapreflight.report.RequestResult;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
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
    private final List<Destination> list = new ArrayList<>();
    private final Diagnostics diagnostics;
    private volatile boolean interrupted;

    private Destinations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Opens them all, or none.
     *
     * @param names what is read, and so must not be written over
     * @throws UsageException where a report would overwrite what is to be judged
     * @throws OutputException where one cannot be written
     */
    static Destinations open(
            ReportOptions options, List<String> names, Form form, OutputStream out, Diagnostics diagnostics)
            throws UsageException, OutputException {
        for (OutputRequest request : options.outputs()) {
            refuseToOverwrite(request, names);
        }
        Destinations all = new Destinations(diagnostics);
        try {
            for (OutputRequest request : options.outputs()) {
                all.list.add(destination(request, form, out));
            }
        } catch (OutputException e) {
            all.discard();
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

    /** Makes the reports that a command writes. */
    interface Form {
        /**
         * Makes one.
         *
         * @param onScreen whether it goes to standard output, which may be a terminal
         */
        Report report(ReportFormat format, OutputStream out, boolean onScreen);
    }

    private static Destination destination(OutputRequest request, Form form, OutputStream out) throws OutputException {
        if (request.file().isEmpty()) {
            return Destination.standardOutput(form.report(request.format(), out, true), out);
        }
        String name = SourceName.of(request.file().get()).visible();
        try {
            OutputFile file = OutputFile.open(PathNames.path(request.file().get()));
            return Destination.file(name, form.report(request.format(), file.stream(), false), file);
        } catch (IOException e) {
            throw new OutputException("cannot write " + name + ": " + Diagnostics.reason(e), e);
        } catch (InvalidPathException e) {
            throw new OutputException("cannot write " + name + ": no file can have this name", e);
        }
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

    /** Hands on what was buffered. */
    void pause() {
        list.forEach(Destination::pause);
    }

    /** Gives them up before anything was told. */
    void discard() {
        list.forEach(Destination::discard);
    }

    /**
     * Ends them.
     *
     * @param complete whether they hold all there was to judge
     * @return whether each was written to its end
     */
    boolean end(boolean complete) {
        boolean all = true;
        for (Destination each : list) {
            each.end(complete);
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
