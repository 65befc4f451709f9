package io.mediapreflight.probe.image.jpeg;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What XMP says of the files behind the image: Google's motion photo 1.0 and Ultra HDR list them all in a container
 * directory, with lengths and padding; their forerunner MicroVideo says how far before the end the video begins.
 */
final class MotionPhoto implements XmpScan.Listener {
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String CAMERA = "http://ns.google.com/photos/1.0/camera/";
    private static final String CONTAINER = "http://ns.google.com/photos/1.0/container/";
    private static final String ITEM = "http://ns.google.com/photos/1.0/container/item/";

    /** Items of a container; phones write two or three. */
    private static final int MAX_ITEMS = 64;

    /** More digits than any file's length has. */
    private static final int MAX_DIGITS = 14;

    private final List<Item> items = new ArrayList<>(0);
    private long microVideo;
    private boolean inDirectory;

    private MotionPhoto() {}

    /** One file of the container. */
    private static final class Item {
        private long length;
        private long padding;
    }

    static MotionPhoto read(Window window, JpegSegments.Xmp packet) throws IOException, MalformedException {
        MotionPhoto photo = new MotionPhoto();
        XmpScan.run(text(window, packet), photo);
        return photo;
    }

    /** A packet fits into one segment, so this is less than 64 KiB. */
    private static String text(Window window, JpegSegments.Xmp packet) throws IOException, MalformedException {
        StringBuilder text = new StringBuilder();
        for (long offset = packet.from(); offset < packet.end(); offset += Window.CAPACITY) {
            int length = (int) Math.min(Window.CAPACITY, packet.end() - offset);
            if (!window.has(offset, length)) {
                break;
            }
            text.append(new String(window.bytes(offset, length), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }

    @Override
    public void element(String namespace, String name) {
        inDirectory |= namespace.equals(CONTAINER) && name.equals("Directory");
        if (inDirectory && namespace.equals(RDF) && name.equals("li") && items.size() < MAX_ITEMS) {
            items.add(new Item());
        }
    }

    @Override
    public void value(String namespace, String name, String text) {
        if (namespace.equals(CAMERA) && name.equals("MicroVideoOffset")) {
            microVideo = number(text);
        } else if (namespace.equals(ITEM) && !items.isEmpty()) {
            Item item = items.get(items.size() - 1);
            if (name.equals("Length")) {
                item.length = number(text);
            } else if (name.equals("Padding")) {
                item.padding = number(text);
            }
        }
    }

    private static long number(String text) {
        String digits = text.strip();
        boolean isNumber = !digits.isEmpty()
                && digits.length() <= MAX_DIGITS
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Long.parseLong(digits) : 0;
    }

    /** Where the image may end in a file of this size: the lengths of what follows count from the end of the file. */
    List<Long> ends(long size) {
        List<Long> ends = new ArrayList<>(3);
        if (microVideo > 0) {
            ends.add(size - microVideo);
        }
        long behind = 0;
        for (int i = 1; i < items.size(); i++) {
            behind += items.get(i).length + items.get(i).padding;
        }
        if (behind > 0) {
            ends.add(size - behind);
            ends.add(size - behind - items.get(0).padding);
        }
        if (!items.isEmpty() && items.get(0).length > 0) {
            ends.add(items.get(0).length);
        }
        return ends;
    }
}
