package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Copies a file byte by byte. */
final class FileCopy {
    private FileCopy() {}

    /**
     * Copies to a file that is not there yet. An interrupt ends it.
     *
     * @throws FixException for a file that has grown meanwhile beyond what was judged
     */
    static void copy(Path from, Path to, long maxBytes) throws IOException, FixException {
        try (FileChannel in = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            long size = in.size();
            if (size > maxBytes) {
                throw new FixException(Phrase.of("ffmpeg:fix.changed"));
            }
            long done = 0;
            while (done < size) {
                long count = in.transferTo(done, size - done, out);
                if (count <= 0) {
                    throw new FixException(Phrase.of("ffmpeg:fix.changed"));
                }
                done += count;
            }
        }
    }
}
