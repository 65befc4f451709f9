package io.mediapreflight.probe.image;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the metadata say that the picture ends, for files in which something follows it. */
final class JpegTrailer {
    /** An XMP packet is read up to this many bytes; a motion photo's says what it has to say in the first two thousand. */
    private static final int MAX_XMP = 16_384;

    private static final int MAX_MP_ENTRIES = 64;
    private static final int MP_ENTRY_TAG = 0xB002;
    private static final int IFD_ENTRY = 12;

    /** Google's motion photo 1.0 ({@code Item:Length}, from the end backwards) and its forerunner MicroVideo. */
    private static final Pattern LENGTH_FROM_END =
            Pattern.compile("(?:MicroVideoOffset|Item:Length)\\s*(?:=\\s*[\"']|>)\\s*([0-9]{1,12})");

    private JpegTrailer() {}

    static List<Long> ends(Window window, JpegSegments segments, long size) throws IOException, MalformedException {
        List<Long> ends = new ArrayList<>();
        if (segments.multiPicture().isPresent()) {
            long length = primaryLength(window, segments.multiPicture().getAsLong());
            if (length > 0 && length < size) {
                ends.add(length);
            }
        }
        for (JpegSegments.Xmp xmp : segments.xmp()) {
            long behind = 0;
            Matcher matcher = LENGTH_FROM_END.matcher(packet(window, xmp, size));
            while (matcher.find()) {
                behind += Long.parseLong(matcher.group(1));
                ends.add(size - behind);
            }
        }
        return ends;
    }

    /** The size of the first image of the multi-picture index (CIPA DC-007 5.2.3.3.1); 0 where there is none. */
    private static long primaryLength(Window window, long tiff) throws IOException, MalformedException {
        if (!window.has(tiff, 8)) {
            return 0;
        }
        boolean little = window.u16(tiff) == 0x4949;
        long directory = tiff + u32(window, tiff + 4, little);
        if (!window.has(directory, 2)) {
            return 0;
        }
        int entries = Math.min(MAX_MP_ENTRIES, little ? window.u16LittleEndian(directory) : window.u16(directory));
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * IFD_ENTRY;
            if (!window.has(entry, IFD_ENTRY)) {
                return 0;
            }
            int tag = little ? window.u16LittleEndian(entry) : window.u16(entry);
            long first = tiff + u32(window, entry + 8, little);
            if (tag == MP_ENTRY_TAG && window.has(first, 8)) {
                return u32(window, first + 4, little);
            }
        }
        return 0;
    }

    private static long u32(Window window, long offset, boolean little) throws IOException, MalformedException {
        return little ? window.u32LittleEndian(offset) : window.u32(offset);
    }

    private static String packet(Window window, JpegSegments.Xmp xmp, long size)
            throws IOException, MalformedException {
        long end = Math.min(Math.min(xmp.end(), size), xmp.from() + MAX_XMP);
        StringBuilder text = new StringBuilder();
        for (long offset = xmp.from(); offset < end; offset += Window.CAPACITY) {
            int length = (int) Math.min(Window.CAPACITY, end - offset);
            text.append(new String(window.bytes(offset, length), StandardCharsets.ISO_8859_1));
        }
        return text.toString();
    }
}
