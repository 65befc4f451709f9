package io.mediapreflight.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files as a large collection has them: samples, some of them cut off, damaged, with bytes behind their end, or under another extension. */
final class GeneratedFiles {
    private static final long SEED = 20;
    private static final int MAX_BYTES = 20_000;
    private static final List<String> EXTENSIONS = List.of("jpg", "png", "mp4", "mov", "txt", "");

    private final List<byte[]> contents;
    private final List<String> extensions;
    private final Random random = new Random(SEED);

    private GeneratedFiles(List<byte[]> contents, List<String> extensions) {
        this.contents = contents;
        this.extensions = extensions;
    }

    static GeneratedFiles of(Path samples) throws IOException {
        try (Stream<Path> files = Files.list(samples)) {
            List<Path> small = files.filter(
                            file -> Files.isRegularFile(file) && file.toFile().length() <= MAX_BYTES)
                    .sorted()
                    .toList();
            List<byte[]> contents = new ArrayList<>();
            for (Path file : small) {
                contents.add(Files.readAllBytes(file));
            }
            return new GeneratedFiles(
                    contents, small.stream().map(GeneratedFiles::extension).toList());
        }
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
    }

    /** Writes so many, in directories of a thousand. */
    void write(Path directory, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            int which = random.nextInt(contents.size());
            byte[] content = changed(contents.get(which));
            String extension = random.nextInt(10) == 0 ? anyExtension() : extensions.get(which);
            Path parent = directory.resolve("d" + i / 1000);
            Files.createDirectories(parent);
            Files.write(parent.resolve("f " + i + (extension.isEmpty() ? "" : "." + extension)), content);
        }
    }

    private String anyExtension() {
        return EXTENSIONS.get(random.nextInt(EXTENSIONS.size()));
    }

    private byte[] changed(byte[] sample) {
        int length = sample.length;
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(sample, random.nextInt(length + 1));
            case 1 -> Arrays.copyOf(sample, length + random.nextInt(3000));
            case 2, 3, 4 -> damaged(sample.clone(), Math.min(length, 1000));
            case 5 -> damaged(sample.clone(), length);
            default -> sample;
        };
    }

    private byte[] damaged(byte[] content, int within) {
        for (int i = random.nextInt(6); i >= 0 && within > 0; i--) {
            content[random.nextInt(within)] = (byte) random.nextInt();
        }
        return content;
    }
}
