package io.mediapreflight.audit.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS) // which does not delete a library that is in use
class SqliteLibraryTest {
    @TempDir
    Path directory;

    @Test
    void a_process_that_is_killed_leaves_no_library_behind() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path cache = directory.resolve("facts.db");
        Process child = Jvm.start(
                "-Djava.io.tmpdir=" + temporary, CacheChild.class, "keep", cache.toString(), "k", "" + 1_000_000_000);
        try {
            Path log = directory.resolve("facts.db-wal");
            while (child.isAlive() && (!Files.exists(log) || Files.size(log) == 0)) {
                Thread.onSpinWait();
            }
            assertThat(child.isAlive()).isTrue();
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void what_was_left_while_it_was_unpacked_is_deleted_at_the_next_start() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("tmp"));
        Path left = Files.createDirectory(temporary.resolve("preflight-sqlite-4711"));
        Files.writeString(left.resolve("sqlite-3.0-libsqlitejdbc.so"), "half of it");
        Files.createFile(left.resolve("lock"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(60)));
        Process child = Jvm.start(
                "-Djava.io.tmpdir=" + temporary,
                CacheChild.class,
                "open",
                directory.resolve("facts.db").toString());
        assertThat(new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("opened Optional.empty\n");
        assertThat(temporary).isEmptyDirectory();
    }
}
