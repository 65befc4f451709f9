package io.mediapreflight.probe.image.webp;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.Optional;

/** What the beginning of the image data says: VP8 (RFC 6386 9.1) or VP8L (RFC 9649 3.4). */
record WebpBitstream(String coding, long width, long height, boolean alpha) {
    private static final int VP8 = 0x56503820;
    private static final int VP8L = 0x5650384C;

    private static final int VP8_HEADER = 10;
    private static final int VP8_START_CODE = 0x9D012A;
    private static final int VP8_LAST_VERSION = 3;

    private static final int VP8L_HEADER = 5;
    private static final int VP8L_SIGNATURE = 0x2F;
    private static final int SIDE = 0x3FFF;

    /** Of the present chunk; empty where it is another one. */
    static Optional<WebpBitstream> read(WebpChunks chunks) throws IOException, MalformedException {
        return switch (chunks.type()) {
            case VP8 -> Optional.of(lossy(chunks));
            case VP8L -> Optional.of(lossless(chunks));
            default -> Optional.empty();
        };
    }

    /** A key frame that is shown, whose first partition, behind the header, ends before the chunk does: libwebp refuses any other. */
    private static WebpBitstream lossy(WebpChunks chunks) throws IOException, MalformedException {
        chunks.requireLength(VP8_HEADER);
        Window window = chunks.window();
        long at = chunks.body();
        int tag = chunks.u24(0);
        boolean isShownKeyFrame = (tag & 1) == 0 && (tag >> 4 & 1) == 1;
        boolean fits = VP8_HEADER + (tag >> 5) < chunks.length() && (tag >> 1 & 7) <= VP8_LAST_VERSION;
        boolean isMarked = (window.i32(at + 2) & 0xFFFFFF) == VP8_START_CODE;
        int width = window.u16LittleEndian(at + 6) & SIDE;
        int height = window.u16LittleEndian(at + 8) & SIDE;
        if (!isShownKeyFrame || !fits || !isMarked || width == 0 || height == 0) {
            throw notAsItsCoding(chunks, "RFC 6386 9.1");
        }
        return new WebpBitstream("VP8, lossy", width, height, false);
    }

    private static WebpBitstream lossless(WebpChunks chunks) throws IOException, MalformedException {
        chunks.requireLength(VP8L_HEADER);
        Window window = chunks.window();
        long bits = window.u32LittleEndian(chunks.body() + 1);
        if (window.u8(chunks.body()) != VP8L_SIGNATURE || bits >> 29 != 0) {
            throw notAsItsCoding(chunks, "RFC 9649 3.4");
        }
        return new WebpBitstream("VP8L, lossless", 1 + (bits & SIDE), 1 + (bits >> 14 & SIDE), (bits >> 28 & 1) == 1);
    }

    private static MalformedException notAsItsCoding(WebpChunks chunks, String clause) {
        return new MalformedException(Malformed.broken(
                MalformedCode.IMAGE_DATA_START, chunks.body(), Phrase.of("defects:webp.data-start"), clause));
    }
}
