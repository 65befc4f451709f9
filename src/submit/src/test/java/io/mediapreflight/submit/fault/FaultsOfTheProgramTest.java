package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Transport;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.JournalRecord.State;
import io.mediapreflight.submit.transport.Reply;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What fails in the program itself after the request was sent loses nothing of what is known. */
class FaultsOfTheProgramTest extends FaultTest {
    @TempDir
    private Path directory;

    private void is_left_open_and_written_down(Transport transport) throws Exception {
        FileJournal journal = FileJournal.open(directory.resolve("journal" + System.nanoTime() + ".jsonl"));
        Service service = service(URI.create("https://example.org"))
                .transport(transport)
                .journal(journal)
                .build();
        unanswered(submit(service));
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.UNANSWERED);
    }

    @Test
    void an_error_in_the_exchange_leaves_it_open() throws Exception {
        is_left_open_and_written_down(call -> {
            throw new StackOverflowError();
        });
        is_left_open_and_written_down(call -> {
            throw new OutOfMemoryError("Java heap space");
        });
        is_left_open_and_written_down(call -> {
            throw new NoClassDefFoundError("x");
        });
    }

    @Test
    void an_error_between_two_attempts_leaves_it_open() throws Exception {
        FileJournal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(responding(429, "{}", "Retry-After: 1"));
        Service service = service(server.url())
                .sleeper(pause -> {
                    throw new AssertionError("asleep");
                })
                .journal(journal)
                .build();
        assertThat(unanswered(submit(service)).why()).contains("asleep");
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.UNANSWERED);
        assertSentOnce(server);
    }

    /** A reply of a transport of one's own, without what every reply has. */
    @Test
    void a_response_that_cannot_be_read_leaves_it_open() throws Exception {
        is_left_open_and_written_down(call ->
                new Reply(Reply.Ending.COMPLETE, null, OptionalLong.empty(), OptionalInt.of(500), Map.of(), "{}", 1));
    }

    @Test
    void a_journal_that_throws_what_it_must_not_still_lets_the_task_be_known() throws Exception {
        Journal broken = new Journal() {
            @Override
            public Decision begin(Intent intent, boolean again) {
                return new Decision.Proceed("e1");
            }

            @Override
            public void finish(String entryId, JournalOutcome outcome) {
                throw new StackOverflowError();
            }

            @Override
            public void taskEnded(URI baseUrl, String taskId, String status) {}

            @Override
            public List<JournalRecord> list() {
                return List.of();
            }
        };
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        Service service = service(server.url()).journal(broken).build();
        JournalException thrown = catchThrowableOfType(
                JournalException.class, () -> service.submitter().submit(Cleared.request()));
        assertThat(accepted(thrown.submission().orElseThrow()).taskId()).isEqualTo("task_1");
        assertThat(thrown)
                .hasMessage(
                        "The request was accepted as task task_1, but the journal cannot be written: the cause is unknown.");
    }
}
