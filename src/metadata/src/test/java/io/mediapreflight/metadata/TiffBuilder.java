package io.mediapreflight.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a TIFF structure with a directory each for the image, EXIF and GPS. */
final class TiffBuilder {
    private record Entry(int tag, int type, int count, ByteBuffer value) {}

    private final ByteOrder order;
    private final List<Entry> image = new ArrayList<>();
    private final List<Entry> exif = new ArrayList<>();
    private final List<Entry> gps = new ArrayList<>();

    TiffBuilder(ByteOrder order) {
        this.order = order;
    }

    TiffBuilder image(int tag, String text) {
        image.add(ascii(tag, text));
        return this;
    }

    TiffBuilder exif(int tag, String text) {
        exif.add(ascii(tag, text));
        return this;
    }

    TiffBuilder note(byte[] note) {
        exif.add(new Entry(0x927C, 7, note.length, ByteBuffer.wrap(note)));
        return this;
    }

    TiffBuilder gps(int tag, String text) {
        gps.add(ascii(tag, text));
        return this;
    }

    /** Rationals: numerators and denominators in turn. */
    TiffBuilder gps(int tag, int... parts) {
        ByteBuffer value = ByteBuffer.allocate(4 * parts.length).order(order);
        for (int part : parts) {
            value.putInt(part);
        }
        gps.add(new Entry(tag, 5, parts.length / 2, value.flip()));
        return this;
    }

    /** The position of the Eiffel Tower. */
    TiffBuilder tower() {
        return gps(1, "N").gps(2, 48, 1, 51, 1, 3024, 100).gps(3, "E").gps(4, 2, 1, 17, 1, 4020, 100);
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(1 << 16).order(order);
        out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.ISO_8859_1));
        out.putShort((short) 42).putInt(8);
        int exifAt = 8 + size(image) + 24;
        int gpsAt = exifAt + size(exif);
        List<Entry> first = new ArrayList<>(image);
        first.add(pointer(0x8769, exifAt));
        first.add(pointer(0x8825, gpsAt));
        write(out, first);
        write(out, exif);
        write(out, gps);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private Entry pointer(int tag, int to) {
        return new Entry(
                tag, 4, 1, ByteBuffer.allocate(4).order(order).putInt(to).flip());
    }

    private static Entry ascii(int tag, String text) {
        byte[] value = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return new Entry(tag, 2, value.length, ByteBuffer.wrap(value));
    }

    private static int size(List<Entry> entries) {
        return 2
                + 4
                + entries.stream()
                        .mapToInt(entry -> 12
                                + (entry.value().remaining() > 4 ? entry.value().remaining() : 0))
                        .sum();
    }

    private static void write(ByteBuffer out, List<Entry> entries) {
        out.putShort((short) entries.size());
        int values = out.position() + 12 * entries.size() + 4;
        for (Entry entry : entries) {
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.value().remaining() <= 4) {
                out.put(entry.value().duplicate())
                        .position(out.position() + 4 - entry.value().remaining());
            } else {
                out.putInt(values);
                values += entry.value().remaining();
            }
        }
        out.putInt(0);
        entries.stream()
                .filter(entry -> entry.value().remaining() > 4)
                .forEach(entry -> out.put(entry.value().duplicate()));
    }
}
