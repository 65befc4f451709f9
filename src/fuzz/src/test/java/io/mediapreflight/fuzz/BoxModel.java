package io.mediapreflight.fuzz;

import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** MP4, QuickTime and HEIF as boxes in boxes (ISO/IEC 14496-12 4.2). */
final class BoxModel implements FormatModel {
    private static final Set<String> PARENTS = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final Set<String> FIRST = Set.of("ftyp", "mdat", "free", "skip", "wide");
    private static final Set<String> FRAGMENTED = Set.of("moof", "sidx", "mfra", "mvex");

    private final boolean isMovie;

    private BoxModel(boolean isMovie) {
        this.isMovie = isMovie;
    }

    static BoxModel movie() {
        return new BoxModel(true);
    }

    static BoxModel heif() {
        return new BoxModel(false);
    }

    /** A box that lies in its file, and where its body begins. */
    private record Box(String type, int start, int body, int end, boolean isOpen) {}

    /** The boxes from one place to another, and whether they reach it exactly. */
    private static boolean boxes(byte[] file, int from, int to, List<Box> into) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = from;
        while (at <= to - 8) {
            long size = bytes.getInt(at) & 0xFFFF_FFFFL;
            int header = size == 1 ? 16 : 8;
            if (size == 1) {
                size = at <= to - 16 ? bytes.getLong(at + 8) : -1;
            }
            boolean isOpen = size == 0;
            size = isOpen ? to - at : size;
            if (size < header || size > to - at) {
                return false;
            }
            String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            into.add(new Box(type, at, at + header, at + (int) size, isOpen));
            at += (int) size;
        }
        return at == to;
    }

    private static List<Box> top(byte[] file) {
        List<Box> top = new ArrayList<>();
        boxes(file, 0, file.length, top);
        return top;
    }

    /** Every box in these, as far as boxes of movies go down to the chunk offsets. */
    private static List<Box> all(byte[] file, List<Box> boxes) {
        List<Box> all = new ArrayList<>(boxes);
        for (int i = 0; i < all.size(); i++) {
            Box box = all.get(i);
            if (PARENTS.contains(box.type())) {
                boxes(file, box.body(), box.end(), all);
            }
        }
        return all;
    }

    @Override
    public Optional<String> objection(byte[] passed) {
        List<Box> top = top(passed);
        if (top.stream()
                .noneMatch(box ->
                        box.type().equals("moov") || (!isMovie && box.type().equals("meta")))) {
            return Optional.of("it has no index");
        }
        return isMovie ? strayChunk(passed, top) : Optional.empty();
    }

    /** Of the first index: readers pass over another one behind it. */
    private static Optional<String> strayChunk(byte[] file, List<Box> top) {
        List<Box> first =
                top.stream().filter(box -> box.type().equals("moov")).limit(1).toList();
        for (Box box : all(file, first)) {
            for (int at : offsets(file, box)) {
                long offset = offset(file, box, at);
                if (offset < 0 || offset >= file.length) {
                    return Optional.of("a chunk begins at " + offset);
                }
            }
        }
        return Optional.empty();
    }

    /** Where the entries of {@code stco} and {@code co64} stand. */
    private static List<Integer> offsets(byte[] file, Box box) {
        List<Integer> places = new ArrayList<>();
        if (isOffsets(box) && box.end() - box.body() >= 8) {
            long count = ByteBuffer.wrap(file).getInt(box.body() + 4) & 0xFFFF_FFFFL;
            int width = width(box);
            for (int at = box.body() + 8; at <= box.end() - width && places.size() < count; at += width) {
                places.add(at);
            }
        }
        return places;
    }

    private static boolean isOffsets(Box box) {
        return box.type().equals("stco") || box.type().equals("co64");
    }

    private static int width(Box box) {
        return box.type().equals("co64") ? 8 : 4;
    }

    private static long offset(byte[] file, Box box, int at) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return width(box) == 8 ? bytes.getLong(at) : bytes.getInt(at) & 0xFFFF_FFFFL;
    }

    /** A box {@code free} at the end, or {@code moov} moved there. */
    @Override
    public Optional<byte[]> padded(byte[] passed, Draw draw) {
        List<Box> top = new ArrayList<>();
        if (!boxes(passed, 0, passed.length, top)
                || top.isEmpty()
                || top.get(top.size() - 1).isOpen()) {
            return Optional.empty();
        }
        return draw.below(2) == 0 || !isMovie
                ? Optional.of(Bytes.join(passed, BoxWriter.box("free", draw.bytes(draw.below(40)))))
                : moovLast(passed, top);
    }

    /** The same movie with its one {@code moov} behind everything else, and its chunks where they then lie. */
    private static Optional<byte[]> moovLast(byte[] file, List<Box> top) {
        List<Box> all = all(file, top);
        List<Box> movies = top.stream().filter(box -> box.type().equals("moov")).toList();
        if (movies.size() != 1 || all.stream().anyMatch(box -> FRAGMENTED.contains(box.type()))) {
            return Optional.empty();
        }
        Box moov = movies.get(0);
        // By what stands first a movie without ftyp is recognised, and a box that none knows is no sign of one.
        boolean isRecognised = !top.get(0).equals(moov)
                || (top.size() > 1 && FIRST.contains(top.get(1).type()));
        if (!isRecognised) {
            return Optional.empty();
        }
        int length = moov.end() - moov.start();
        byte[] changed = file.clone();
        ByteBuffer bytes = ByteBuffer.wrap(changed);
        for (Box box : all) {
            for (int at : offsets(file, box)) {
                long offset = offset(file, box, at);
                if (offset >= moov.start() && offset < moov.end()) {
                    return Optional.empty(); // samples within moov itself
                }
                long moved = offset < moov.start() ? offset : offset - length;
                if (width(box) == 8) {
                    bytes.putLong(at, moved);
                } else {
                    bytes.putInt(at, (int) moved);
                }
            }
        }
        return Optional.of(Bytes.join(
                Arrays.copyOf(changed, moov.start()),
                Arrays.copyOfRange(changed, moov.end(), changed.length),
                Arrays.copyOfRange(changed, moov.start(), moov.end())));
    }
}
