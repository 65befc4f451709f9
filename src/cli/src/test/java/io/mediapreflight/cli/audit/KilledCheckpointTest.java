package io.mediapreflight.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import io.mediapreflight.cli.console.ExitCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlite.util.OSInfo;

/**
 * An audit that is killed while it writes what it kept from the log into the database: at each of the writes in turn, since the
 * system kills it at the first one that passes the limit of file sizes. Then the next audit reports what an undisturbed one does.
 */
@Tag("sampled")
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class KilledCheckpointTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final int KILLS = ALL ? 50 : 3;
    private static final int FILES = 1_500;
    private static final int PAGE = 4096;
    private static final int BLOCKS_OF_A_PAGE = PAGE / 512; // of ulimit -f, as POSIX has it

    /** What processes share of the log is a file of 32 KiB: with a lower limit an audit dies before it checkpoints. */
    private static final int MIN_PAGES = 8;

    /** What a shell adds to SIGXFSZ. */
    private static final int KILLED_BY_LIMIT = 128 + 25;

    private static final List<String> SAMPLES =
            List.of("photo-small.jpg", "too-tall-300x900.jpg", "truncated.png", "document.pdf");

    @TempDir
    static Path directory;

    private static Path clips;
    private static Path library;
    private static Path empty;
    private static Path log;
    private static long pages;
    private static List<String> undisturbed;

    /** A cache of which all but the table's definition is in the log still. */
    @BeforeAll
    static void fillTheLog() throws Exception {
        clips = Files.createDirectory(directory.resolve("clips"));
        layFiles();
        undisturbed = report(Run.of("audit", "--format", "jsonl", clips.toString()));
        library = unpackedLibrary();
        empty = directory.resolve("empty.db");
        log = directory.resolve("full.db-wal");
        Path source = directory.resolve("source.db");
        audit(source, Files.createDirectory(directory.resolve("nothing")));
        Files.copy(source, empty);
        try (Connection owner = DriverManager.getConnection("jdbc:sqlite:" + source);
                Statement statement = owner.createStatement()) {
            // An open connection keeps the audit from emptying the log at its end.
            statement.execute("SELECT count(*) FROM file");
            audit(source, clips);
            Files.copy(directory.resolve("source.db-wal"), log);
            assertThat(Files.size(source)).as("nothing was checkpointed").isEqualTo(Files.size(empty));
        }
        pages = Files.size(source) / PAGE;
    }

    private static void layFiles() throws IOException {
        FileTime old = FileTime.from(Instant.now().minusSeconds(60)); // what is fresh is not kept
        for (String sample : SAMPLES) {
            Files.setLastModifiedTime(Files.copy(Path.of(Run.sample(sample)), directory.resolve(sample)), old);
        }
        for (int i = 0; i < FILES; i++) {
            String sample = SAMPLES.get(i % SAMPLES.size());
            Files.createLink(clips.resolve(i + sample.substring(sample.lastIndexOf('.'))), directory.resolve(sample));
        }
    }

    /** To unpack it would pass the limit already. */
    private static Path unpackedLibrary() throws IOException {
        String name = System.mapLibraryName("sqlitejdbc");
        String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + name;
        Path file = directory.resolve(name);
        try (InputStream in = Objects.requireNonNull(OSInfo.class.getResourceAsStream(resource))) {
            Files.copy(in, file);
        }
        return file;
    }

    static IntStream kills() {
        return IntStream.range(0, KILLS).map(kill -> MIN_PAGES + (int) (kill * (pages - MIN_PAGES) / KILLS));
    }

    @Test
    void a_checkpoint_has_more_writes_than_there_are_kills() {
        assertThat(pages - MIN_PAGES).isGreaterThan(50);
        assertThat(kills()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void an_audit_that_is_killed_at_a_write_of_a_checkpoint_leaves_a_cache_that_has_all(int written) throws Exception {
        Path cache = cacheWithFullLog("kill-" + written);
        kill(cache, written);
        assertThat(Files.size(cache)).isEqualTo((long) written * PAGE);

        Run next = audit(cache, clips);
        assertThat(next.err()).isEmpty();
        assertThat(report(next)).isEqualTo(undisturbed);
        assertThat(next.out().lines()).allMatch(line -> line.contains("\"bytesRead\":0,"));
        assertThat(integrity(cache)).isEqualTo("ok");
    }

    @Test
    void an_audit_beside_a_living_process_amid_a_checkpoint_reports_the_same() throws Exception {
        Path cache = cacheWithFullLog("held");
        kill(cache, MIN_PAGES + 1);
        Process holder = java(List.of(), HeldCheckpoint.class, List.of(cache.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("held");
            Run beside = audit(cache, clips);
            assertThat(holder.isAlive()).isTrue();
            assertThat(beside.err()).isEmpty();
            assertThat(report(beside)).isEqualTo(undisturbed);
            assertThat(beside.out().lines()).allMatch(line -> line.contains("\"bytesRead\":0,"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(report(audit(cache, clips))).isEqualTo(undisturbed);
        assertThat(integrity(cache)).isEqualTo("ok");
    }

    private static Path cacheWithFullLog(String name) throws IOException {
        Path cache = Files.createDirectory(directory.resolve(name)).resolve("cache.db");
        Files.copy(empty, cache);
        Files.copy(log, cache.resolveSibling("cache.db-wal"));
        return cache;
    }

    /** Runs an audit that finds all in its cache, and is killed when the checkpoint at its end has written so many pages. */
    private static void kill(Path cache, int written) throws Exception {
        String limited = "ulimit -c 0; ulimit -f " + written * BLOCKS_OF_A_PAGE + "; exec \"$@\"";
        Process audit = java(
                        List.of("/bin/sh", "-c", limited, "sh"),
                        DiesAtFileLimit.class,
                        List.of("audit", "--format", "jsonl", "--cache", cache.toString(), clips.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(audit.waitFor()).isEqualTo(KILLED_BY_LIMIT);
    }

    private static ProcessBuilder java(List<String> prefix, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.add("-Dorg.sqlite.lib.path=" + library.getParent());
        command.add("-Dorg.sqlite.lib.name=" + library.getFileName());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static Run audit(Path cache, Path what) {
        return Run.of("audit", "--format", "jsonl", "--cache", cache.toString(), what.toString());
    }

    /** What was reported, but for what it took to find out. */
    private static List<String> report(Run run) {
        assertThat(run.code()).isEqualTo(ExitCode.NOT_PASSED);
        return run.out()
                .lines()
                .map(line -> line.replaceAll("\"(bytesRead|elapsedMicros)\":\\d+", ""))
                .toList();
    }

    private static String integrity(Path cache) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + cache);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            return result.getString(1);
        }
    }
}
