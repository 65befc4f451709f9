package io.mediapreflight.cli.output;

import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.OutputRequest;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps reports from being written over each other, and over what is to be judged. */
public final class OverwriteGuard {
    private OverwriteGuard() {}

    /**
     * Looks at a file that is written beside the reports.
     *
     * @param inputs what is read
     * @throws UsageException where it would be written over one of them
     */
    public static void check(String file, List<String> inputs) throws UsageException {
        check(List.of(new OutputRequest(ReportFormat.TEXT, Optional.of(file))), inputs);
    }

    /**
     * Looks at every report before any is opened.
     *
     * @param inputs what is read
     * @throws UsageException where one would be written over
     */
    static void check(List<OutputRequest> outputs, List<String> inputs) throws UsageException {
        Set<Path> taken = new HashSet<>();
        for (OutputRequest request : outputs) {
            if (request.file().isEmpty()) {
                continue;
            }
            String file = request.file().get();
            Optional<Path> place = place(file);
            if (place.isPresent() && !taken.add(place.get())) {
                throw new UsageException(Phrase.of("cli:two-reports-to-file").with("file", file));
            }
            for (String input : inputs) {
                if (place.isPresent() && isSame(place.get(), input)) {
                    throw new UsageException(Phrase.of("cli:overwrites-input").with("file", file));
                }
            }
            if (place.isPresent() && isMediaBelow(place.get(), inputs)) {
                throw new UsageException(Phrase.of("cli:overwrites-media").with("file", file));
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
    private static boolean isMediaBelow(Path output, List<String> inputs) {
        Optional<Kind> kind = Format.promisedBy(output.toString())
                .map(Format::kind)
                .filter(promised -> promised == Kind.IMAGE || promised == Kind.VIDEO);
        if (kind.isEmpty() || !Files.exists(output)) {
            return false;
        }
        return inputs.stream().anyMatch(input -> isDirectoryAbove(output, input));
    }

    private static boolean isDirectoryAbove(Path file, String name) {
        try {
            Path directory = PathNames.path(name);
            return Files.isDirectory(directory) && file.startsWith(directory.toRealPath());
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
