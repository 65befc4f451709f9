package io.mediapreflight.metadata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a maker note: a head and a directory, whose longer values stand behind it. */
final class NoteBuilder {
    private static final int ASCII = 2;
    private static final int LONG = 4;

    /** @param value its bytes, a character each */
    private record Entry(int tag, int type, int count, String value) {}

    private final byte[] head;
    private final int base;
    private final ByteOrder order;
    private final List<Entry> entries = new ArrayList<>();
    private byte[] inner = {};

    /** @param base where in the note offsets count from */
    NoteBuilder(String head, int base, ByteOrder order) {
        this.head = Media.ascii(head);
        this.base = base;
        this.order = order;
    }

    NoteBuilder text(int tag, String text) {
        entries.add(new Entry(tag, ASCII, text.length() + 1, text + "\0"));
        return this;
    }

    NoteBuilder number(int tag, int value) {
        entries.add(new Entry(tag, LONG, 1, int32(value)));
        return this;
    }

    /** A pointer to a directory behind this one, which holds one text. */
    NoteBuilder below(int tag, int textTag, String text) {
        int end = directoryEnd(entries.size() + 1) + values();
        number(tag, end - base);
        inner = new NoteBuilder("", base - end, order).text(textTag, text).bytes();
        return this;
    }

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(4096).order(order);
        out.put(head).putShort((short) entries.size());
        int values = directoryEnd(entries.size());
        for (Entry entry : entries) {
            out.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.value().length() <= 4) {
                out.put(Media.ascii(entry.value()))
                        .position(out.position() + 4 - entry.value().length());
            } else {
                out.putInt(values - base);
                values += entry.value().length();
            }
        }
        out.putInt(0);
        entries.stream()
                .filter(entry -> entry.value().length() > 4)
                .forEach(entry -> out.put(Media.ascii(entry.value())));
        out.put(inner);
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private int directoryEnd(int count) {
        return head.length + 2 + 12 * count + 4;
    }

    private int values() {
        return entries.stream()
                .mapToInt(entry -> entry.value().length() > 4 ? entry.value().length() : 0)
                .sum();
    }

    private String int32(int value) {
        return new String(ByteBuffer.allocate(4).order(order).putInt(value).array(), StandardCharsets.ISO_8859_1);
    }
}
