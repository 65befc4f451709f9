package io.mediapreflight.cli.fix;

import java.io.IOException;
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
        for (Path each : missing) {
            Files.createDirectory(each);
            made.push(each);
        }
        Files.createDirectories(directory); // says what is in the way, where that is no directory
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
