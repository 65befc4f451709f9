package io.mediapreflight.metadata;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * The metadata boxes of MP4 and QuickTime: {@code udta} and {@code meta} of the movie and of its tracks, and XMP. Only boxes
 * whose place is known are entered, so that nesting is bounded by the grammar.
 */
final class MovieScan {
    /** One fragment a frame makes 7,200 at the top; the window's budget ends about here. */
    private static final int MAX_BOXES = 16_384;

    /** A phone writes ten. */
    private static final int MAX_KEYS = 256;

    private static final int MAX_KEY = 256;

    /** A full box has version and flags; QuickTime's own {@code meta} is not a full box. */
    private static final int VERSION = 4;

    /** Type and locale before the value. */
    private static final int DATA_HEADER = 8;

    /** GoPro's settings have some KiB. */
    private static final int MAX_VALUE = 1 << 16;

    private static final int UUID = 16;
    private static final byte[] XMP_UUID = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");

    private record Box(String type, long body, long end) {}

    private final BlockReader blocks;
    private final Window window;
    private final MovieItems items;
    private final Deque<Box> pending = new ArrayDeque<>();
    private int boxes;

    MovieScan(BlockReader blocks, PersonalData data) {
        this.blocks = blocks;
        this.window = blocks.window();
        this.items = new MovieItems(data);
    }

    void scan() throws IOException, MalformedException {
        pending.add(new Box("file", 0, blocks.end()));
        while (!pending.isEmpty()) {
            Box parent = pending.removeFirst();
            List<String> keys = new ArrayList<>();
            long at = parent.body() + (parent.type().equals("meta") && isFull(parent) ? VERSION : 0);
            while (at <= parent.end() - 8 && window.has(at, 8) && boxes++ < MAX_BOXES) {
                Box box = box(at, parent.end());
                if (box.end() <= at) {
                    break;
                }
                visit(parent.type(), box, keys);
                at = box.end();
            }
        }
    }

    /** A box that claims to go on behind its parent is cut there. One of nonsense ends where it begins. */
    private Box box(long at, long limit) throws IOException, MalformedException {
        long size = window.u32(at);
        String type = window.text(at + 4, 4);
        long body = at + 8;
        if (size == 1 && window.has(at, 16)) {
            size = window.i64(at + 8);
            body = at + 16;
        } else if (size == 0) {
            size = limit - at;
        }
        boolean sane = size >= body - at && body <= limit;
        return new Box(type, body, sane ? at + Math.min(size, limit - at) : at);
    }

    private boolean isFull(Box meta) throws IOException, MalformedException {
        return !window.has(meta.body(), 8) || !window.text(meta.body() + 4, 4).equals("hdlr");
    }

    private void visit(String parent, Box box, List<String> keys) throws IOException, MalformedException {
        boolean isContainer =
                switch (parent + "/" + box.type()) {
                    case "file/moov", "moov/trak", "moov/udta", "trak/udta" -> true;
                    case "moov/meta", "trak/meta", "udta/meta" -> true;
                    default -> false;
                };
        if (isContainer) {
            pending.add(box);
        } else if (box.type().equals("uuid")) {
            uuid(box);
        } else if (parent.equals("udta")) {
            items.userData(box.type(), value(box.body(), box.end()));
        } else if (parent.equals("meta") && box.type().equals("keys")) {
            keys(box, keys);
        } else if (parent.equals("meta") && box.type().equals("ilst")) {
            items(box, keys);
        }
    }

    private void uuid(Box box) throws IOException, MalformedException {
        if (box.end() - box.body() > UUID && Arrays.equals(window.bytes(box.body(), UUID), XMP_UUID)) {
            items.xmp(blocks.block(box.body() + UUID, box.end() - box.body() - UUID));
        }
    }

    /** Version, count, and entries of size, namespace and name (QTFF, metadata item keys atom). */
    private void keys(Box box, List<String> keys) throws IOException, MalformedException {
        long at = box.body() + 2 * VERSION;
        while (keys.size() < MAX_KEYS && at <= box.end() - 8) {
            long size = window.u32(at);
            if (size < 8 || size > box.end() - at) {
                return;
            }
            keys.add(window.text(at + 8, (int) Math.min(MAX_KEY, size - 8)));
            at += size;
        }
    }

    /** An item is named by its four letters, or by the number of its key. */
    private void items(Box list, List<String> keys) throws IOException, MalformedException {
        long at = list.body();
        while (at <= list.end() - 8 && window.has(at, 8) && boxes++ < MAX_BOXES) {
            Box item = box(at, list.end());
            if (item.end() <= at) {
                return;
            }
            long key = window.u32(at + 4) - 1;
            if (item.end() - item.body() >= 8 + DATA_HEADER) {
                Box data = box(item.body(), item.end());
                byte[] value = value(data.body() + DATA_HEADER, data.end());
                boolean byKey = key >= 0 && key < keys.size();
                if (data.type().equals("data")) {
                    items.item(byKey ? keys.get((int) key) : item.type(), value);
                }
            }
            at = item.end();
        }
    }

    private byte[] value(long start, long end) throws IOException, MalformedException {
        return end <= start ? new byte[0] : blocks.block(start, Math.min(end - start, MAX_VALUE));
    }
}
