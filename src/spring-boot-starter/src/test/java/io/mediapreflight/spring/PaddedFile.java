package io.mediapreflight.spring;

import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An MP4 file with a box of zeros behind it, so that it has any length and needs no disk. */
final class PaddedFile {
    private static final int BOX_HEADER = 8;
    private static final int CHUNK = 1 << 16;

    private final byte[] head;
    private final long length;

    private PaddedFile(byte[] head, long length) {
        this.head = head;
        this.length = length;
    }

    static PaddedFile of(Path file, long length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer head = ByteBuffer.allocate(bytes.length + BOX_HEADER).put(bytes);
        head.putInt(Math.toIntExact(length - bytes.length)).put("free".getBytes(StandardCharsets.US_ASCII));
        return new PaddedFile(head.array(), length);
    }

    long length() {
        return length;
    }

    Source source() {
        return RangedSource.of(length, (offset, into) -> {
            if (offset >= length) {
                return -1;
            }
            int count = (int) Math.min(into.remaining(), length - offset);
            for (long at = offset; at < offset + count; at++) {
                into.put(at < head.length ? head[(int) at] : 0);
            }
            return count;
        });
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(head);
        byte[] zeros = new byte[CHUNK];
        for (long left = length - head.length; left > 0; left -= CHUNK) {
            out.write(zeros, 0, (int) Math.min(CHUNK, left));
        }
    }
}
