package io.mediapreflight.dist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 of files, as {@code sha256sum} writes and checks it. */
final class Checksums {
    static final String FILE = "SHA256SUMS";

    private Checksums() {}

    /** Run by the build after everything else: writes those of all files in a directory. */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    static void write(Path directory) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(directory)) {
            lines.append(of(List.of(file)))
                    .append("  ")
                    .append(file.getFileName())
                    .append('\n');
        }
        Files.writeString(directory.resolve(FILE), lines);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(FILE))
                    .sorted()
                    .toList();
        }
    }

    /** The digest of the bytes of these files, one after the other. */
    static String of(List<Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : files) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
