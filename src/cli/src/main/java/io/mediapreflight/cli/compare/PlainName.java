package io.mediapreflight.cli.compare;

import io.mediapreflight.source.PathNames;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A name for a file that no program can misunderstand: that of a link in a directory of its own, whatever bytes, dashes, colons or
 * percent signs the file's own name has. Beside it lies no other file for a program to take along, and it has no extension, by which
 * some programs go: what is compared is what the content says.
 */
final class PlainName implements Closeable {
    private final Path directory;
    private final Path link;

    private PlainName(Path directory, Path link) {
        this.directory = directory;
        this.link = link;
    }

    static PlainName of(Path file) throws IOException {
        Path directory = Files.createTempDirectory("preflight-compare-");
        Path link = directory.resolve("file");
        try {
            Files.createSymbolicLink(link, PathNames.path(PathNames.text(file)).toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            Files.delete(directory);
            throw e instanceof IOException failed ? failed : new IOException(e);
        }
        return new PlainName(directory, link);
    }

    Path directory() {
        return directory;
    }

    String path() {
        return link.toAbsolutePath().toString();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(link);
        Files.deleteIfExists(directory);
    }
}
