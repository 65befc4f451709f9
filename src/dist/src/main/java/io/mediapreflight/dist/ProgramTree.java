package io.mediapreflight.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * The files of the program as they lie below {@code /usr}, or below wherever the archive is unpacked: {@code bin/preflight},
 * {@code lib/preflight}, {@code share}.
 *
 * @param repository the checkout
 * @param root the directory that becomes the tree
 */
record ProgramTree(Path repository, Path root) {
    private static final String JAR = "preflight.jar";

    private static final List<String> DOCUMENTS = List.of("LICENSE", "README.md", "CHANGELOG.md", "SECURITY.md");

    /** Directories beside the jar, each with what only some runs need. */
    private static final String NATIVES = "deep";

    private static final String OBJECT_STORES = "s3";

    Path library() {
        return root.resolve("lib").resolve("preflight");
    }

    /** What the build of the command line left. */
    private Path built() {
        return repository.resolve("src/cli/target");
    }

    /** Copies everything but the JVM and the natives. */
    void copy(Platform platform) throws IOException, InterruptedException {
        Files.createDirectories(library());
        Files.copy(built().resolve(JAR), library().resolve(JAR), StandardCopyOption.REPLACE_EXISTING);
        if (Files.isDirectory(built().resolve(OBJECT_STORES))) {
            PathUtils.copyDirectory(built().resolve(OBJECT_STORES), library().resolve(OBJECT_STORES));
        }
        launchers(platform);
        Path documents = Files.createDirectories(share("doc/media-preflight"));
        for (String name : DOCUMENTS) {
            if (Files.exists(repository.resolve(name))) {
                Files.copy(repository.resolve(name), documents.resolve(name));
            }
        }
        PathUtils.copyDirectory(repository.resolve("docs"), documents.resolve("docs"));
        Documents.unlinkWhatIsMissing(documents);
        if (!platform.isWindows()) {
            manualPages();
            completions();
        }
    }

    private void launchers(Platform platform) throws IOException {
        Path directory = Files.createDirectories(root.resolve("bin"));
        Path own = repository.resolve("src/dist/src/main/package");
        if (platform.isWindows()) {
            Files.copy(own.resolve("preflight.cmd"), directory.resolve("preflight.cmd"));
        } else {
            executable(repository.resolve("bin/preflight"), directory.resolve("preflight"));
            executable(own.resolve("class-data"), library().resolve("class-data"));
        }
    }

    private static void executable(Path from, Path to) throws IOException {
        Files.copy(from, to);
        if (!to.toFile().setExecutable(true)) {
            throw new IllegalStateException("cannot be made a program: " + to);
        }
    }

    /**
     * Copies the list of classes that runs of the program load, in an order and a choice that do not depend on chance. Some library's
     * thread goes through the JDK's security providers until the program ends, sooner or later: of them only those are kept that
     * the JVM itself names.
     */
    void writeClassList() throws IOException {
        Set<String> usual = Set.copyOf(Files.readAllLines(library().resolve("runtime/lib/classlist")));
        Set<String> lines = new TreeSet<>(Files.readAllLines(built().resolve("preflight.jsa.classlist")));
        lines.removeIf(line -> isOfSecurity(line) && !usual.contains(line));
        Files.write(library().resolve("preflight.classlist"), lines);
    }

    private static boolean isOfSecurity(String line) {
        return line.contains("/security/") || line.contains("/crypto/") || line.startsWith("org/jcp/");
    }

    private void manualPages() throws IOException {
        Path pages = Files.createDirectories(share("man/man1"));
        for (Path page : files(built().resolve("man/man1"))) {
            Path packed = pages.resolve(page.getFileName() + ".gz");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) { // which writes no time
                Files.copy(page, out);
            }
        }
    }

    private void completions() throws IOException, InterruptedException {
        completion("bash", "bash-completion/completions/preflight");
        completion("zsh", "zsh/vendor-completions/_preflight");
        completion("fish", "fish/vendor_completions.d/preflight.fish");
    }

    private void completion(String shell, String place) throws IOException, InterruptedException {
        Path file = share(place);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                file,
                Programs.run(List.of(java, "-jar", built().resolve(JAR).toString(), "completion", shell)),
                StandardCharsets.UTF_8);
    }

    private Path share(String place) {
        return root.resolve("share").resolve(place);
    }

    /** Copies FFmpeg for a platform, its notices included, into the tree. Natives of an earlier build for another stay out. */
    void copyNatives(Platform platform) throws IOException {
        Files.createDirectories(library());
        PathUtils.copyDirectory(built().resolve(NATIVES), library().resolve(NATIVES));
        for (Path file : files(library().resolve(NATIVES))) {
            if (platform.excludes(String.valueOf(file.getFileName()))) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** Writes down which jar and JVM these are: the name of a class-data archive has it. */
    void writeBuild() throws IOException {
        String digest = Checksums.of(List.of(
                library().resolve(JAR),
                library().resolve("runtime/lib/modules"),
                library().resolve("class-data")));
        Files.writeString(library().resolve("build"), digest.substring(0, 32) + "\n");
    }

    /** Gives everything one time: a class-data archive is compared with that of the jar and of the JVM's modules. */
    void settle(Instant time) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.setLastModifiedTime(path, FileTime.from(time));
            }
        }
    }
}
