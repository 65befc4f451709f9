package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that is killed while it checkpoints leaves its log whole, and of the database the pages that it had written by then:
 * SQLite writes them one by one, in the order of their numbers. The first test of each write is that of a database whose first
 * page counts pages that are not there.
 */
@Timeout(120)
class InterruptedCheckpointTest {
    private static final int PAGE = 4096;
    private static final int ROWS = 20_000;
    private static final int KILLS = 50;

    @TempDir
    static Path directory;

    private static Path source;
    private static byte[] before;
    private static byte[] after;
    private static List<Integer> written;

    /** A cache with a log that was not yet checkpointed, and the same database when it was. */
    @BeforeAll
    static void checkpoint() throws Exception {
        source = directory.resolve("source.db");
        SqliteCache.open(source, CacheSamples.CLOCK).close();
        try (java.sql.Connection owner = Database.open(source)) {
            Database.execute(owner, "PRAGMA wal_autocheckpoint = 0");
            Database.execute(owner, "SELECT count(*) FROM file"); // keeps the log when the cache is closed
            try (SqliteCache cache = SqliteCache.open(source, CacheSamples.CLOCK)) {
                CacheChild.keep(cache, "k", ROWS);
            }
            Database.execute(owner, "PRAGMA wal_checkpoint(TRUNCATE)");
            after = Files.readAllBytes(source);
        }
        recreateTheLog();
    }

    /** As above, by a connection that never checkpoints. */
    private static void recreateTheLog() throws Exception {
        Files.deleteIfExists(source);
        SqliteCache.open(source, CacheSamples.CLOCK).close();
        before = Files.readAllBytes(source);
        try (java.sql.Connection owner = Database.open(source)) {
            Database.execute(owner, "PRAGMA wal_autocheckpoint = 0");
            Database.execute(owner, "BEGIN");
            Path filled = directory.resolve("filled.db");
            Files.write(filled, after);
            Database.execute(owner, "COMMIT");
            Database.execute(owner, "ATTACH '" + filled + "' AS filled");
            Database.execute(owner, "INSERT INTO main.file SELECT * FROM filled.file");
            Files.copy(directory.resolve("source.db-wal"), directory.resolve("kept.db-wal"));
            Database.execute(owner, "PRAGMA wal_checkpoint(TRUNCATE)");
            after = Files.readAllBytes(source);
        }
        written = IntStream.range(0, after.length / PAGE)
                .filter(page -> !Arrays.equals(page(before, page), page(after, page)))
                .boxed()
                .toList();
    }

    private static byte[] page(byte[] database, int page) {
        int from = page * PAGE;
        return from >= database.length ? new byte[0] : Arrays.copyOfRange(database, from, from + PAGE);
    }

    static Stream<Integer> kills() {
        return IntStream.range(0, KILLS).mapToObj(kill -> kill * written.size() / KILLS);
    }

    @Test
    void a_checkpoint_has_more_writes_than_there_are_kills() {
        assertThat(written).hasSizeGreaterThan(KILLS).startsWith(0);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void a_kill_at_any_write_of_a_checkpoint_loses_nothing(int writes) throws Exception {
        Path file = Files.createTempDirectory(directory, "kill").resolve("facts.db");
        leave(file, writes);

        try (SqliteCache cache = SqliteCache.open(file, CacheSamples.CLOCK)) {
            assertThat(cache.failure()).isEmpty();
            List<Integer> missing = new ArrayList<>();
            for (int i = 0; i < ROWS; i += 97) {
                if (cache.find(CacheSamples.state("/clips/k" + i, i)).isEmpty()) {
                    missing.add(i);
                }
            }
            assertThat(missing).isEmpty();
        }
        assertThat(Database.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    }

    /** What a process leaves that is killed behind so many writes. */
    private static void leave(Path file, int writes) throws IOException {
        Files.copy(directory.resolve("kept.db-wal"), file.resolveSibling("facts.db-wal"));
        Files.write(file, before);
        try (RandomAccessFile database = new RandomAccessFile(file.toFile(), "rw")) {
            for (int page : written.subList(0, writes)) {
                database.seek((long) page * PAGE);
                database.write(page(after, page));
            }
        }
    }
}
