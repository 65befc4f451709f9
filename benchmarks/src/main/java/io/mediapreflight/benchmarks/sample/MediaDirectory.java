package io.mediapreflight.benchmarks.sample;

import io.mediapreflight.benchmarks.contender.Media;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * The files that are measured.
 *
 * @param root a directory
 * @param files those in it and in directories below, in the order of the tables
 * @param isMade whether they are the samples, in a directory of their own, which is deleted in the end
 */
public record MediaDirectory(Path root, List<Path> files, boolean isMade) implements Closeable {
    /** That of the user; where the name is empty, a new one of the samples. */
    public static MediaDirectory of(String name) throws IOException {
        if (name.isEmpty()) {
            Path root = Files.createTempDirectory("preflight-");
            return new MediaDirectory(root, Samples.make(root), true);
        }
        Path root = Path.of(name);
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> files = tree.filter(Files::isRegularFile)
                    .filter(file -> Media.of(file).isPresent())
                    .sorted()
                    .toList();
            return new MediaDirectory(root, files, false);
        }
    }

    /** The files of a format, by their names in the directory. */
    public List<String> names(Media media) {
        return files.stream()
                .filter(file -> Media.of(file).filter(media::equals).isPresent())
                .map(file -> root.relativize(file).toString())
                .toList();
    }

    @Override
    public void close() throws IOException {
        if (isMade) {
            PathUtils.deleteDirectory(root);
        }
    }
}
