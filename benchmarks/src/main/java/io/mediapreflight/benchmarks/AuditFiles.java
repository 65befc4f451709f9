package io.mediapreflight.benchmarks;

import io.mediapreflight.benchmarks.sample.Testdata;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Makes a directory of distinct media files for audits to be measured on: {@code AuditFiles DIRECTORY COUNT}. They are those of
 * {@code testdata/}, each with its number where no check looks, a hundred to a directory.
 */
public final class AuditFiles {
    private static final List<String> SEEDS = List.of(
            "photo-small.jpg",
            "photo-exif-orientation-6.jpg",
            "progressive.jpg",
            "drawing.png",
            "palette.png",
            "clip-4s-faststart.mp4",
            "clip-4s-moov-at-end.mp4",
            "exactly-3s.mp4",
            "clip.mov",
            "rotated-90.mov");

    private static final int DIRECTORY_SIZE = 100;
    private static final int JPEG_START = 2; // behind SOI
    private static final int PNG_START = 33; // behind the signature and IHDR

    private AuditFiles() {}

    public static void main(String[] args) throws IOException {
        make(Path.of(args[0]), Integer.parseInt(args[1]));
    }

    public static void make(Path root, int count) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String seed : SEEDS) {
            seeds.add(Files.readAllBytes(Testdata.directory().resolve(seed)));
        }
        for (int i = 0; i < count; i++) {
            Path directory = root.resolve(String.format("directory-%05d", i / DIRECTORY_SIZE));
            if (i % DIRECTORY_SIZE == 0) {
                Files.createDirectories(directory);
            }
            String seed = SEEDS.get(i % SEEDS.size());
            String name = String.format("%07d%s", i, seed.substring(seed.lastIndexOf('.')));
            Files.write(directory.resolve(name), numbered(seeds.get(i % SEEDS.size()), name));
        }
    }

    private static byte[] numbered(byte[] file, String name) throws IOException {
        byte[] comment = name.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length + 64);
        DataOutputStream out = new DataOutputStream(bytes);
        if (name.endsWith(".jpg")) {
            out.write(file, 0, JPEG_START);
            out.writeShort(0xFFFE); // COM
            out.writeShort(2 + comment.length);
            out.write(comment);
            out.write(file, JPEG_START, file.length - JPEG_START);
        } else if (name.endsWith(".png")) {
            out.write(file, 0, PNG_START);
            chunk(out, comment);
            out.write(file, PNG_START, file.length - PNG_START);
        } else {
            int mdat = new String(file, StandardCharsets.ISO_8859_1).indexOf("mdat") + 4;
            out.write(file, 0, mdat);
            out.write(comment);
            out.write(file, mdat + comment.length, file.length - mdat - comment.length);
        }
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, byte[] comment) throws IOException {
        byte[] body =
                ("tEXtComment\0" + new String(comment, StandardCharsets.US_ASCII)).getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(body);
        out.writeInt(body.length - 4);
        out.write(body);
        out.writeInt((int) crc.getValue());
    }
}
