package io.mediapreflight.submit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal promises, wherever it keeps its entries. */
public abstract class JournalContract {
    private static final Instant NOW = Instant.parse("2026-04-21T07:17:39.146Z");
    private static final URI SERVICE = URI.create("https://openapi.imini.ai/imini/router");
    private static final String MODEL = "kling/kling-v3-motion-control";

    private Journal journal = Journal.none();

    /** Opens the journal of this test: the same one each time. */
    protected abstract Journal reopened() throws Exception;

    @BeforeEach
    final void openJournal() throws Exception {
        journal = reopened();
    }

    @Test
    void lets_a_request_pass_that_it_does_not_know() throws IOException {
        String entry = proceed(journal, "d1");

        assertThat(journal.list()).containsExactly(record(entry, "d1", State.INTENDED));
    }

    @Test
    void holds_back_a_request_that_was_begun_and_never_finished() throws Exception {
        String entry = proceed(journal, "d1");

        assertThat(reopened().begin(intent("d1"), false))
                .isEqualTo(new Decision.Known(record(entry, "d1", State.INTENDED)));
    }

    @Test
    void holds_back_an_accepted_request_and_names_its_task() throws Exception {
        String entry = proceed(journal, "d1");
        journal.finish(entry, accepted("task_1"));

        assertThat(reopened().begin(intent("d1"), false))
                .isEqualTo(new Decision.Known(new JournalRecord(
                        entry,
                        "d1",
                        NOW,
                        State.ACCEPTED,
                        Optional.of("task_1"),
                        Optional.of("r-1"),
                        Optional.empty(),
                        SERVICE,
                        MODEL)));
    }

    @Test
    void holds_back_a_request_without_a_response_and_says_why() throws IOException {
        String entry = proceed(journal, "d1");
        journal.finish(entry, new JournalOutcome.Unanswered("reset after the body"));

        Decision.Known known = (Decision.Known) journal.begin(intent("d1"), false);
        assertThat(known.record().state()).isEqualTo(State.UNANSWERED);
        assertThat(known.record().message()).contains("reset after the body");
    }

    @Test
    void says_what_forbids_a_request_without_writing_anything_down() throws IOException {
        assertThat(journal.standing(List.of("d1"))).isEmpty();
        String entry = proceed(journal, "d1");
        journal.finish(entry, accepted("task_1"));

        assertThat(journal.standing(List.of("d0", "d1")).flatMap(JournalRecord::taskId))
                .contains("task_1");
        assertThat(journal.list()).hasSize(1);
    }

