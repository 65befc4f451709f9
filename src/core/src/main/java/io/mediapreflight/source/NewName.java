package io.mediapreflight.source;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A finished file gets a name that nothing has, also where another program is about to take it. */
public final class NewName {
    private NewName() {}

    /**
     * Gives it the name, in one step. Its old name may stay beside the new one, until it is deleted.
     *
     * @param name in the same file system
     * @throws FileAlreadyExistsException where something has it
     */
    public static void give(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file); // which, other than a rename, never replaces what is there
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            giveWithoutLinks(file, name);
        }
    }

    /** On a file system without hard links, such as FAT: the name is taken by an empty file, which the other replaces at once. */
    private static void giveWithoutLinks(Path file, Path name) throws IOException {
        Files.createFile(name);
        boolean moved = false;
        try {
            Files.move(file, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            moved = true;
        } finally {
            if (!moved) {
                Files.deleteIfExists(name);
            }
        }
    }
}
