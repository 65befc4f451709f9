package io.mediapreflight.benchmarks;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** A video of {@code testdata/} whose {@code moov}, which ends the file, is larger than it was: all else, offsets among it, stays. */
final class GrownMovie {
    /** 40 KB of {@code stts}, and 20 KB of {@code stsz}. */
    private static final int SAMPLES = 5_000;

    private static final int TICKS = 10;
    private static final int ROOM = 300_000;
    private static final int HEADER = 8;

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private final byte[] video;
    private final int moov;

    /** @param video with a {@code moov} that ends it */
    GrownMovie(byte[] video) {
        this.video = video;
        this.moov = indexOf("moov", 0) - 4;
    }

    /** With so many samples, each with a duration and a size of its own, in the track that comes first. */
    byte[] withLongTables() {
        long ticks = u32(indexOf("mdhd", moov) + 4 + 16);
        return with(Map.of(
                "stts",
                durations(ticks),
                "stsz",
                sizes(),
                "stsc",
                allInOneChunk(),
                "stco",
                oneChunk(),
                "ctts",
                new byte[0]));
    }

    /** With so much room in front of its tracks that their tables lie far from where it begins. */
    byte[] withRoomInFrontOfTracks() {
        int trak = indexOf("trak", moov) - 4;
        byte[] before = range(moov + HEADER, trak);
        byte[] behind = range(trak, video.length);
        return joined(range(0, moov), box("moov", joined(before, box("free", new byte[ROOM]), behind)));
    }

    private byte[] with(Map<String, byte[]> tables) {
        return joined(range(0, moov), rebuilt(moov, tables));
    }

    /** A box with the first track's tables replaced; containers are gone through. */
    private byte[] rebuilt(int start, Map<String, byte[]> tables) {
        String type = new String(range(start + 4, start + HEADER), StandardCharsets.ISO_8859_1);
        int end = start + (int) u32(start);
        if (tables.containsKey(type)) {
            byte[] content = tables.get(type);
            return content.length == 0 ? new byte[0] : box(type, content);
        }
        if (!CONTAINERS.contains(type)) {
            return range(start, end);
        }
        ByteArrayOutputStream children = new ByteArrayOutputStream();
        boolean isTrackMet = false;
        for (int child = start + HEADER; child < end; child += (int) u32(child)) {
            boolean isOther = isTrackMet && u32(child + 4) == code("trak");
            isTrackMet |= u32(child + 4) == code("trak");
            children.writeBytes(isOther ? range(child, child + (int) u32(child)) : rebuilt(child, tables));
        }
        return box(type, children.toByteArray());
    }

    private static byte[] durations(long ticks) {
        int[] words = new int[2 + 2 * SAMPLES];
        words[1] = SAMPLES;
        for (int i = 0; i < SAMPLES; i++) {
            words[2 + 2 * i] = 1;
            words[3 + 2 * i] = TICKS;
        }
        words[words.length - 1] = (int) (ticks - (long) TICKS * (SAMPLES - 1));
        return table(words);
    }

    private static byte[] sizes() {
        int[] words = new int[3 + SAMPLES];
        Arrays.fill(words, 2, words.length, 1);
        words[2] = SAMPLES;
        return table(words);
    }

    private static byte[] allInOneChunk() {
        return table(0, 1, 1, SAMPLES, 1);
    }

    private byte[] oneChunk() {
        return table(0, 1, (int) u32(indexOf("stco", moov) + 12));
    }

    /** The content of a table: a version, what stands in front of its entries, and these. */
    private static byte[] table(int... words) {
        ByteBuffer content = ByteBuffer.allocate(Integer.BYTES * words.length);
        for (int word : words) {
            content.putInt(word);
        }
        return content.array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(HEADER + content.length)
                .putInt((int) code(type))
                .put(content)
                .array();
    }

    private static long code(String type) {
        return ByteBuffer.wrap(type.getBytes(StandardCharsets.ISO_8859_1)).getInt();
    }

    private long u32(int at) {
        return ByteBuffer.wrap(video).getInt(at) & 0xFFFF_FFFFL;
    }

    private int indexOf(String type, int from) {
        return new String(video, StandardCharsets.ISO_8859_1).indexOf(type, from);
    }

    private byte[] range(int from, int to) {
        return Arrays.copyOfRange(video, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
