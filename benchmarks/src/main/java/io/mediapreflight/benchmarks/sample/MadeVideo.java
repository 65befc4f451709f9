package io.mediapreflight.benchmarks.sample;

import static io.mediapreflight.benchmarks.sample.Boxes.box;
import static io.mediapreflight.benchmarks.sample.Boxes.joined;
import static io.mediapreflight.benchmarks.sample.Boxes.text;
import static io.mediapreflight.benchmarks.sample.Boxes.words;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Videos of 30 s that any player plays, made of the first frame and the first audio frame of a real clip: as large, with tables as
 * long and with as many fragments as is wanted.
 */
final class MadeVideo {
    private static final int SECONDS = 30;
    private static final byte FILLER = 12; // the type of an H.264 NAL unit that decoders pass over
    private static final byte[] FILE_TYPE =
            box("ftyp", text("isom"), words(512), text("isom"), text("iso6"), text("mp41"));

    private final byte[] clip;

    /** Makes videos from a clip of H.264 and AAC whose video track comes first. */
    MadeVideo(byte[] clip) {
        this.clip = clip;
    }

    /** Each frame padded to {@code frameBytes}, an entry a sample in every table; {@code moov} comes first. */
    void writeWithTables(Path target, int framesPerSecond, int frameBytes) throws IOException {
        Track video = video(framesPerSecond, frameBytes, true);
        Track audio = audio();
        // The size of the movie does not depend on the offsets in it.
        int start = FILE_TYPE.length
                + movie(video, audio, new int[][] {new int[video.count()], new int[audio.count()]}).length;
        int[][] offsets = offsets(video, audio, start + 2 * Integer.BYTES);
        int bytes = video.count() * video.sampleBytes() + audio.count() * audio.sampleBytes();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(FILE_TYPE);
            out.write(movie(video, audio, offsets));
            out.write(words(2 * Integer.BYTES + bytes));
            out.write(text("mdat"));
            for (Track track : interleaved(video, audio)) {
                track.writeSample(out);
            }
        }
    }

    /** In fragments of so many frames, each with the audio of the same time. */
    void writeFragmented(Path target, int framesPerSecond, int framesPerFragment) throws IOException {
        Track video = video(framesPerSecond, 0, false);
        Track audio = audio();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            out.write(FILE_TYPE);
            out.write(box(
                    "moov",
                    header(0),
                    video.box(new int[0]),
                    audio.box(new int[0]),
                    box("mvex", video.extension(), audio.extension())));
            int nextAudio = 0;
            for (int frame = 0; frame < video.count(); frame += framesPerFragment) {
                int end = nextAudio;
                while (end < audio.count() && audio.start(end) < video.start(frame + framesPerFragment)) {
                    end++;
                }
                writeFragment(out, video, frame, framesPerFragment, audio, nextAudio, end - nextAudio);
                nextAudio = end;
            }
        }
    }

    /**
     * The clip with so many bytes in front of the tracks in {@code moov}, where some programs keep an image: the tables lie that
     * far from where {@code moov} begins.
     *
     * @param moovLast a clip that ends with {@code moov}, so that all offsets stay right
     */
    static byte[] withRoomInFrontOfTracks(byte[] moovLast, int room) {
        String bytes = new String(moovLast, StandardCharsets.ISO_8859_1);
        int moov = bytes.lastIndexOf("moov") - Integer.BYTES;
        int trak = bytes.indexOf("trak", moov) - Integer.BYTES;
        return joined(
                Arrays.copyOf(moovLast, moov),
                box(
                        "moov",
                        Arrays.copyOfRange(moovLast, moov + 2 * Integer.BYTES, trak),
                        box("free", new byte[room]),
                        Arrays.copyOfRange(moovLast, trak, moovLast.length)));
    }

    private static void writeFragment(
            OutputStream out, Track video, int frame, int frames, Track audio, int first, int many) throws IOException {
        int videoBytes = frames * video.sampleBytes();
        int size = fragment(video, frame, frames, audio, first, many, 0).length;
        out.write(fragment(video, frame, frames, audio, first, many, size + 2 * Integer.BYTES));
        out.write(words(2 * Integer.BYTES + videoBytes + many * audio.sampleBytes()));
        out.write(text("mdat"));
        for (int i = 0; i < frames; i++) {
            video.writeSample(out);
        }
        for (int i = 0; i < many; i++) {
            audio.writeSample(out);
        }
    }

    private static byte[] fragment(
            Track video, int frame, int frames, Track audio, int first, int many, int dataOffset) {
        int number = frame / frames + 1;
        byte[] audioPart =
                many == 0 ? new byte[0] : audio.fragment(first, many, dataOffset + frames * video.sampleBytes());
        return box("moof", box("mfhd", words(0, number)), video.fragment(frame, frames, dataOffset), audioPart);
    }

    private Track video(int framesPerSecond, int frameBytes, boolean uneven) {
        byte[] frame = padded(firstSample(0), frameBytes);
        return Track.video(tableBox("stsd", 0), frame, SECONDS, framesPerSecond, uneven);
    }

    private Track audio() {
        return Track.audio(tableBox("stsd", 1), firstSample(1), SECONDS);
    }

    private static byte[] movie(Track video, Track audio, int[][] offsets) {
        return box("moov", header(video.movieDuration()), video.box(offsets[0]), audio.box(offsets[1]));
    }

    private static byte[] header(int duration) {
        int one = 0x10000;
        return box(
                "mvhd",
                words(0, 0, 0, Track.MOVIE_TIMESCALE, duration, one, 0x0100_0000, 0, 0),
                words(one, 0, 0, 0, one, 0, 0, 0, 0x4000_0000),
                words(0, 0, 0, 0, 0, 0, 3));
    }

    private static int[][] offsets(Track video, Track audio, int start) {
        int[][] offsets = {new int[video.count()], new int[audio.count()]};
        int[] met = new int[2];
        int at = start;
        for (Track track : interleaved(video, audio)) {
            int kind = track == video ? 0 : 1;
            offsets[kind][met[kind]++] = at;
            at += track.sampleBytes();
        }
        return offsets;
    }

    /** The track of each sample, in the order of their times. */
    private static List<Track> interleaved(Track video, Track audio) {
        Track[] order = new Track[video.count() + audio.count()];
        int frame = 0;
        for (int i = 0; i < order.length; i++) {
            int audioFrame = i - frame;
            boolean isVideoNext = audioFrame == audio.count()
                    || (frame < video.count() && video.start(frame) <= audio.start(audioFrame));
            order[i] = isVideoNext ? video : audio;
            frame += isVideoNext ? 1 : 0;
        }
        return Arrays.asList(order);
    }

    /** With a NAL unit of filler data behind it. */
    private static byte[] padded(byte[] frame, int size) {
        int room = size - frame.length - Integer.BYTES;
        if (room < 2) {
            return frame;
        }
        byte[] filler = new byte[room];
        Arrays.fill(filler, (byte) 0xFF);
        filler[0] = FILLER;
        filler[room - 1] = (byte) 0x80;
        return joined(frame, words(room), filler);
    }

    private byte[] firstSample(int track) {
        ByteBuffer sizes = ByteBuffer.wrap(tableBox("stsz", track));
        ByteBuffer chunks = ByteBuffer.wrap(tableBox("stco", track));
        int start = chunks.getInt(16);
        return Arrays.copyOfRange(clip, start, start + sizes.getInt(20));
    }

    /** The box of a type in the clip's first track, or in its second. */
    private byte[] tableBox(String type, int track) {
        String bytes = new String(clip, StandardCharsets.ISO_8859_1);
        int at = bytes.indexOf(type, bytes.indexOf("moov"));
        for (int i = 0; i < track; i++) {
            at = bytes.indexOf(type, at + 1);
        }
        int start = at - Integer.BYTES;
        return Arrays.copyOfRange(clip, start, start + ByteBuffer.wrap(clip).getInt(start));
    }
}
