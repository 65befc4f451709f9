package io.mediapreflight.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.OutputSchema;
import io.mediapreflight.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A directory with copies of samples, and runs of {@code preflight fix} on them. */
final class FixedDirectory {
    private final Path root;

    FixedDirectory(Path root) {
        this.root = root;
    }

    /** Puts the copy of a sample there. */
    FixedDirectory with(String sample, String name) throws IOException {
        Path file = file(name);
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(Run.sample(sample)), file);
        return this;
    }

    Path file(String name) {
        return root.resolve(name);
    }

    String path(String name) {
        return file(name).toString();
    }

    /** Every file in it, with its size and the time at which it was last written. */
    Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(
                        root.relativize(file).toString().replace('\\', '/'),
                        Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }

    static Run fix(String... args) {
        List<String> line = new ArrayList<>(List.of("fix"));
        line.addAll(List.of(args));
        return Run.of(line.toArray(new String[0]));
    }

    /** The results as JSON lines, each of which is of the schema. */
    static List<JsonNode> results(Run run) {
        List<String> lines = run.out().lines().toList();
        assertThat(lines).allSatisfy(OutputSchema::requireValid);
        return lines.stream().map(JsonMapper.shared()::readTree).toList();
    }

    /** What a run would write, by {@code --dry-run}: the original and the path of its copy below this directory. */
    List<String> planned(String... args) {
        List<String> line = new ArrayList<>(List.of("--dry-run", "--format", "jsonl"));
        line.addAll(List.of(args));
        return results(fix(line.toArray(new String[0]))).stream()
                .map(result -> shown(result.path("source").asString()) + " > "
                        + shown(result.path("plan").path("output").asString("")))
                .toList();
    }

    private String shown(String path) {
        String start = root + "/";
        return path.startsWith(start) ? path.substring(start.length()) : path;
    }
}
