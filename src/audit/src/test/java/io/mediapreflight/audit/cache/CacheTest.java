package io.mediapreflight.audit.cache;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of the cache share: the name of a cache in a directory of its own. */
abstract class CacheTest {
    @TempDir
    Path directory;

    Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("facts.db");
    }
}
