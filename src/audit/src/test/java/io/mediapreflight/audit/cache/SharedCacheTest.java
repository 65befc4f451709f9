package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
@Tag("sampled")
class SharedCacheTest extends CacheTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final int FILES = 5_000;
    private static final String ENDLESS = "" + Integer.MAX_VALUE;

    @Test
    void threads_with_one_cache_keep_and_find_all() throws Exception {
        try (SqliteCache cache = open()) {
            List<Callable<Void>> threads = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String prefix = "t" + i + "-";
                threads.add(() -> {
                    CacheChild.keep(cache, prefix, FILES / 8);
                    CacheChild.found(cache, prefix, FILES / 8);
                    return null;
                });
            }
            run(threads);
            assertThat(cache.failure()).isEmpty();
        }

        assertThat(rows()).isEqualTo(FILES / 8 * 8);
        isIntact();
    }

    @Test
    void more_threads_than_connections_wait_for_each_other() throws Exception {
        try (SqliteCache cache = open()) {
            List<Callable<Void>> threads = new ArrayList<>();
            CountDownLatch together = new CountDownLatch(100);
            for (int i = 0; i < 100; i++) {
                threads.add(() -> {
                    together.countDown();
                    together.await();
                    CacheChild.found(cache, "none", 50);
                    return null;
                });
            }
            run(threads);

            assertThat(cache.failure()).isEmpty();
        }
    }

    @Test
    void two_caches_made_at_once_in_one_file_keep_all() throws Exception {
        List<Callable<Void>> threads = new ArrayList<>();
        for (String prefix : List.of("a", "b", "c", "d")) {
            threads.add(() -> {
                try (SqliteCache cache = open()) {
                    CacheChild.keep(cache, prefix, FILES);
                    CacheChild.found(cache, prefix, FILES);
                    assertThat(cache.failure()).isEmpty();
                }
                return null;
            });
        }
        run(threads);

        assertThat(rows()).isEqualTo(4 * FILES);
        isIntact();
    }

    @Test
    void closing_one_cache_takes_nothing_from_another() throws Exception {
        try (SqliteCache open = open()) {
            for (int i = 0; i < 20; i++) {
                try (SqliteCache other = open()) {
                    CacheChild.keep(other, "o" + i, 10);
                    CacheChild.keep(open, "p" + i, 10);
                }
            }
            assertThat(open.failure()).isEmpty();
        }

        assertThat(rows()).isEqualTo(400);
        isIntact();
    }

    @Test
    void two_processes_at_once_keep_all() throws Exception {
        Process one = child("a", "" + FILES);
        Process two = child("b", "" + FILES);

        assertThat(result(one)).isEqualTo("fine\n");
        assertThat(result(two)).isEqualTo("fine\n");
        try (SqliteCache cache = open()) {
            assertThat(CacheChild.found(cache, "a", FILES)).isEqualTo(FILES);
            assertThat(CacheChild.found(cache, "b", FILES)).isEqualTo(FILES);
        }
        isIntact();
    }

    @Test
    void a_process_that_is_killed_leaves_an_intact_cache() throws Exception {
        try (SqliteCache survivor = open()) {
            for (int kills = 0; kills < (ALL ? 4 : 1); kills++) {
                String prefix = "k" + kills + "-";
                long before = rows();
                Process child = child(prefix, ENDLESS);
                while (rows() < before + 2_000) {
                    CacheChild.keep(survivor, "s" + kills, 10);
                    Thread.sleep(5);
                }
                child.destroyForcibly().waitFor();

                isIntact();
                assertThat(CacheChild.found(survivor, prefix, 1_000)).isEqualTo(1_000);
            }
            assertThat(survivor.failure()).isEmpty();
        }
        isIntact();
    }

    @Test
    void the_only_process_that_is_killed_leaves_an_intact_cache() throws Exception {
        Process child = child("k", ENDLESS);
        Path log = directory.resolve("facts.db-wal");
        while (!log.toFile().exists() || log.toFile().length() < 1_000_000) {
            Thread.sleep(1);
        }
        child.destroyForcibly().waitFor();

        isIntact();
        try (SqliteCache cache = open()) {
            assertThat(CacheChild.found(cache, "k", 1_000)).isEqualTo(1_000);
        }
    }

    @Test
    void a_process_that_is_killed_while_it_makes_the_cache_leaves_none_or_a_good_one() throws Exception {
        for (int i = 0; i < (ALL ? 6 : 2); i++) {
            Process child = child("k", ENDLESS);
            long start = System.nanoTime();
            while (!file.toFile().exists() && System.nanoTime() - start < 20_000_000_000L) {
                Thread.onSpinWait();
            }
            Thread.sleep(i);
            child.destroyForcibly().waitFor();
            try (SqliteCache cache = open()) {
                assertThat(cache.failure()).isEmpty();
            }
            isIntact();
            for (String name : directory.toFile().list()) {
                assertThat(directory.resolve(name).toFile().delete()).isTrue();
            }
        }
    }

    private SqliteCache open() throws IOException {
        return SqliteCache.open(file, CacheSamples.CLOCK);
    }

    private long rows() throws Exception {
        return Long.parseLong(Database.query(file, "SELECT count(*) FROM file").get(0));
    }

    private void isIntact() throws Exception {
        assertThat(Database.query(file, "PRAGMA integrity_check")).containsExactly("ok");
    }

    private Process child(String prefix, String count) throws IOException {
        return Jvm.start("-Xmx128m", CacheChild.class, "keep", file.toString(), prefix, count);
    }

    private static String result(Process child) throws Exception {
        String result = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return result;
    }

    private static void run(List<Callable<Void>> threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads.size());
        try {
            for (Future<Void> each : executor.invokeAll(threads)) {
                each.get();
            }
        } finally {
            executor.shutdown();
        }
    }
}
