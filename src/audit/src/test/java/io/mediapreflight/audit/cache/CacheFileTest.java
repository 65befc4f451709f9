package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CacheFileTest extends CacheTest {
    private static final int APPLICATION_ID_OFFSET = 68; // sqlite.org/fileformat2.html 1.3
    private static final int VERSION_OFFSET = 60;

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 99, 100, 4096, 100_000})
    void refuses_what_is_no_database_and_leaves_it_as_it_is(int length) throws IOException {
        byte[] garbage = new byte[length];
        Arrays.fill(garbage, (byte) 'x');

        refusesAndLeaves(garbage, "it is not a cache of preflight: it is not a database");
    }

    @Test
    void refuses_a_head_of_a_database_without_the_rest() throws IOException {
        refusesAndLeaves("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII), "is not a cache of preflight");
    }

    @Test
    void refuses_another_database_and_leaves_it_as_it_is() throws Exception {
        Database.change(file, "CREATE TABLE file (path)", "INSERT INTO file VALUES ('mine')");

        refusesAndLeaves(Files.readAllBytes(file), "it is not a cache of preflight: it is another database");
    }

    @Test
    void refuses_another_database_in_use_and_touches_neither_it_nor_its_log() throws Exception {
        try (Connection owner = Database.open(file)) {
            Database.execute(owner, "PRAGMA journal_mode = WAL");
            Database.execute(owner, "CREATE TABLE mine (x)");
            Path log = directory.resolve("facts.db-wal");
            byte[] before = Files.readAllBytes(log);

            refusesAndLeaves(Files.readAllBytes(file), "it is another database");
            assertThat(log).hasBinaryContent(before);
        }
    }

    @Test
    void refuses_another_database_that_was_left_in_the_middle_of_something() throws Exception {
        Database.change(file, "CREATE TABLE mine (x)");
        Path journal = Files.write(directory.resolve("facts.db-journal"), new byte[] {1, 2, 3});

        refusesAndLeaves(Files.readAllBytes(file), "it is another database");
        assertThat(journal).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void refuses_a_cache_of_a_later_version() throws Exception {
        SqliteCache.open(file).close();

        refusesAndLeaves(
                patched(VERSION_OFFSET, Schema.VERSION + 1),
                "it has version " + (Schema.VERSION + 1) + ", and this preflight reads version " + Schema.VERSION);
    }

    @Test
    void refuses_a_cache_of_no_version() throws Exception {
        SqliteCache.open(file).close();

        refusesAndLeaves(patched(VERSION_OFFSET, 0), "it is not a cache of preflight: it has no version");
    }

    @Test
    void refuses_a_database_that_was_a_cache() throws Exception {
        SqliteCache.open(file).close();

        refusesAndLeaves(patched(APPLICATION_ID_OFFSET, 0), "it is not a cache of preflight: it is another database");
    }

    @Test
    void refuses_a_cache_without_its_table() throws Exception {
        SqliteCache.open(file).close();
        Database.change(file, "ALTER TABLE file RENAME TO files");

        refuses("it is not a cache of preflight: it contains the table 'files'");
    }

    @Test
    void recreates_the_table_of_an_earlier_version() throws Exception {
        Database.change(
                file,
                "CREATE TABLE file (path BLOB NOT NULL PRIMARY KEY, size INTEGER) WITHOUT ROWID",
                "INSERT INTO file VALUES ('a', 1)",
                "PRAGMA application_id = " + Schema.APPLICATION_ID,
                "PRAGMA user_version = 1");
        SqliteCache.open(file).close();

        assertThat(Database.query(file, "SELECT count(*) FROM file")).containsExactly("0");
        assertThat(Database.query(file, "PRAGMA user_version")).containsExactly("" + Schema.VERSION);
    }

    @Test
    void refuses_a_directory() {
        file = directory;

        refuses("it is not a cache of preflight: it is not a regular file");
    }

    @Test
    void refuses_a_pipe_without_waiting_for_its_other_end() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
        new ProcessBuilder("mkfifo", file.toString()).start().waitFor(10, TimeUnit.SECONDS);

        refuses("it is not a cache of preflight: it is not a regular file");
    }

    @Test
    void refuses_a_directory_that_is_not_there() {
        file = directory.resolve("none").resolve("facts.db");

        refuses("its directory does not exist");
    }

    @Test
    void makes_a_cache_of_an_empty_file() throws Exception {
        Files.createFile(file);
        SqliteCache.open(file).close();

        assertThat(Database.query(file, "SELECT count(*) FROM file")).containsExactly("0");
    }

    @Test
    void a_cache_from_before_a_fact_was_known_gets_its_column_and_keeps_its_rows() throws Exception {
        FileState state = CacheSamples.state("/a.gif", 10);
        try (SqliteCache cache = SqliteCache.open(file, CacheSamples.CLOCK)) {
            cache.keep(state, CacheSamples.seen(CacheSamples.GIF, 10));
        }
        Database.change(file, "ALTER TABLE file DROP COLUMN animated", "ALTER TABLE file DROP COLUMN width");

        try (SqliteCache cache = SqliteCache.open(file, CacheSamples.CLOCK)) {
            assertThat(cache.find(state)).isPresent();
            cache.keep(
                    CacheSamples.state("/b.apng", 11),
                    CacheSamples.seen(CacheSamples.probed(CacheSamples.testdata("animation.apng")), 11));
        }

        assertThat(Database.query(file, "SELECT path, animated, width FROM file ORDER BY path"))
                .first()
                .isEqualTo("/a.gif|null|null");
        assertThat(Database.query(file, "SELECT animated FROM file WHERE path = '/b.apng' AND width > 0"))
                .containsExactly("1");
    }

    @Test
    void follows_a_symbolic_link_to_a_cache() throws Exception {
        SqliteCache.open(file).close();
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        SqliteCache.open(link).close();

        assertThat(link).isSymbolicLink();
    }

    @Test
    void leaves_one_file_behind_when_it_is_closed() throws IOException {
        SqliteCache.open(file).close();

        assertThat(directory.toFile().list()).containsExactly("facts.db");
    }

    @Test
    void is_a_write_ahead_log_while_it_is_open() throws Exception {
        try (SqliteCache cache = SqliteCache.open(file)) {
            assertThat(Database.query(file, "PRAGMA journal_mode")).containsExactly("wal");
            assertThat(cache.failure()).isEmpty();
        }
    }

    @Test
    void a_machine_that_cannot_load_the_library_gets_one_sentence() throws Exception {
        String option = "-Djava.io.tmpdir=" + directory.resolve("none");
        Process child = Jvm.builder(List.of(), option, CacheChild.class, "open", "" + file)
                .redirectErrorStream(true)
                .start();
        String result = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isZero();
        // SLF4J is there for ArchUnit alone, and says that it has no logger.
        assertThat(result.lines().filter(line -> !line.startsWith("SLF4J")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("IOException the SQLite library cannot be loaded");
        assertThat(file).doesNotExist();
    }

    private byte[] patched(int offset, int value) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putInt(offset, value);
        return bytes;
    }

    private void refusesAndLeaves(byte[] bytes, String why) throws IOException {
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.write(file, bytes);
        }
        String[] before = directory.toFile().list();
        refuses(why);

        assertThat(file).hasBinaryContent(bytes);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder(before);
    }

    private void refuses(String why) {
        assertThatThrownBy(() -> SqliteCache.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }
}
