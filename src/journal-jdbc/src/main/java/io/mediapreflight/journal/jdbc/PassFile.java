package io.mediapreflight.journal.jdbc;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL's pass file: lines of host, port, database, user and password, with colons between them, of which the first that fits counts. */
final class PassFile {
    private static final int MAX_BYTES = 1 << 16;
    private static final int FIELDS = 5;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PassFile() {}

    static Optional<String> password(Map<String, String> environment, JournalUrl url, String user) throws IOException {
        Optional<Path> file = Optional.ofNullable(environment.get("PGPASSFILE"))
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME")).map(home -> Path.of(home, ".pgpass")));
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            return Optional.empty();
        }
        requirePrivate(file.get());
        List<String> wanted = List.of(url.host(), Integer.toString(url.port()), url.database(), user);
        for (String line : text(file.get()).split("\n", -1)) {
            List<String> fields = fields(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
            if (!line.startsWith("#") && fields.size() == FIELDS && fits(fields, wanted)) {
                return Optional.of(fields.get(FIELDS - 1));
            }
        }
        return Optional.empty();
    }

    private static void requirePrivate(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains)) {
            throw new IOException(
                    Phrase.of("jdbc:pass.open").with("file", file.toString()).toString());
        }
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IOException(Phrase.of("jdbc:pass.long")
                        .with("file", file.toString())
                        .with("max", MAX_BYTES)
                        .toString());
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return ""; // deleted meanwhile: as if there were none
        }
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A backslash takes its meaning from a colon or a backslash. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
