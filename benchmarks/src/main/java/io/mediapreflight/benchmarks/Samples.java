package io.mediapreflight.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files that are measured: those of {@code testdata/}, and large ones made from them. */
final class Samples {
    /** A clip of 90 MB: the small one with a {@code free} box behind it, whose content is a hole in the file. */
    static final String LARGE_VIDEO = "clip-90-MB.mp4";

    private static final String SMALL_VIDEO = "clip-4s-faststart.mp4";
    private static final int FILLING = 90_000_000;

    private final Path testdata;
    private final Path largeVideo;

    private Samples(Path testdata, Path largeVideo) {
        this.testdata = testdata;
        this.largeVideo = largeVideo;
    }

    static Samples none() {
        return new Samples(Path.of(""), Path.of(""));
    }

    /** Found from the working directory, which is the repository or a folder in it. */
    static Samples make() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("testdata"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IOException("run the benchmarks in the repository: testdata/ is measured");
        }
        Path testdata = folder.resolve("testdata");
        Path large = Files.createTempFile("preflight-", ".mp4");
        Files.write(large, Files.readAllBytes(testdata.resolve(SMALL_VIDEO)));
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            long start = file.length();
            file.seek(start);
            file.writeInt(FILLING);
            file.writeBytes("free");
            file.setLength(start + FILLING);
        }
        return new Samples(testdata, large);
    }

    Path path(String file) {
        return file.equals(LARGE_VIDEO) ? largeVideo : testdata.resolve(file);
    }

    void delete() throws IOException {
        Files.deleteIfExists(largeVideo);
    }
}
