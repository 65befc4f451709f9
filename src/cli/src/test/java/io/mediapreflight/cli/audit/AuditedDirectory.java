package io.mediapreflight.cli.audit;

import io.mediapreflight.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory {@code clips} with two files that pass, one that fails and one that is skipped, and audits of it. */
final class AuditedDirectory {
    private final Path root;

    private AuditedDirectory(Path root) {
        this.root = root;
    }

    static AuditedDirectory of(Path root) throws IOException {
        AuditedDirectory directory = new AuditedDirectory(root);
        directory.copy("photo-small.jpg", "clips/dance.jpg");
        directory.copy("clip-4s-faststart.mp4", "clips/dance.mp4");
        directory.copy("too-tall-300x900.jpg", "clips/sub/tall.jpg");
        Files.writeString(directory.file("clips/notes.txt"), "notes");
        return directory;
    }

    void copy(String sample, String name) throws IOException {
        Path file = file(name);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(Run.sample(sample)), file);
    }

    Path file(String name) {
        return root.resolve(name);
    }

    String path(String name) {
        return file(name).toString();
    }

    static Run audit(String... args) {
        List<String> line = new ArrayList<>(List.of("audit"));
        line.addAll(List.of(args));
        return Run.of(line.toArray(new String[0]));
    }

    /** The source and the outcome of each result, as JSON lines have them. */
    static List<String> sources(Run run) {
        return run.out()
                .lines()
                .map(line -> value(line, "source") + " " + value(line, "outcome"))
                .toList();
    }

    static String value(String line, String key) {
        int start = line.indexOf("\"" + key + "\":\"") + key.length() + 4;
        return line.substring(start, line.indexOf('"', start));
    }
}
