package io.mediapreflight.ffmpeg.mutation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Mutants of a PNG: the numbers of its header, the palette, chunk lengths and the order of chunks, with checksums made right. */
final class PngMutants {
    private static final int SEED = 12;
    private static final int SIGNATURE = 8;

    /** Length, type and checksum. */
    private static final int CHUNK_OVERHEAD = 12;

    private static final int LARGEST_PALETTE = 770;

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Chunk(String type, byte[] data) {}

    /** The chunks of a mutant, and what was done to them. */
    private record Draft(String where, String change, List<Chunk> chunks) {
        Mutant mutant() {
            return new Mutant(where, change, write(chunks));
        }
    }

    private final byte[] file;
    private final List<Chunk> chunks;

    private PngMutants(byte[] file) {
        this.file = file;
        this.chunks = read(file);
    }

    static Stream<Mutant> of(byte[] file, int pairs) {
        PngMutants mutants = new PngMutants(file);
        List<Draft> drafts = Stream.of(header(mutants.chunks), palette(mutants.chunks), order(mutants.chunks))
                .flatMap(List::stream)
                .toList();
        return Stream.of(drafts.stream().map(Draft::mutant), mutants.lengths(), pairs(drafts, pairs))
                .flatMap(stream -> stream);
    }

    private static List<Draft> header(List<Chunk> chunks) {
        byte[] data = chunks.get(0).data();
        List<Draft> drafts = new ArrayList<>();
        for (Field field : List.of(new Field("IHDR+0", 0, 4), new Field("IHDR+4", 4, 4))) {
            for (long value : field.otherValues(data)) {
                drafts.add(header(chunks, field.with(data, value)));
            }
        }
        for (int at = 8; at < data.length; at++) {
            for (int value = 0; value < 256; value++) {
                drafts.add(header(chunks, new Field("IHDR+" + at, at, 1).with(data, value)));
            }
        }
        for (int bits = 0; bits <= 17; bits++) {
            for (int type = 0; type <= 8; type++) {
                byte[] changed = data.clone();
                changed[8] = (byte) bits;
                changed[9] = (byte) type;
                drafts.add(
                        header(chunks, new Mutant("IHDR+8", "bit depth " + bits + ", colour type " + type, changed)));
            }
        }
        return drafts;
    }

    private static Draft header(List<Chunk> chunks, Mutant header) {
        List<Chunk> changed = new ArrayList<>(chunks);
        changed.set(0, new Chunk("IHDR", header.bytes()));
        return new Draft(header.where(), header.change(), changed);
    }

    /** A palette of every length in place of the one there is, else before the image data. */
    private static List<Draft> palette(List<Chunk> chunks) {
        List<Chunk> without =
                chunks.stream().filter(chunk -> !chunk.type().equals("PLTE")).toList();
        List<Draft> drafts = new ArrayList<>(List.of(new Draft("PLTE", "left out", without)));
        for (int length = 0; length <= LARGEST_PALETTE; length++) {
            List<Chunk> changed = new ArrayList<>(without);
            changed.add(1, new Chunk("PLTE", new byte[length]));
            drafts.add(new Draft("PLTE", length + " bytes", changed));
        }
        return drafts;
    }

    /** Every chunk left out, doubled, of another type, and in every other place. */
    private static List<Draft> order(List<Chunk> chunks) {
        List<Draft> drafts = new ArrayList<>();
        for (int from = 0; from < chunks.size(); from++) {
            Chunk chunk = chunks.get(from);
            List<Chunk> without = new ArrayList<>(chunks);
            without.remove(from);
            drafts.add(new Draft(chunk.type(), "left out", without));
            for (int to = 0; to <= without.size(); to++) {
                List<Chunk> moved = new ArrayList<>(without);
                moved.add(to, chunk);
                drafts.add(new Draft(chunk.type(), "from place " + from + " to " + to, moved));
                List<Chunk> doubled = new ArrayList<>(chunks);
                doubled.add(to, chunk);
                drafts.add(new Draft(chunk.type(), "again at place " + to, doubled));
            }
            for (int letter = 0; letter < 4; letter++) {
                for (int bit = 0; bit < 8; bit++) {
                    byte[] type = chunk.type().getBytes(StandardCharsets.ISO_8859_1);
                    type[letter] ^= (byte) (1 << bit);
                    List<Chunk> renamed = new ArrayList<>(chunks);
                    renamed.set(from, new Chunk(new String(type, StandardCharsets.ISO_8859_1), chunk.data()));
                    drafts.add(new Draft(chunk.type(), "type bit " + bit + " of letter " + letter, renamed));
                }
            }
        }
        return drafts;
    }

