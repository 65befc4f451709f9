package io.mediapreflight.benchmarks.compare;

import io.mediapreflight.benchmarks.contender.Media;
import io.mediapreflight.benchmarks.sample.MediaDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that are measured together.
 *
 * @param name of the file, or of the format where there are many files
 * @param files all of one format
 */
record Batch(String name, Media media, List<Path> files) {
    private static final int MAX_SINGLE = 16; // more would leave too little time for each

    static List<Batch> of(MediaDirectory directory) {
        List<Batch> batches = new ArrayList<>();
        for (Media media : Media.values()) {
            List<String> names = directory.names(media);
            List<Path> files = names.stream().map(directory.root()::resolve).toList();
            if (directory.files().size() <= MAX_SINGLE) {
                files.forEach(file ->
                        batches.add(new Batch(directory.root().relativize(file).toString(), media, List.of(file))));
            } else if (!files.isEmpty()) {
                batches.add(new Batch(files.size() + " " + media + " files", media, files));
            }
        }
        return batches;
    }
}
