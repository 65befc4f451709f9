package io.mediapreflight.metadata;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * The chunks of a PNG that hold EXIF, XMP, an author, or what ImageMagick and similar programs write as hexadecimal
 * text.
 */
final class PngScan {
    private static final int SIGNATURE = 8;
    private static final int CHUNK = 12;

    /** An honest file of 10 MB has IDATs of 8 KiB, 1,220 of them; the window's budget ends sooner than this. */
    private static final int MAX_CHUNKS = 65_536;

    private static final String XMP = "XML:com.adobe.xmp";
    private static final String RAW_PROFILE = "Raw profile type ";

    private final BlockReader blocks;
    private final PersonalData data;

    PngScan(BlockReader blocks, PersonalData data) {
        this.blocks = blocks;
        this.data = data;
    }

    /** Looks through all chunks, behind the image, too. */
    void scan() throws IOException, MalformedException {
        Window window = blocks.window();
        long at = SIGNATURE;
        for (int i = 0; i < MAX_CHUNKS && window.has(at, CHUNK - 4); i++) {
            long length = window.u32(at);
            chunk(window.text(at + 4, 4), at + 8, length);
            at += CHUNK + length;
        }
    }

    private void chunk(String type, long body, long length) throws IOException, MalformedException {
        switch (type) {
            case "eXIf" -> exif(blocks.block(body, length));
            case "tEXt" -> plain(blocks.block(body, length));
            case "zTXt" -> compressed(blocks.block(body, length));
            case "iTXt" -> international(blocks.block(body, length));
            default -> {}
        }
    }

    private void plain(byte[] chunk) {
        int keyword = ByteArrays.nul(chunk, 0);
        if (keyword >= 0) {
            report(keyword(chunk, keyword), ByteArrays.from(chunk, keyword + 1));
        }
    }

    private void compressed(byte[] chunk) {
        int keyword = ByteArrays.nul(chunk, 0);
        if (keyword >= 0 && isWanted(keyword(chunk, keyword))) {
            report(keyword(chunk, keyword), inflate(ByteArrays.from(chunk, keyword + 2)));
        }
    }

    /** Keyword, whether it is compressed and how, language, keyword in that language, text (PNG 11.3.3.4). */
    private void international(byte[] chunk) {
        int keyword = ByteArrays.nul(chunk, 0);
        int language = keyword < 0 ? -1 : ByteArrays.nul(chunk, keyword + 3);
        int translated = language < 0 ? -1 : ByteArrays.nul(chunk, language + 1);
        if (translated >= 0 && isWanted(keyword(chunk, keyword))) {
            byte[] text = ByteArrays.from(chunk, translated + 1);
            report(keyword(chunk, keyword), chunk[keyword + 1] == 1 ? inflate(text) : text);
        }
    }

    private static String keyword(byte[] chunk, int length) {
        return new String(chunk, 0, length, StandardCharsets.ISO_8859_1);
    }

    private static boolean isWanted(String keyword) {
        return isAuthor(keyword) || keyword.equals(XMP) || keyword.startsWith(RAW_PROFILE);
    }

    private static boolean isAuthor(String keyword) {
        return keyword.equalsIgnoreCase("Author");
    }

    private void report(String keyword, byte[] text) {
        if (isAuthor(keyword)) {
            data.named(Revealed.AUTHOR, MetadataText.of(text), "PNG Author");
        } else if (keyword.equals(XMP)) {
            XmpData.read(text, data);
        } else if (keyword.startsWith(RAW_PROFILE)) {
            profile(keyword.substring(RAW_PROFILE.length()), fromHexadecimal(text));
        }
    }

    private void profile(String name, byte[] content) {
        switch (name) {
            case "exif", "APP1" -> exif(content);
            case "xmp" -> XmpData.read(content, data);
            case "iptc", "8bim" -> PhotoshopResources.read(content, data);
            default -> {}
        }
    }

    /** With or without the head that it has in a JPEG. */
    private void exif(byte[] content) {
        JpegScan.app1(content, data);
        ExifData.read(content, data);
    }

    /** A line with a name, one with a length, and digits, all broken into lines. */
    private static byte[] fromHexadecimal(byte[] text) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int high = -1;
        for (int i = afterLines(text, 3); i < text.length; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit >= 0 && high >= 0) {
                content.write(high << 4 | digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        return content.toByteArray();
    }

    private static int afterLines(byte[] text, int lines) {
        int at = 0;
        for (int seen = 0; at < text.length && seen < lines; at++) {
            seen += text[at] == '\n' ? 1 : 0;
        }
        return at;
    }

    /** No more than a block may have, whatever it would swell to; as much as is in order. */
    private static byte[] inflate(byte[] packed) {
        UnsynchronizedByteArrayOutputStream content =
                UnsynchronizedByteArrayOutputStream.builder().get();
        try (InputStream inflated = BoundedInputStream.builder()
                .setInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))
                .setMaxCount(BlockReader.MAX_BLOCK)
                .get()) {
            IOUtils.copy(inflated, content);
        } catch (IOException e) {
            // What came before stands.
        }
        return content.toByteArray();
    }
}
