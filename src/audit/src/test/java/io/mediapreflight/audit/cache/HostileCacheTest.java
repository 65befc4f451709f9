package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cache files that an attacker has made, to run code or to clear a bad file. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class HostileCacheTest {
    private static final String ENDLESS =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n";

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void make() throws IOException {
        file = directory.resolve("facts.db");
        SqliteCache.open(file).close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the trigger 'x'   | CREATE TRIGGER x AFTER INSERT ON file BEGIN SELECT count(*) FROM file; END
            the trigger 'x'   | CREATE TRIGGER x BEFORE DELETE ON file BEGIN SELECT 1; END
            the view 'v'      | CREATE VIEW v AS SELECT path FROM file
            the index 'i'     | CREATE INDEX i ON file (size)
            the table 'other' | CREATE TABLE other (x)
            the table 'words' | CREATE VIRTUAL TABLE words USING fts5(x)
            """)
    void refuses_what_preflight_did_not_make_and_writes_nothing(String what, String sql) throws Exception {
        Database.change(file, sql);
        byte[] before = Files.readAllBytes(file);

        refuses("it is not a cache of preflight: it contains " + what);
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE file ADD COLUMN g INTEGER GENERATED ALWAYS AS (length(facts)) VIRTUAL",
                "ALTER TABLE file ADD COLUMN more TEXT DEFAULT 'x'",
                "ALTER TABLE file RENAME COLUMN size TO bytes"
            })
    void refuses_a_table_that_is_defined_otherwise(String sql) throws Exception {
        Database.change(file, sql);

        refuses("it is not a cache of preflight: its table has another definition");
    }

    @Test
    void refuses_a_view_in_place_of_the_table() throws Exception {
        Database.change(file, "DROP TABLE file", "CREATE VIEW file AS " + ENDLESS);

        refuses("it contains the view 'file'");
    }

    @Test
    void refuses_an_earlier_version_with_a_trigger() throws Exception {
        Database.change(file, "CREATE TRIGGER x AFTER INSERT ON file BEGIN SELECT 1; END", "PRAGMA user_version = 1");

        refuses("it contains the trigger 'x'");
        assertThat(Database.query(file, "PRAGMA user_version")).containsExactly("1");
    }

    @Test
    void no_statement_computes_for_longer_than_it_may() throws Exception {
        String url = "jdbc:sqlite:" + file.toUri();
        try (CacheConnection connection = CacheConnection.open(url, Duration.ofSeconds(1), Duration.ofMillis(50))) {
            assertThatThrownBy(() -> connection.number(ENDLESS))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("interrupted");
            assertThat(connection.number("SELECT 7")).isEqualTo(7);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-rw-r--", "rw-r--rw-", "rwxrwxrwx"})
    void refuses_a_cache_that_others_can_write(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        refuses("facts.db (" + permissions + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-wal", "-shm", "-journal"})
    void refuses_a_cache_beside_which_others_can_write(String suffix) throws IOException {
        Path beside = Files.createFile(directory.resolve("facts.db" + suffix));
        Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-rw-rw-"));

        refuses("facts.db" + suffix + " (rw-rw-rw-)");
    }

    @Test
    void refuses_a_cache_that_every_user_can_replace() throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        refuses("lies in a directory in which every user can replace it");
    }

    @Test
    void refuses_the_cache_of_another_user() throws IOException {
        giveAway(file);

        refuses("facts.db belongs to another user (");
    }

    @Test
    void refuses_the_link_of_another_user_to_a_cache() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        giveAway(link);
        file = link;

        refuses("link belongs to another user (");
    }

    @Test
    void refuses_a_log_that_another_user_has_put_beside_it() throws IOException {
        giveAway(Files.createFile(directory.resolve("facts.db-wal")));

        refuses("facts.db-wal belongs to another user (");
    }

    @Test
    void makes_a_cache_that_no_other_user_can_write() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Only root may give a file to another user. */
    private static void giveAway(Path path) throws IOException {
        boolean root = Files.getOwner(Path.of("/proc/self")).getName().equals("root");
        assumeTrue(root, "skipped: only root can give a file to another user");
        Files.setAttribute(path, "unix:uid", 54_321, java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }

    private void refuses(String why) {
        assertThatThrownBy(() -> SqliteCache.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(why);
    }
}
