package io.mediapreflight.cli.output;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.OutputRequest;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.ReportOptions;
import io.mediapreflight.report.Report;
import io.mediapreflight.report.RequestResult;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every report of one run. */
public final class Destinations implements Runnable {
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
    public static Destinations open(
            ReportOptions options, List<String> names, Form form, OutputStream out, Diagnostics diagnostics)
            throws UsageException, OutputException {
        refuseToOverwrite(options.outputs(), names);
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

    private static void refuseToOverwrite(List<OutputRequest> outputs, List<String> names) throws UsageException {
        Set<Path> taken = new HashSet<>();
        for (OutputRequest request : outputs) {
            String file = request.file().orElse("");
            Optional<Path> place = request.file().flatMap(Destinations::place);
            if (place.isPresent() && !taken.add(place.get())) {
                throw new UsageException("two reports cannot both go to " + file);
            }
            for (String name : names) {
                if (place.isPresent() && isSame(place.get(), name)) {
                    throw new UsageException("--output " + file + " would overwrite a file that is to be checked");
                }
            }
            if (place.isPresent() && isMediumBelow(place.get(), names)) {
                throw new UsageException(
                        "--output " + file + " would overwrite what its name says is an image or a film,"
                                + " in a folder that is to be audited");
            }
        }
    }

    /** Where a regular file of this name is, or would be made; empty for anything else, which is written through. */
    private static Optional<Path> place(String name) {
        try {
            Path path = PathNames.path(name).toAbsolutePath();
            if (Files.exists(path)) {
                return Files.isRegularFile(path) ? Optional.of(path.toRealPath()) : Optional.empty();
            }
            Path parent = path.getParent();
            Path last = path.getFileName();
            return parent == null || last == null
                    ? Optional.empty()
                    : Optional.of(parent.toRealPath().resolve(last));
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // to open it will say what is wrong
        }
    }

    private static boolean isSame(Path output, String input) {
        try {
            Path judged = PathNames.path(input);
            boolean bothThere = Files.exists(output) && Files.exists(judged);
            return bothThere ? Files.isSameFile(output, judged) : place(input).equals(Optional.of(output));
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    /** A report is a file that no audit asks for: whatever calls itself an image was meant to be judged. */
    private static boolean isMediumBelow(Path output, List<String> names) {
        Optional<Kind> kind = Format.promisedBy(output.toString())
                .map(Format::kind)
                .filter(promised -> promised == Kind.IMAGE || promised == Kind.VIDEO);
        if (kind.isEmpty() || !Files.exists(output)) {
            return false;
        }
        return names.stream().anyMatch(name -> isFolderAbove(output, name));
    }

    private static boolean isFolderAbove(Path file, String name) {
        try {
            Path folder = PathNames.path(name);
            return Files.isDirectory(folder) && file.startsWith(folder.toRealPath());
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

    public void begin(Limits limits) {
        for (Destination each : list) {
            each.begin(limits);
        }
    }

    /** Tells a result everywhere; returns whether anyone is left to be told the next one. */
    public boolean add(Result result) {
        boolean any = false;
        for (Destination each : list) {
            any |= each.add(result);
        }
        return any;
    }

    /** Tells the result of a request everywhere. */
    public boolean add(RequestResult result) {
        boolean any = false;
        for (Destination each : list) {
            any |= each.add(result);
        }
        return any;
    }

    public boolean anyOpen() {
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
    public void pause() {
        list.forEach(Destination::pause);
    }

    /** Gives them up before anything was told. */
    public void discard() {
        list.forEach(Destination::discard);
    }

    /**
     * Ends them.
     *
     * @param complete whether they hold all there was to judge
     * @return whether each was written to its end
     */
    public boolean end(boolean complete) {
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

    public boolean wasInterrupted() {
        return interrupted;
    }
}
