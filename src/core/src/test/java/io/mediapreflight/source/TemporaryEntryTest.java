package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
class TemporaryEntryTest {
    private static final String PREFIX = ".preflight-";

    @TempDir
    Path directory;

    @Test
    void a_file_that_a_killed_process_left_is_deleted_by_the_next() throws IOException {
        Path left = old(Files.createFile(directory.resolve(".preflight-4711-a.tmp")));
        try (TemporaryEntry next = TemporaryEntry.file(directory, PREFIX)) {
            assertThat(left).doesNotExist();
            assertThat(next.path()).isEmptyFile();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_directory_that_a_killed_process_left_is_deleted_with_all_it_contains() throws IOException {
        Path left = Files.createDirectory(directory.resolve(".preflight-4711"));
        Files.writeString(Files.createDirectory(left.resolve("inner")).resolve("library.so"), "code");
        Files.createFile(left.resolve("lock"));
        old(left);
        try (TemporaryEntry next = TemporaryEntry.directory(directory, PREFIX)) {
            assertThat(left).doesNotExist();
            assertThat(next.path()).isDirectory();
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_empty_directory_that_a_process_was_killed_before_locking_is_deleted() throws IOException {
        Path left = old(Files.createDirectory(directory.resolve(".preflight-4711")));
        TemporaryEntry.directory(directory, PREFIX).close();
        assertThat(left).doesNotExist();
    }

    @Test
    void a_directory_that_was_not_made_here_is_left_with_all_it_contains() throws IOException {
        Path named = Files.createDirectory(directory.resolve(".preflight-backup"));
        Files.createFile(named.resolve("lock"));
        Path numbered = Files.createDirectory(directory.resolve(".preflight-4711"));
        Path other = Files.createDirectory(directory.resolve(".preflight-4712"));
        Files.writeString(other.resolve("lock"), "not empty");
        for (Path each : java.util.List.of(named, numbered, other)) {
            Files.writeString(each.resolve("diary.txt"), "mine");
            old(each);
        }
        TemporaryEntry.directory(directory, PREFIX).close();
        assertThat(named.resolve("diary.txt")).exists();
        assertThat(numbered.resolve("diary.txt")).exists();
        assertThat(other.resolve("diary.txt")).exists();
    }

    @Test
    void a_file_that_is_in_use_in_this_process_is_left_however_old_it_is() throws IOException {
        try (TemporaryEntry used = TemporaryEntry.file(directory, PREFIX)) {
            old(used.path());
            TemporaryEntry.file(directory, PREFIX).close();
            TemporaryEntry.file(directory, PREFIX).close();
            assertThat(used.path()).exists();
        }
    }

    @Test
    void a_file_that_is_in_use_in_another_process_is_left_until_that_is_killed() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(other.getInputStream(), StandardCharsets.UTF_8))) {
            Path used = old(Path.of(lines.readLine()));
            TemporaryEntry.file(directory, PREFIX).close();
            assertThat(used).exists();

            other.destroyForcibly().waitFor();
            TemporaryEntry.file(directory, PREFIX).close();
            assertThat(directory).isEmptyDirectory();
        } finally {
            other.destroyForcibly();
        }
    }

    /** Makes a file, says which, and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            TemporaryEntry entry = TemporaryEntry.file(Path.of(arguments[0]), PREFIX);
            System.out.println(entry.path());
            while (System.in.read() >= 0) {
                // the parent says nothing
            }
            entry.close();
        }
    }

    @Test
    void a_file_that_was_just_written_is_left() throws IOException {
        Path fresh = Files.createFile(directory.resolve(".preflight-4711-a.tmp"));
        Files.setLastModifiedTime(fresh, FileTime.from(Instant.now().plusSeconds(3600)));
        TemporaryEntry.file(directory, PREFIX).close();
        assertThat(fresh).exists();
    }

    @Test
    void what_has_another_name_is_left() throws IOException {
        Path report = old(Files.createFile(directory.resolve("report.tmp")));
        Path hidden = old(Files.createFile(directory.resolve(".preflight-notes.txt")));
        TemporaryEntry.file(directory, PREFIX).close();
        assertThat(report).exists();
        assertThat(hidden).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_is_neither_followed_nor_deleted() throws IOException {
        Path target = old(Files.createFile(directory.resolve("target.tmp")));
        Path link = Files.createSymbolicLink(directory.resolve(".preflight-4711-a.tmp"), target);
        TemporaryEntry.file(directory, PREFIX).close();
        assertThat(link).isSymbolicLink();
        assertThat(target).exists();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_file_of_another_user_is_left() throws IOException {
        Path other = old(Files.createFile(directory.resolve(".preflight-4711-a.tmp")));
        try {
            Files.setAttribute(other, "unix:uid", 65_534);
        } catch (IOException e) {
            assumeThat(e).as("only root can give a file away").isNull();
        }
        TemporaryEntry.file(directory, PREFIX).close();
        assertThat(other).exists();
    }

    @Test
    void a_file_that_was_moved_into_place_stays() throws IOException {
        Path report = directory.resolve("report.json");
        try (TemporaryEntry entry = TemporaryEntry.beside(report, PREFIX)) {
            Files.move(entry.path(), report);
        }
        assertThat(directory)
                .isDirectoryContaining(path -> path.equals(report))
                .isDirectoryNotContaining("glob:**.tmp");
    }

    private static Path old(Path path) throws IOException {
        return Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(3600)));
    }
}
