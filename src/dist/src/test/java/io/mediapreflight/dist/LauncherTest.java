package io.mediapreflight.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/preflight} of a package, in which the JVM is a script that prints how it was called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final String BUILD = "0123456789abcdef";

    /** In a class-data archive's place it writes one; else it prints its arguments. */
    private static final String JAVA = """
            #!/bin/sh
            for argument; do
              case $argument in -XX:SharedArchiveFile=*) archive=${argument#*=} ;; -Xshare:dump) dump=yes ;; esac
            done
            if [ -n "${dump-}" ]; then echo archive >"$archive"; else printf '%s\\n' "$@"; fi
            """;

    /**
     * In the place of {@code class-data}, which the launcher starts in the background where it finds no archive to use: the real
     * one would still be writing while the test's directory is removed.
     */
    private static final String NO_CLASS_DATA = """
            #!/bin/sh
            exit 0
            """;

    private static final Path CLASS_DATA = ROOT.resolve("src/dist/src/main/package/class-data");

    @TempDir
    private Path directory;

    private Path home;
    private Path library;
    private Path cache;

    @BeforeEach
    void make_a_package() throws IOException {
        home = Files.createDirectories(directory.resolve("home"));
        cache = home.resolve(".cache/preflight");
        library = Files.createDirectories(directory.resolve("usr/lib/preflight"));
        script(ROOT.resolve("bin/preflight"), directory.resolve("usr/bin/preflight"));
        script(CLASS_DATA, library.resolve("make-archive"));
        script(NO_CLASS_DATA, library.resolve("class-data"));
        script(JAVA, library.resolve("runtime/bin/java"));
        Files.writeString(library.resolve("preflight.jar"), "jar");
        Files.writeString(library.resolve("preflight.classlist"), "classes");
        Files.writeString(library.resolve("build"), BUILD + "\n");
    }

    private static void script(String text, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.writeString(to, text);
        assertThat(to.toFile().setExecutable(true)).isTrue();
    }

    private static void script(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        assertThat(to.toFile().setExecutable(true)).isTrue();
    }

    private String run(String... command) throws IOException, InterruptedException {
        return run(Map.of("HOME", home.toString()), command);
    }

    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private String start() throws IOException, InterruptedException {
        return run(directory.resolve("usr/bin/preflight").toString(), "check", "a b.jpg");
    }

    /** As the launcher has it made in the background, but waited for. */
    private Path archiveInTheCache() throws IOException, InterruptedException {
        assertThat(run(library.resolve("make-archive").toString(), cache.toString()))
                .isEmpty();
        return cache.resolve("preflight-" + BUILD + ".jsa");
    }

    @Test
    void starts_the_jvm_of_the_package_with_its_jar_and_the_arguments() throws Exception {
        assertThat(start().lines().toList())
                .containsSubsequence(
                        "-jar",
                        directory
                                .resolve("usr/bin/../lib/preflight/preflight.jar")
                                .toString(),
                        "check",
                        "a b.jpg")
                .doesNotContain("-XX:SharedArchiveFile=");
    }

    @Test
    void has_an_archive_made_by_its_first_start() throws Exception {
        script(CLASS_DATA, library.resolve("class-data"));
        start();
        Path place = cache.resolve("preflight-" + BUILD + ".place");
        Path attempt = cache.resolve("preflight-" + BUILD + ".attempt");
        for (int i = 0; i < 600 && !(Files.exists(place) && Files.notExists(attempt)); i++) {
            Thread.sleep(50);
        }
        assertThat(start()).contains("-XX:SharedArchiveFile=" + cache.resolve("preflight-" + BUILD + ".jsa"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
                .isEqualTo("rwx------");
    }

    @Test
    void uses_the_archive_of_the_package_before_one_in_the_cache() throws Exception {
        archiveInTheCache();
        run(library.resolve("make-archive").toString(), library.toRealPath().toString());
        assertThat(start()).containsPattern("-XX:SharedArchiveFile=.*/usr/bin/../lib/preflight/preflight.jsa\n");
    }

    @Test
    void does_not_use_an_archive_that_others_can_write_to() throws Exception {
        Files.setPosixFilePermissions(archiveInTheCache(), PosixFilePermissions.fromString("rw-rw----"));
        assertThat(start()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void does_not_use_an_archive_in_a_directory_that_others_can_write_to() throws Exception {
        archiveInTheCache();
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx----w-"));
        assertThat(start()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void does_not_use_an_archive_that_is_a_link() throws Exception {
        Path archive = archiveInTheCache();
        Path other = Files.move(archive, directory.resolve("other"));
        Files.createSymbolicLink(archive, other);
        assertThat(start()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void does_not_use_an_archive_of_another_place() throws Exception {
        archiveInTheCache();
        Files.writeString(cache.resolve("preflight-" + BUILD + ".place"), "/elsewhere\n");
        assertThat(start()).doesNotContain("SharedArchiveFile");
    }

    @Test
    void makes_no_archive_where_there_is_no_home() throws Exception {
        assertThat(run(Map.of(), directory.resolve("usr/bin/preflight").toString(), "rules"))
                .doesNotContain("SharedArchiveFile")
                .contains("\nrules\n");
        assertThat(cache).doesNotExist();
    }

    @Test
    void makes_one_archive_however_often_it_is_asked_to() throws Exception {
        Files.createDirectories(cache.resolve("preflight-" + BUILD + ".attempt"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwx------"));
        archiveInTheCache();
        assertThat(cache.resolve("preflight-" + BUILD + ".jsa")).doesNotExist();
    }

    @Test
    void makes_no_archive_in_a_directory_that_others_can_write_to() throws Exception {
        Files.createDirectories(cache);
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(archiveInTheCache()).doesNotExist();
    }

    @Test
    void leaves_nothing_but_the_attempt_where_the_archive_cannot_be_made() throws Exception {
        Files.writeString(library.resolve("runtime/bin/java"), "#!/bin/sh\nexit 1\n");
        archiveInTheCache();
        try (var left = Files.list(cache)) {
            assertThat(left).containsExactly(cache.resolve("preflight-" + BUILD + ".attempt"));
        }
    }

    @Test
    void takes_another_cache_of_the_users() throws Exception {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", home.toString()));
        environment.put("XDG_CACHE_HOME", directory.resolve("elsewhere").toString());
        Path other = directory.resolve("elsewhere/preflight");
        run(library.resolve("make-archive").toString(), other.toString());
        assertThat(run(environment, directory.resolve("usr/bin/preflight").toString(), "rules"))
                .contains("-XX:SharedArchiveFile=" + other);
    }
}
