package io.mediapreflight.benchmarks.sample;

import static io.mediapreflight.benchmarks.sample.Boxes.joined;
import static io.mediapreflight.benchmarks.sample.Boxes.text;
import static io.mediapreflight.benchmarks.sample.Boxes.words;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A track whose samples all have the same bytes: the first sample of a track of a real clip. */
final class Track {
    static final int MOVIE_TIMESCALE = 1000;

    private static final int ONE = 0x10000; // in fixed point 16.16
    private static final int UNDETERMINED_LANGUAGE = 0x55C4_0000;
    private static final int ENABLED_IN_MOVIE = 3;
    private static final int AAC_TICKS = 1024;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;

    private final int id;
    private final boolean isVideo;
    private final byte[] description;
    private final byte[] sample;
    private final int count;
    private final int timescale;
    private final int ticks;
    private final boolean uneven;

    private Track(Kind kind, byte[] description, byte[] sample, int count, int ticks, boolean uneven) {
        this.id = kind.id;
        this.isVideo = kind == Kind.VIDEO;
        this.description = description;
        this.sample = sample;
        this.count = count;
        this.timescale = kind.timescale;
        this.ticks = ticks;
        this.uneven = uneven;
    }

    private enum Kind {
        VIDEO(1, 60_000),
        AUDIO(2, 48_000);

        private final int id;
        private final int timescale;

        Kind(int id, int timescale) {
            this.id = id;
            this.timescale = timescale;
        }
    }

    /**
     * Video of frames that can all be decoded by themselves.
     *
     * @param description the {@code stsd} box
     * @param uneven frames take turns to last a tick more and a tick less, so that the table of durations has an entry for each, as
     *     in the video of a phone
     */
    static Track video(byte[] description, byte[] frame, int seconds, int framesPerSecond, boolean uneven) {
        int ticks = Kind.VIDEO.timescale / framesPerSecond;
        return new Track(Kind.VIDEO, description, frame, seconds * framesPerSecond, ticks, uneven);
    }

    /** AAC. */
    static Track audio(byte[] description, byte[] frame, int seconds) {
        int count = seconds * Kind.AUDIO.timescale / AAC_TICKS;
        return new Track(Kind.AUDIO, description, frame, count, AAC_TICKS, false);
    }

    int count() {
        return count;
    }

    void writeSample(OutputStream out) throws IOException {
        out.write(sample);
    }

    int sampleBytes() {
        return sample.length;
    }

    long duration() {
        return (long) count * ticks;
    }

    int movieDuration() {
        return (int) (duration() * MOVIE_TIMESCALE / timescale);
    }

    /** When a sample begins, in seconds. */
    double start(int index) {
        return (double) index * ticks / timescale;
    }

    /** The box, with where each sample lies; a track whose samples are in fragments has no offsets. */
    byte[] box(int[] offsets) {
        boolean isFragmented = offsets.length == 0;
        byte[] media = Boxes.box(
                "mdia",
                Boxes.box(
                        "mdhd", words(0, 0, 0, timescale, isFragmented ? 0 : (int) duration(), UNDETERMINED_LANGUAGE)),
                Boxes.box("hdlr", words(0, 0), text(isVideo ? "vide" : "soun"), words(0, 0, 0), text("Handler\0")),
                Boxes.box(
                        "minf",
                        isVideo ? Boxes.box("vmhd", words(1, 0, 0)) : Boxes.box("smhd", words(0, 0)),
                        Boxes.box("dinf", Boxes.box("dref", words(0, 1), Boxes.box("url ", words(1)))),
                        Boxes.box("stbl", description, isFragmented ? noTables() : tables(offsets))));
        return Boxes.box("trak", header(isFragmented), media);
    }

    private byte[] header(boolean isFragmented) {
        return Boxes.box(
                "tkhd",
                words(ENABLED_IN_MOVIE, 0, 0, id, 0, isFragmented ? 0 : movieDuration(), 0, 0, 0),
                words(isVideo ? 0 : 0x0100_0000),
                words(ONE, 0, 0, 0, ONE, 0, 0, 0, 0x4000_0000),
                words(isVideo ? WIDTH * ONE : 0, isVideo ? HEIGHT * ONE : 0));
    }

    private static byte[] noTables() {
        return joined(
                Boxes.box("stts", words(0, 0)),
                Boxes.box("stsc", words(0, 0)),
                Boxes.box("stsz", words(0, 0, 0)),
                Boxes.box("stco", words(0, 0)));
    }

    /** Each sample has an entry in the tables, as where a camera writes them. */
    private byte[] tables(int[] offsets) {
        int[] sizes = new int[count];
        Arrays.fill(sizes, sample.length);
        byte[] common = joined(
                Boxes.box("stts", words(0), durations()),
                Boxes.box("stsc", words(0, 1, 1, 1, 1)),
                Boxes.box("stsz", words(0, 0, count), words(sizes)),
                Boxes.box("stco", words(0, count), words(offsets)));
        return isVideo ? joined(common, compositionOffsets(), syncSamples()) : common;
    }

    private byte[] durations() {
        if (!uneven) {
            return words(1, count, ticks);
        }
        int[] entries = IntStream.range(0, count)
                .flatMap(i -> IntStream.of(1, ticks + (i % 2 == 0 ? 1 : -1)))
                .toArray();
        return joined(words(count), words(entries));
    }

    private byte[] compositionOffsets() {
        int[] entries =
                IntStream.range(0, count).flatMap(i -> IntStream.of(1, 0)).toArray();
        return Boxes.box("ctts", words(0, count), words(entries));
    }

    private byte[] syncSamples() {
        return Boxes.box(
                "stss", words(0, count), words(IntStream.rangeClosed(1, count).toArray()));
    }

    /** What the movie says of a track whose samples are in fragments. */
    byte[] extension() {
        return Boxes.box("trex", words(0, id, 1, ticks, sample.length, 0));
    }

    /** The part of a fragment with {@code many} samples from {@code first} on, whose bytes begin at an offset from the fragment's start. */
    byte[] fragment(int first, int many, int offset) {
        int[] sizes = new int[many];
        Arrays.fill(sizes, sample.length);
        return Boxes.box(
                "traf",
                Boxes.box("tfhd", words(0x02_0008, id, ticks)), // offsets from the moof, a default duration
                Boxes.box("tfdt", words(0, first * ticks)),
                Boxes.box("trun", words(0x0201, many, offset), words(sizes)));
    }
}
