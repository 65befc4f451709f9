package io.mediapreflight.cli.fix;

import io.mediapreflight.source.NewName;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Predicate;

/** Copies a file as it is: under a temporary name, and moved into place when it is complete. */
final class PassingCopy {
    private static final String PREFIX = ".preflight-fix-";
    private static final int CHUNK = 1 << 20;

    private PassingCopy() {}

    /**
     * Writes the copy.
     *
     * @param bytes the size of what was judged: a file of another size is not copied
     * @param judge whether the copy is still what was judged
     * @throws FileAlreadyExistsException where there is such a file, and it is not to be replaced
     * @throws InterruptedException where the thread was interrupted; then there is no copy
     */
    static void write(Path original, Path copy, long bytes, Predicate<Path> judge, boolean overwrite)
            throws IOException, InterruptedException {
        refuseExisting(copy, overwrite);
        try (TemporaryEntry temporary = TemporaryEntry.beside(copy, PREFIX)) {
            copy(original, temporary.path(), bytes);
            if (!judge.test(temporary.path())) {
                throw changed();
            }
            if (overwrite) {
                Files.move(temporary.path(), copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                NewName.give(temporary.path(), copy);
            }
        }
    }

    private static IOException changed() {
        return new IOException(Phrase.of("cli:reason.changed").toString());
    }

    private static void refuseExisting(Path copy, boolean overwrite) throws IOException {
        if (!overwrite && Files.exists(copy, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(PathNames.text(copy));
        }
    }

    private static void copy(Path from, Path to, long bytes) throws IOException, InterruptedException {
        try (FileChannel in = FileChannel.open(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            long at = 0;
            long copied = in.transferTo(at, CHUNK, out);
            while (copied > 0 && at <= bytes) {
                at += copied;
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                copied = in.transferTo(at, CHUNK, out);
            }
            if (at != bytes) {
                throw changed();
            }
        }
    }
}
