package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.intent;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class UnwritableJournalTest {
    @TempDir
    Path directory;

    @Test
    void a_directory_is_no_journal() {
        refuses(directory, "is a directory");
    }

    @Test
    void a_symbolic_link_is_no_journal() throws IOException {
        Path other = directory.resolve("other");
        refuses(Files.createSymbolicLink(directory.resolve("link"), other), "is a symbolic link");
        assertThat(other).doesNotExist();
    }

    @Test
    void a_device_is_no_journal() {
        refuses(Path.of("/dev/full"), "is not a regular file");
    }

    @Test
    void a_file_is_no_directory_of_a_journal() throws IOException {
        Path other = Files.writeString(directory.resolve("other"), "x");
        assertThatThrownBy(() -> proceed(Journals.open(other.resolve("journal.jsonl")), "d1"))
                .isInstanceOf(IOException.class);
        assertThat(other).hasContent("x");
    }

    @Test
    void another_file_is_left_as_it_is() throws IOException {
        Path other = Files.writeString(
                directory.resolve("request.json"), "{\"model\": \"kling\", \"prompt\": \"a dance in the sun\"}\n");
        byte[] before = Files.readAllBytes(other);

        refuses(other, "is not a journal");
        assertThat(other).hasBinaryContent(before);
    }

    @Test
    void a_journal_of_a_later_version_is_left_as_it_is() throws IOException {
        Path later = Files.writeString(directory.resolve("later"), "{\"preflight\":\"journal\",\"version\":2}\n");

        refuses(later, "another version");
    }

    @Test
    void another_file_put_in_its_place_is_left_as_it_is() throws IOException {
        Path file = directory.resolve("journal.jsonl");
        FileJournal journal = Journals.open(file);
        proceed(journal, "d1");
        Files.writeString(Files.createFile(directory.resolve("other")), "x".repeat(10_000));
        Files.move(directory.resolve("other"), file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> journal.begin(intent("d2"), false)).hasMessageContaining("is not a journal");
        assertThat(file).hasSize(10_000);
    }

    @Test
    void a_closed_directory_refuses() throws IOException {
        Path closed = Files.createDirectory(directory.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        Assumptions.assumeFalse(Files.isWritable(closed), "the superuser may write everywhere");

        refuses(closed.resolve("journal.jsonl"), "journal.jsonl");
    }

    @Test
    void a_read_only_journal_lists_but_lets_nothing_pass() throws IOException {
        Path file = directory.resolve("journal.jsonl");
        proceed(Journals.open(file), "d1");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        Assumptions.assumeFalse(Files.isWritable(file), "the superuser may write everywhere");

        assertThat(Journals.open(file).list()).hasSize(1);
        refuses(file, "journal.jsonl");
    }

    /** A limit of the size of files stands in for a full disk: a write comes short, and the next one fails. */
    @Test
    @Timeout(60)
    void a_full_disk_stops_the_sending_and_the_journal_survives_it() throws Exception {
        Path file = directory.resolve("journal.jsonl");
        Path service = Files.createFile(directory.resolve("service"));
        List<String> limited = List.of("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh");
        Process child = Jvm.builder(limited, JournalChild.class, file.toString(), service.toString(), "500", "1", "1")
                .redirectError(directory.resolve("error").toFile())
                .start();

        assertThat(child.waitFor()).isEqualTo(1);
        assertThat(directory.resolve("error")).content().contains("IOException");
        FileJournal journal = Journals.open(file);
        List<String> sent = Files.readAllLines(service);
        assertThat(sent).isNotEmpty().doesNotHaveDuplicates();
        assertThat(journal.list()).extracting(JournalRecord::digest).containsAll(sent);
        proceed(journal, "after");
        assertThat(journal.damage()).isEmpty();
    }

    private static void refuses(Path file, String because) {
        assertThatThrownBy(() -> Journals.open(file).begin(intent("d1"), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(because);
    }
}