    /** Lengths as they stand in the file, with the bytes behind them as they were. */
    private Stream<Mutant> lengths() {
        List<Field> fields = new ArrayList<>();
        int at = SIGNATURE;
        for (Chunk chunk : chunks) {
            fields.add(new Field(chunk.type() + " length", at, 4));
            at += CHUNK_OVERHEAD + chunk.data().length;
        }
        return fields.stream()
                .flatMap(field -> field.otherValues(file).stream().map(value -> lengthened(field.with(file, value))));
    }

    /** With the checksum of what the new length takes in, where that lies in the file. */
    private Mutant lengthened(Mutant mutant) {
        byte[] bytes = mutant.bytes();
        int start = firstDifference(bytes);
        int at = start - (start - SIGNATURE < 0 ? 0 : offsetInLength(start));
        long length = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at));
        if (at + CHUNK_OVERHEAD + length <= bytes.length) {
            CRC32 checksum = new CRC32();
            checksum.update(bytes, at + 4, 4 + (int) length);
            ByteBuffer.wrap(bytes).putInt(at + 8 + (int) length, (int) checksum.getValue());
        }
        return mutant;
    }

    private int firstDifference(byte[] bytes) {
        return Arrays.mismatch(file, bytes);
    }

    private int offsetInLength(int position) {
        int at = SIGNATURE;
        for (Chunk chunk : chunks) {
            if (position < at + 4) {
                return position - at;
            }
            at += CHUNK_OVERHEAD + chunk.data().length;
        }
        throw new IllegalStateException("no chunk has its length at " + position);
    }

    private static Stream<Mutant> pairs(List<Draft> drafts, int count) {
        Random random = new Random(SEED);
        List<Draft> headers = drafts.stream()
                .filter(draft -> draft.where().startsWith("IHDR"))
                .toList();
        return IntStream.range(0, count).mapToObj(i -> {
            Draft header = headers.get(random.nextInt(headers.size()));
            Draft other = drafts.get(random.nextInt(drafts.size()));
            List<Chunk> both = other.chunks().stream()
                    .map(chunk -> chunk.type().equals("IHDR") ? header.chunks().get(0) : chunk)
                    .toList();
            return new Draft(header.where() + " and " + other.where(), header.change() + " and " + other.change(), both)
                    .mutant();
        });
    }

    private static List<Chunk> read(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).position(SIGNATURE);
        List<Chunk> chunks = new ArrayList<>();
        while (in.remaining() >= CHUNK_OVERHEAD) {
            byte[] data = new byte[in.getInt()];
            byte[] type = new byte[4];
            in.get(type).get(data).getInt();
            chunks.add(new Chunk(new String(type, StandardCharsets.ISO_8859_1), data));
        }
        return chunks;
    }

    private static byte[] write(List<Chunk> chunks) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        for (Chunk chunk : chunks) {
            byte[] type = chunk.type().getBytes(StandardCharsets.ISO_8859_1);
            CRC32 checksum = new CRC32();
            checksum.update(type);
            checksum.update(chunk.data());
            out.writeBytes(ByteBuffer.allocate(CHUNK_OVERHEAD + chunk.data().length)
                    .putInt(chunk.data().length)
                    .put(type)
                    .put(chunk.data())
                    .putInt((int) checksum.getValue())
                    .array());
        }
        return out.toByteArray();
    }
}
