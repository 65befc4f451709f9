package io.mediapreflight.benchmarks.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that are measured: made in code, but for small clips, which are those of {@code testdata/}. */
public final class Samples {
    public static final String JPEG_1080P = "jpeg-1080p.jpg";
    public static final String JPEG_CAMERA = "jpeg-camera-40-KB-exif.jpg";
    public static final String JPEG_PROGRESSIVE = "jpeg-progressive-9-MB.jpg";
    public static final String PNG_LARGE = "png-9-MB.png";
    public static final String MOOV_FIRST = "mp4-moov-first.mp4";
    public static final String MOOV_LAST = "mp4-moov-last.mp4";
    public static final String LONG_TABLES = "mp4-90-MB-60-KB-of-tables.mp4";
    public static final String LARGE_MOOV = "mp4-moov-last-300-KB.mp4";
    public static final String MOV_ROTATED = "mov-rotated-90.mov";
    public static final String FRAGMENT_A_SECOND = "mp4-fragment-a-second.mp4";
    public static final String FRAGMENT_A_FRAME = "mp4-fragment-a-frame.mp4";

    /** All, in the order of the tables. */
    public static final List<String> NAMES = List.of(
            JPEG_1080P,
            JPEG_CAMERA,
            JPEG_PROGRESSIVE,
            PNG_LARGE,
            MOOV_FIRST,
            MOOV_LAST,
            MOV_ROTATED,
            LONG_TABLES,
            LARGE_MOOV,
            FRAGMENT_A_SECOND,
            FRAGMENT_A_FRAME);

    private static final int THUMBNAIL = 40_000;
    private static final int LARGE = 300_000; // far more than a check reads at once
    private static final int FRAME_RATE = 30;

    private Samples() {}

    /** Makes all in a directory. */
    public static List<Path> make(Path directory) throws IOException {
        return make(directory, 1);
    }

    /**
     * Makes all in a directory, smaller: with the same headers, tables and fragments, so that a check of them costs as much.
     *
     * @param divisor of the sides of images and of the bytes of frames
     */
    public static List<Path> make(Path directory, int divisor) throws IOException {
        write(directory, JPEG_1080P, MadeImage.jpeg(1920 / divisor, 1080 / divisor, 20));
        byte[] photo = MadeImage.jpeg(4000 / divisor, 3000 / divisor, 20);
        write(directory, JPEG_CAMERA, MadeImage.withExif(photo, 6, THUMBNAIL));
        write(directory, JPEG_PROGRESSIVE, MadeImage.progressiveJpeg(2400 / divisor, 1800 / divisor));
        write(directory, PNG_LARGE, MadeImage.png(2000 / divisor, 1500 / divisor));
        Path testdata = Testdata.directory();
        byte[] clip = Files.readAllBytes(testdata.resolve("clip-4s-faststart.mp4"));
        write(directory, MOOV_FIRST, clip);
        byte[] moovLast = Files.readAllBytes(testdata.resolve("clip-4s-moov-at-end.mp4"));
        write(directory, MOOV_LAST, moovLast);
        write(directory, LARGE_MOOV, MadeVideo.withRoomInFrontOfTracks(moovLast, LARGE));
        write(directory, MOV_ROTATED, Files.readAllBytes(testdata.resolve("rotated-90.mov")));
        MadeVideo video = new MadeVideo(clip);
        video.writeWithTables(directory.resolve(LONG_TABLES), 2 * FRAME_RATE, 50_000 / divisor);
        video.writeFragmented(directory.resolve(FRAGMENT_A_SECOND), FRAME_RATE, FRAME_RATE);
        video.writeFragmented(directory.resolve(FRAGMENT_A_FRAME), FRAME_RATE, 1);
        return NAMES.stream().map(directory::resolve).toList();
    }

    private static void write(Path directory, String name, byte[] bytes) throws IOException {
        Files.write(directory.resolve(name), bytes);
    }
}
