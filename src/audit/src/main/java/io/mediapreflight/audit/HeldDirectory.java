package io.mediapreflight.audit;

import io.mediapreflight.source.FileSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** A directory that is open, and so stays the one it is, whatever becomes of its name meanwhile. */
interface HeldDirectory extends Closeable {
    /** What lies in it. To be asked once. */
    Disk.Listing list() throws IOException;

    /** What a name in it is, where links are not followed. */
    BasicFileAttributes attributes(Path name) throws IOException;

    /**
     * Opens a file in it, but no link.
     *
     * @param size the file had when it was found
     */
    FileSource open(Path name, long size) throws IOException;
}
