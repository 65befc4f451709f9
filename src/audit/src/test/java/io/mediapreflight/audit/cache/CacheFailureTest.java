package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CacheFailureTest extends CacheTest {
    private static final int FILES = 3_000;

    @Test
    void a_file_replaced_by_garbage_while_it_is_open_is_a_failure_and_no_exception() throws IOException {
        fill();
        try (SqliteCache cache = open()) {
            byte[] garbage = new byte[(int) Files.size(file)];
            Arrays.fill(garbage, (byte) 'x');
            Files.write(file, garbage, StandardOpenOption.WRITE);

            assertThat(CacheChild.found(cache, "k", FILES)).isZero();
            CacheChild.keep(cache, "more", FILES);
            assertThat(cache.failure())
                    .hasValueSatisfying(text -> assertThat(text).startsWith("it cannot be "));
        }
    }

    @Test
    void damaged_pages_are_misses_or_a_failure_and_no_exception() throws IOException {
        fill();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 3 * 4096, bytes.length, (byte) 0x5A);
        Files.write(file, bytes);

        try (SqliteCache cache = open()) {
            assertThat(CacheChild.found(cache, "k", FILES)).isLessThan(FILES);
            CacheChild.keep(cache, "more", FILES);
            assertThat(cache.failure()).isPresent();
        }
    }

    @Test
    void a_file_that_is_cut_short_while_it_is_open_is_a_failure_and_no_exception() throws IOException {
        fill();
        try (SqliteCache cache = open()) {
            Files.write(file, new byte[0]);

            CacheChild.found(cache, "k", FILES);
            CacheChild.keep(cache, "more", FILES);
        }
    }

    @Test
    void a_full_disk_ends_the_keeping_and_not_the_finding() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "skipped: there is no shell to limit a file's size");
        fill();
        // 1.5 MiB in POSIX, 3 MiB in bash: enough to unpack the library, too little for the log of so many rows.
        List<String> limited = List.of("/bin/sh", "-c", "ulimit -f 3000 && exec \"$@\"", "sh");
        Process child = Jvm.builder(limited, "-Xmx128m", CacheChild.class, "keep", file.toString(), "x", "100000")
                .start();
        String result = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(child.waitFor()).isZero();
        assertThat(result).contains("it cannot be written any more: ");
        try (SqliteCache cache = open()) {
            assertThat(CacheChild.found(cache, "k", FILES)).isEqualTo(FILES);
        }
    }

    @Test
    void a_file_that_may_only_be_read_is_found_in_and_not_kept_in() throws Exception {
        fill();
        assertThat(file.toFile().setWritable(false)).isTrue();
        assumeTrue(!Files.isWritable(file), "skipped: this user may write everything");

        SqliteCache cache = open();
        assertThat(CacheChild.found(cache, "k", 10)).isEqualTo(10);
        CacheChild.keep(cache, "more", 1);
        cache.close();
        assertThat(cache.failure())
                .hasValueSatisfying(text -> assertThat(text).startsWith("the cache cannot be written"));
    }

    @Test
    void a_lock_that_is_held_too_long_ends_the_keeping_and_not_the_finding() throws Exception {
        fill();
        try (Connection owner = Database.open(file)) {
            SqliteCache cache = open();
            Database.execute(owner, "BEGIN IMMEDIATE");
            CacheChild.keep(cache, "more", 1);

            assertThat(CacheChild.found(cache, "k", 10)).isEqualTo(10);
            cache.close();
            assertThat(Database.query(file, "SELECT count(*) FROM file")).containsExactly("" + FILES);
            assertThat(cache.failure())
                    .hasValueSatisfying(text -> assertThat(text)
                            .startsWith("it cannot be written any more: ")
                            .contains("locked"));
            Database.execute(owner, "ROLLBACK");
        }
    }

    @Test
    void who_keeps_more_than_can_be_written_is_not_held_up_for_ever() throws Exception {
        fill();
        try (Connection owner = Database.open(file);
                SqliteCache cache = open()) {
            Database.execute(owner, "BEGIN IMMEDIATE");
            CacheChild.keep(cache, "more", 10_000);

            assertThat(cache.failure()).isPresent();
            Database.execute(owner, "ROLLBACK");
        }
    }

    private void fill() throws IOException {
        try (SqliteCache cache = open()) {
            CacheChild.keep(cache, "k", FILES);
        }
    }

    private SqliteCache open() throws IOException {
        return SqliteCache.open(file, CacheSamples.CLOCK, Duration.ofMillis(300));
    }
}
