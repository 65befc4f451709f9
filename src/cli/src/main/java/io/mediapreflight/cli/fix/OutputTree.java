package io.mediapreflight.cli.fix;

import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** The directories that copies go to. They are made when they are needed, and taken away again where no copy came. */
final class OutputTree {
    private final Deque<Path> made = new ArrayDeque<>();

    /** Makes the directory of a file, and those above it. */
    synchronized void makeRoomFor(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        Deque<Path> missing = new ArrayDeque<>();
        Path next = directory;
        while (next != null && !Files.exists(next)) {
            missing.push(next);
            next = next.getParent();
        }
        if (next != null && !Files.isDirectory(next)) {
            throw notDirectory(next);
        }
        for (Path each : missing) {
            try {
                Files.createDirectory(each);
                made.push(each);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(each)) {
                    throw notDirectory(each);
                }
            }
        }
    }

    private static IOException notDirectory(Path path) {
        return new IOException(Phrase.of("cli:reason.no-directory")
                .with("path", VisibleSource.of(SourceName.of(PathNames.text(path))))
                .toString());
    }

    /** Takes the directories away that it has made and that are empty. */
    synchronized void removeEmpty() {
        while (!made.isEmpty()) {
            try {
                Files.deleteIfExists(made.pop());
            } catch (IOException e) {
                // There is something in it.
            }
        }
    }
}
