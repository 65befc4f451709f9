package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.source.NewName;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where a copy gets its name.
 *
 * @param overwrite whether it may replace a file
 */
record Destination(Path path, Path original, boolean overwrite) {
    /** Before any work is done. */
    void requireFree() throws FixException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (isOriginal()) {
                throw failure("is-original");
            }
            if (!overwrite) {
                throw failure("exists");
            }
        }
    }

    private boolean isOriginal() {
        try {
            return Files.isSameFile(path, original);
        } catch (IOException e) {
            return false; // one of them is gone, or leads nowhere
        }
    }

    /** Gives a finished file its name, in one step. */
    void take(Path finished) throws FixException, IOException {
        requireFree();
        if (overwrite) {
            Files.move(finished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            NewName.give(finished, path);
        } catch (FileAlreadyExistsException e) {
            throw failure("exists");
        }
    }

    private FixException failure(String key) {
        return new FixException(Phrase.of("ffmpeg:fix." + key).with("path", PathNames.text(path)));
    }
}
