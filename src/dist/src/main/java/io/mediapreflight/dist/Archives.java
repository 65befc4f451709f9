package io.mediapreflight.dist;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Archives of a directory's tree: the same files give the same bytes whenever they are packed. */
final class Archives {
    private static final int FILE = 0644;
    private static final int PROGRAM = 0755;
    private static final int BEST = 9;

    private final Instant time;

    /** @param time of every entry */
    Archives(Instant time) {
        this.time = time;
    }

    /** Writes a {@code .tar.gz}, in which everything belongs to root and the bit for execution is kept. */
    void tar(Path tree, String top, Path archive) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(BEST);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(archive));
                TarArchiveOutputStream tar =
                        new TarArchiveOutputStream(new GzipCompressorOutputStream(file, parameters))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path path : paths(tree)) {
                boolean directory = Files.isDirectory(path);
                TarArchiveEntry entry = new TarArchiveEntry(name(tree, top, path, directory));
                entry.setModTime(Date.from(time));
                entry.setIds(0, 0);
                entry.setNames("root", "root");
                entry.setMode(mode(path));
                entry.setSize(directory ? 0 : Files.size(path));
                tar.putArchiveEntry(entry);
                if (!directory) {
                    Files.copy(path, tar);
                }
                tar.closeArchiveEntry();
            }
        }
    }

    /** Writes a {@code .zip}. Its times have no zone: they are taken as UTC. */
    void zip(Path tree, String top, Path archive) throws IOException {
        long local = time.toEpochMilli() - TimeZone.getDefault().getOffset(time.toEpochMilli());
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(archive)) {
            zip.setLevel(BEST);
            for (Path path : paths(tree)) {
                boolean directory = Files.isDirectory(path);
                ZipArchiveEntry entry = new ZipArchiveEntry(name(tree, top, path, directory));
                entry.setTime(local);
                entry.setUnixMode(mode(path));
                zip.putArchiveEntry(entry);
                if (!directory) {
                    Files.copy(path, zip);
                }
                zip.closeArchiveEntry();
            }
        }
    }

    private static List<Path> paths(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            return paths.filter(path -> !path.equals(tree)).sorted().toList();
        }
    }

    private static String name(Path tree, String top, Path path, boolean directory) {
        return top + "/" + tree.relativize(path).toString().replace('\\', '/') + (directory ? "/" : "");
    }

    private static int mode(Path path) {
        return Files.isDirectory(path) || Files.isExecutable(path) ? PROGRAM : FILE;
    }
}