    @Test
    void lets_a_request_pass_again_that_was_refused() throws IOException {
        journal.finish(proceed(journal, "d1"), refused("no credits"));
        journal.finish(proceed(journal, "d1"), accepted("task_1"));

        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.REFUSED, State.ACCEPTED);
    }

    @Test
    void lets_a_request_pass_again_whose_task_failed() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        journal.taskEnded(SERVICE, "task_1", "failed");

        proceed(journal, "d1");
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.FAILED, State.INTENDED);
    }

    @Test
    void holds_back_a_request_whose_task_succeeded() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        journal.taskEnded(SERVICE, "task_1", "succeeded");

        Decision.Known known = (Decision.Known) journal.begin(intent("d1"), false);
        assertThat(known.record().state()).isEqualTo(State.ACCEPTED);
        assertThat(known.record().message()).contains("succeeded");
    }

    @Test
    void lets_everything_pass_that_is_sent_again_knowingly() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        journal.finish(entryId(journal.begin(intent("d1"), true)), accepted("task_2"));

        Decision.Known known = (Decision.Known) journal.begin(intent("d1"), false);
        assertThat(known.record().taskId()).contains("task_2");
    }

    @Test
    void still_holds_back_a_request_whose_second_sending_came_to_nothing() throws IOException {
        journal.finish(proceed(journal, "d1"), new JournalOutcome.Unanswered("no response"));
        journal.finish(entryId(journal.begin(intent("d1"), true)), refused("no credits"));

        Decision.Known known = (Decision.Known) journal.begin(intent("d1"), false);
        assertThat(known.record().state()).isEqualTo(State.UNANSWERED);
    }

    @Test
    void reports_the_accepted_one_rather_than_a_later_one_without_a_response() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("task_1"));
        journal.begin(intent("d1"), true);

        Decision.Known known = (Decision.Known) journal.begin(intent("d1"), false);
        assertThat(known.record().taskId()).contains("task_1");
    }

    @Test
    void finishes_in_an_interrupted_thread_and_leaves_it_interrupted() throws IOException {
        String entry = proceed(journal, "d1");
        Thread.currentThread().interrupt();
        journal.finish(entry, accepted("task_1"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.ACCEPTED);
    }

    @Test
    void does_not_finish_what_was_never_begun() throws IOException {
        proceed(journal, "d1");

        assertThatThrownBy(() -> journal.finish("e9", accepted("task_1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no entry e9");
    }

    @Test
    void does_not_begin_in_an_interrupted_thread() throws IOException {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> proceed(journal, "d1")).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.list()).isEmpty();
    }

    @Test
    void a_task_of_another_service_that_has_the_same_id_frees_nothing() throws IOException {
        journal.finish(proceed(journal, "d1"), accepted("77"));
        journal.taskEnded(URI.create("https://other.example/router"), "77", "failed");
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.ACCEPTED);

        journal.taskEnded(URI.create(SERVICE + "/"), "77", "failed");
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.FAILED);
    }

    @Test
    void passes_over_a_task_that_it_does_not_know() throws IOException {
        journal.taskEnded(SERVICE, "task_9", "failed");
        assertThat(journal.list()).isEmpty();
    }

    @Test
    void leaves_out_what_a_base_url_may_hide() throws IOException {
        URI talkative = URI.create("https://User:Secret@API.example:443/v9/?token=Secret#Secret");
        journal.begin(new Intent("d1", talkative, "m", NOW, List.of()), false);

        assertThat(journal.list())
                .extracting(JournalRecord::baseUrl)
                .containsExactly(URI.create("https://api.example/v9"));
    }

    @Test
    void keeps_an_outcome_whatever_the_service_said() throws IOException {
        journal.finish(proceed(journal, "d1"), refused("a\r\nb\u2028\u001b[31m \ud83d\ude00 \ud800 \u0000 \"'\\"));

        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.REFUSED);
    }

    @Test
    void lists_the_oldest_first() throws IOException {
        for (int second = 1; second <= 3; second++) {
            journal.begin(new Intent("d" + second, SERVICE, MODEL, NOW.plusSeconds(second), List.of()), false);
        }
        assertThat(journal.list()).extracting(JournalRecord::digest).containsExactly("d1", "d2", "d3");
    }

    @Test
    void lets_one_of_many_threads_pass() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String digest = "round-" + round;
                Callable<Decision> begin = () -> reopened().begin(intent(digest), false);
                List<Decision> decisions = new ArrayList<>();
                for (Future<Decision> future :
                        threads.invokeAll(Stream.generate(() -> begin).limit(8).toList())) {
                    decisions.add(future.get());
                }
                assertThat(decisions)
                        .filteredOn(Decision.Proceed.class::isInstance)
                        .hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void lets_at_most_one_pass_while_the_first_is_refused_and_another_is_sent_again() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String digest = "again-" + round;
                String first = proceed(journal, digest);
                Future<?> refusal = threads.submit(() -> finish(reopened(), first));
                Future<Decision> again = threads.submit(() -> reopened().begin(intent(digest), true));
                Callable<Decision> begin = () -> reopened().begin(intent(digest), false);
                List<Decision> plain = new ArrayList<>();
                for (Future<Decision> future : threads.invokeAll(Collections.nCopies(6, begin))) {
                    plain.add(future.get());
                }
                refusal.get();

                assertThat(again.get()).isInstanceOf(Decision.Proceed.class);
                assertThat(plain).filteredOn(Decision.Proceed.class::isInstance).hasSizeLessThan(2);
                assertThat(journal.begin(intent(digest), false)).isInstanceOf(Decision.Known.class);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Boolean finish(Journal journal, String entryId) throws IOException {
        journal.finish(entryId, refused("no credits"));
        return true;
    }

    private static Intent intent(String digest) {
        return new Intent(digest, SERVICE, MODEL, NOW, List.of("aa", "bb"));
    }

    private static String proceed(Journal journal, String digest) throws IOException {
        return entryId(journal.begin(intent(digest), false));
    }

    private static String entryId(Decision decision) {
        return ((Decision.Proceed) decision).entryId();
    }

    private static JournalOutcome accepted(String taskId) {
        return new JournalOutcome.Accepted(taskId, MODEL, Optional.of("2026-04-21T07:17:39.146Z"), Optional.of("r-1"));
    }

    private static JournalOutcome refused(String message) {
        return new JournalOutcome.Refused(OptionalInt.of(402), Optional.of("credits"), message);
    }

    private static JournalRecord record(String entryId, String digest, State state) {
        return new JournalRecord(
                entryId, digest, NOW, state, Optional.empty(), Optional.empty(), Optional.empty(), SERVICE, MODEL);
    }
}
