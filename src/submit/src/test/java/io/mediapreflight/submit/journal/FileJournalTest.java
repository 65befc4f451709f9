package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.SERVICE;
import static io.mediapreflight.submit.journal.Journals.accepted;
import static io.mediapreflight.submit.journal.Journals.intent;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static io.mediapreflight.submit.journal.Journals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileJournalTest {
    @TempDir
    Path directory;

    private Path file;
    private FileJournal journal;

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("journal.jsonl");
        journal = Journals.open(file);
    }

    @Test
    void writes_nothing_of_a_task_that_it_does_not_know_or_whose_end_it_knows() throws IOException {
        journal.taskEnded(SERVICE, "task_9", "failed");
        assertThat(file).doesNotExist();

        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        journal.taskEnded(SERVICE, "task_1", "succeeded");
        long size = Files.size(file);
        journal.taskEnded(SERVICE, "task_1", "succeeded");
        journal.taskEnded(SERVICE, "task_9", "failed");
        assertThat(file).hasSize(size);
    }

    @Test
    void creates_nothing_until_something_is_to_be_sent() throws IOException {
        assertThat(journal.list()).isEmpty();
        assertThat(journal.damage()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void is_for_its_owner_alone_with_the_directories_it_made() throws IOException {
        Path deep = directory.resolve("state/preflight/journal.jsonl");
        proceed(Journals.open(deep), "d1");

        assertThat(permissions(deep)).isEqualTo("rw-------");
        assertThat(permissions(deep.getParent())).isEqualTo("rwx------");
        assertThat(permissions(deep.getParent().getParent())).isEqualTo("rwx------");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void leaves_out_what_a_base_url_may_hide() throws IOException {
        URI talkative = URI.create("https://User:Secret@API.example:443/v9/?token=Secret#Secret");
        journal.begin(new Intent("d1", talkative, "m", Journals.NOW, List.of()), false);

        assertThat(file).content().doesNotContain("Secret").contains("\"https://api.example/v9\"");
    }

    @Test
    void keeps_what_the_service_said_on_one_line() throws IOException {
        String message = "a\r\nb\u2028c\u001b[31m \ud83d\ude00 \ud800 \"\\";
        journal.finish(proceed(journal, "d1"), refused(message));

        JournalRecord entry = Journals.open(file).list().get(0);
        assertThat(entry.message()).contains(message);
        assertThat(Files.readAllLines(file)).hasSize(4).allMatch(line -> line.matches("[ -~]+"));
    }

    @Test
    void cuts_a_message_without_end() throws IOException {
        journal.finish(proceed(journal, "d1"), refused("\u20ac".repeat(1 << 20)));

        JournalRecord entry = Journals.open(file).list().get(0);
        assertThat(entry.message().orElseThrow()).hasSize(1_001).endsWith("\u20ac…");
    }

    @Test
    void does_not_begin_in_an_interrupted_thread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> proceed(journal, "d1")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void finishes_what_it_began_though_the_file_was_moved_away() throws IOException {
        String entry = proceed(journal, "d1");
        Files.move(file, directory.resolve("old.jsonl"));
        journal.finish(entry, accepted("task_1"));

        assertThat(Journals.open(file).list())
                .extracting(JournalRecord::digest, JournalRecord::taskId)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("d1", Optional.of("task_1")));
    }

    @Test
    void remembers_nothing_where_there_is_none() throws IOException {
        Journal none = Journal.none();
        none.finish(proceed(none, "d1"), accepted("task_1"));
        none.taskEnded(SERVICE, "task_1", "failed");

        assertThat(none.begin(intent("d1"), false)).isInstanceOf(Decision.Proceed.class);
        assertThat(none.list()).isEmpty();
    }

    @Test
    void a_task_of_another_service_that_has_the_same_id_frees_nothing() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("77"));
        long size = Files.size(file);
        journal.taskEnded(URI.create("https://other.example/router"), "77", "failed");
        assertThat(file).hasSize(size);

        journal.taskEnded(URI.create(SERVICE + "/"), "77", "failed");
        assertThat(Journals.open(file).list()).extracting(JournalRecord::state).containsExactly(State.FAILED);
    }

    @Test
    void the_end_of_a_task_that_an_older_version_wrote_down_is_still_read() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        JournalEvent old = new JournalEvent(
                JournalEvent.Type.TASK, "task_1", Journals.NOW, Map.of(JournalEvent.STATUS, "failed"), List.of());
        Files.write(file, JournalLine.write(old), StandardOpenOption.APPEND);

        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.FAILED);
        assertThat(journal.damage()).isEmpty();
    }
}
