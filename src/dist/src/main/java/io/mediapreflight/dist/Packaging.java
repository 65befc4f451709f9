package io.mediapreflight.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.io.file.PathUtils;

/**
 * Run by {@code mvn -Pdist package}: makes the archives of a release in a directory, from what the build of the command line
 * left.
 */
public final class Packaging {
    private static final String RUNTIME = "runtime";

    private final Map<String, String> settings;
    private final String version;
    private final Platform platform;
    private final Path repository;
    private final Instant time;
    private final Archives archives;

    private Packaging(Map<String, String> settings) {
        this.settings = settings;
        this.version = setting("version");
        this.platform = new Platform(setting("platform"));
        this.repository = Path.of(setting("repository"));
        this.time = Instant.parse(setting("time"));
        this.archives = new Archives(time);
    }

    /**
     * Makes them.
     *
     * @param args {@code name=value} each; the pom of this module has the names
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            settings.put(arg.substring(0, equals), arg.substring(equals + 1));
        }
        new Packaging(settings).run();
    }

    private void run() throws IOException, InterruptedException {
        Path release = Files.createDirectories(clean("release"));
        ProgramTree tree = new ProgramTree(repository, clean("tree"));
        tree.copy(platform);
        if (setting(RUNTIME).equals("true")) {
            new RuntimeImage(Path.of(setting("jdk")), setting("modules"), setting("names"))
                    .link(tree.library().resolve(RUNTIME));
            if (!platform.isWindows()) {
                tree.writeClassList();
                tree.writeBuild();
            }
            tree.settle(time);
            pack(tree, release.resolve(name() + "-" + platform.name()));
        }
        ProgramTree natives = new ProgramTree(repository, clean("natives"));
        natives.copyNatives(platform);
        natives.settle(time);
        pack(natives, release.resolve(name() + "-natives-" + platform.name()));

        Files.copy(repository.resolve("src/cli/target/preflight.jar"), release.resolve(name() + ".jar"));
        Files.writeString(
                release.resolve("RELEASE-NOTES.md"),
                ReleaseNotes.of(version, Files.readAllLines(repository.resolve("CHANGELOG.md"))));
        Checksums.write(release);
    }

    private String name() {
        return "preflight-" + version;
    }

    private Path clean(String name) throws IOException {
        Path directory = Path.of(setting("target")).resolve(name);
        if (Files.exists(directory)) {
            PathUtils.deleteDirectory(directory);
        }
        return directory;
    }

    /** Both archives unpack into one directory. */
    private void pack(ProgramTree tree, Path archive) throws IOException {
        Path file = archive.resolveSibling(archive.getFileName() + platform.archiveExtension());
        if (platform.isWindows()) {
            archives.zip(tree.root(), name(), file);
        } else {
            archives.tar(tree.root(), name(), file);
        }
    }

    private String setting(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalStateException("no setting " + name);
        }
        return value;
    }
}
