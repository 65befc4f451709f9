package io.mediapreflight.ffmpeg.mutation;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mutants of a JPEG: its markers, their lengths, the numbers of frame and quantisation tables, and the order of segments. */
final class JpegMutants {
    private static final int SEED = 12;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int QUANTISATION = 0xDB;
    private static final int HUFFMAN = 0xC4;

    /** A segment with its marker; the last one holds the scan and all that follows. */
    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Segment(int marker, byte[] bytes) {
        String name() {
            return String.format(Locale.ROOT, "FF%02X", marker);
        }
    }

    /** The segments of a mutant, and which of them has another number; less than 0 where their order is another. */
    private record Draft(String where, String change, List<Segment> segments, int changed) {
        Mutant mutant() {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xD8});
            segments.forEach(segment -> out.writeBytes(segment.bytes()));
            return new Mutant(where, change, out.toByteArray());
        }
    }

    private JpegMutants() {}

    static Stream<Mutant> of(byte[] file, int pairs) {
        List<Segment> segments = read(file);
        List<Draft> numbers = numbers(segments);
        List<Draft> drafts =
                Stream.concat(numbers.stream(), order(segments).stream()).toList();
        return Stream.concat(drafts.stream().map(Draft::mutant), pairs(numbers, pairs));
    }

    private static List<Draft> numbers(List<Segment> segments) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            Segment segment = segments.get(i);
            for (Field field : fields(segment)) {
                for (long value : field.otherValues(segment.bytes())) {
                    Mutant changed = field.with(segment.bytes(), value);
                    List<Segment> others = new ArrayList<>(segments);
                    others.set(i, new Segment(segment.marker(), changed.bytes()));
                    drafts.add(new Draft(changed.where(), changed.change(), others, i));
                }
            }
        }
        return drafts;
    }

    private static List<Field> fields(Segment segment) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(segment.name() + "+1", 1, 1));
        fields.add(new Field(segment.name() + "+2", 2, 2));
        boolean isFrame =
                segment.marker() >= FIRST_FRAME && segment.marker() <= LAST_FRAME && segment.marker() != HUFFMAN;
        int numbers = segment.marker() == QUANTISATION || segment.marker() == HUFFMAN
                ? 5
                : isFrame ? segment.bytes().length : 4;
        if (segment.marker() == START_OF_SCAN) {
            numbers = 2 + ((segment.bytes()[2] & 0xFF) << 8 | (segment.bytes()[3] & 0xFF));
        }
        for (int at = 4; at < numbers; at++) {
            boolean isSide = isFrame && (at == 5 || at == 7);
            fields.add(new Field(segment.name() + "+" + at, at, isSide ? 2 : 1));
        }
        return fields;
    }

    /** Every segment left out, doubled, and in every other place before the scan. */
    private static List<Draft> order(List<Segment> segments) {
        List<Draft> drafts = new ArrayList<>();
        for (int from = 0; from < segments.size() - 1; from++) {
            Segment segment = segments.get(from);
            List<Segment> without = new ArrayList<>(segments);
            without.remove(from);
            drafts.add(new Draft(segment.name(), "left out", without, -1));
            for (int to = 0; to <= without.size(); to++) {
                List<Segment> moved = new ArrayList<>(without);
                moved.add(to, segment);
                drafts.add(new Draft(segment.name(), "from place " + from + " to " + to, moved, -1));
                List<Segment> doubled = new ArrayList<>(segments);
                doubled.add(to, segment);
                drafts.add(new Draft(segment.name(), "again at place " + to, doubled, -1));
            }
        }
        return drafts;
    }

    private static Stream<Mutant> pairs(List<Draft> drafts, int count) {
        Random random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> {
            Draft one = drafts.get(random.nextInt(drafts.size()));
            Draft other = drafts.get(random.nextInt(drafts.size()));
            List<Segment> both = new ArrayList<>(one.segments());
            both.set(other.changed(), other.segments().get(other.changed()));
            String where = one.where() + " and " + other.where();
            return new Draft(where, one.change() + " and " + other.change(), both, -1).mutant();
        });
    }

    private static List<Segment> read(byte[] file) {
        List<Segment> segments = new ArrayList<>();
        int at = 2;
        int marker = 0;
        while (marker != START_OF_SCAN) {
            marker = file[at + 1] & 0xFF;
            int end = marker == START_OF_SCAN
                    ? file.length
                    : at + 2 + ((file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF));
            segments.add(new Segment(marker, Arrays.copyOfRange(file, at, end)));
            at = end;
        }
        return segments;
    }
}
