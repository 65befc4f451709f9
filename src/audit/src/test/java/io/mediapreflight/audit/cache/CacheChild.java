package io.mediapreflight.audit.cache;

import java.io.IOException;
import java.nio.file.Path;

/** What another process does with a cache: {@code open FILE}, or {@code keep FILE PREFIX COUNT}. */
final class CacheChild {
    private CacheChild() {}

    public static void main(String[] args) throws IOException {
        if (args[0].equals("open")) {
            try (SqliteCache cache = SqliteCache.open(Path.of(args[1]))) {
                System.out.println("opened " + cache.failure());
            } catch (IOException e) {
                System.out.println("IOException " + e.getMessage());
            }
        } else {
            SqliteCache cache = SqliteCache.open(Path.of(args[1]), CacheSamples.CLOCK);
            keep(cache, args[2], Integer.parseInt(args[3]));
            cache.close();
            System.out.println(cache.failure().orElse("fine"));
        }
    }

    static void keep(SqliteCache cache, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            cache.keep(CacheSamples.state("/clips/" + prefix + i, i), CacheSamples.seen(CacheSamples.GIF, i));
        }
    }

    static long found(SqliteCache cache, String prefix, int count) {
        long found = 0;
        for (int i = 0; i < count; i++) {
            found += cache.find(CacheSamples.state("/clips/" + prefix + i, i)).isPresent() ? 1 : 0;
        }
        return found;
    }
}
