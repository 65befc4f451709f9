package io.mediapreflight.ffmpeg.mutation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The numbers in {@code moov} and {@code moof}, the size and the type of every box among them: all of it, in words of 32 bits. */
final class MovieFields {
    private static final int HEADER = 8;
    private static final int WORD = 4;

    private static final Set<String> CONTAINERS =
            Set.of("moov", "trak", "mdia", "minf", "stbl", "dinf", "edts", "mvex", "moof", "traf");

    /** Boxes that hold boxes behind numbers of their own, and how many bytes these take. */
    private static final Map<String, Integer> NUMBERS_BEFORE_BOXES =
            Map.of("stsd", 8, "dref", 8, "avc1", 78, "hvc1", 78, "hev1", 78, "av01", 78, "mp4v", 78, "mp4a", 28);

    /** Text for people, or padding: no player looks at it. */
    private static final Set<String> LEFT_OUT = Set.of("udta", "meta", "free", "skip");

    private record Area(String path, int start, int end) {}

    private final ByteBuffer file;
    private final List<Field> fields = new ArrayList<>();
    private final Deque<Area> open = new ArrayDeque<>();

    private MovieFields(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    static List<Field> of(byte[] file) {
        return new MovieFields(file).read();
    }

    private List<Field> read() {
        boxes(new Area("", 0, file.limit()));
        while (!open.isEmpty()) {
            boxes(open.pop());
        }
        return fields;
    }

    private void boxes(Area area) {
        int at = area.start();
        while (at + HEADER <= area.end()) {
            int size = file.getInt(at);
            if (size < HEADER || size > area.end() - at) {
                throw new IllegalStateException("an audio fixture was promised: box of " + size + " bytes at " + at);
            }
            box(area.path(), at, at + size);
            at += size;
        }
    }

    private void box(String parent, int start, int end) {
        String type = new String(file.array(), start + WORD, WORD, StandardCharsets.ISO_8859_1);
        String path = parent.isEmpty() ? type : parent + "/" + type;
        boolean atTop = parent.isEmpty();
        if (atTop && !type.equals("moov") && !type.equals("moof")) {
            return;
        }
        if (LEFT_OUT.contains(type)) {
            words(path, start, start + HEADER, start);
        } else if (CONTAINERS.contains(type)) {
            words(path, start, start + HEADER, start);
            open.push(new Area(path, start + HEADER, end));
        } else if (NUMBERS_BEFORE_BOXES.containsKey(type)) {
            int children = start + HEADER + NUMBERS_BEFORE_BOXES.get(type);
            words(path, start, children, start);
            open.push(new Area(path, children, end));
        } else {
            words(path, start, end, start);
        }
    }

    private void words(String path, int from, int to, int start) {
        for (int at = from; at < to; at += WORD) {
            fields.add(new Field(path + "+" + (at - start), at, Math.min(WORD, to - at)));
        }
    }
}
