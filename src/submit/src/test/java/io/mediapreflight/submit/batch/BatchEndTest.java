package io.mediapreflight.submit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.batch.BatchSummary.End;
import io.mediapreflight.submit.transport.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a batch before its last request, and what is certain then. */
class BatchEndTest extends BatchTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void no_more_requests_are_sent_than_allowed(int max) throws IOException {
        BatchSummary summary = submit(batch().maxSubmissions(max), items(5));
        assertThat(wire.bodies).hasSize(max);
        assertThat(summary.end()).contains(End.LIMIT);
        assertThat(summary.count("accepted")).isEqualTo(max);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void the_first_that_is_left_is_named(int max) throws IOException {
        BatchSummary summary = submit(batch().inFlight(1).maxSubmissions(max), items(5));
        assertThat(summary.firstLeft().orElseThrow())
                .isEqualTo(items(5).get(max).name());
    }

    @Test
    void as_many_as_there_are_end_nothing_early() throws IOException {
        assertThat(submit(batch().maxSubmissions(5), items(5)).end()).isEmpty();
    }

    @Test
    void what_was_accepted_before_does_not_count() throws IOException {
        submit(batch(), items(4));
        assertThat(submit(batch().maxSubmissions(1), items(5)).end()).isEmpty();
        assertThat(wire.bodies).hasSize(5);
    }

    @Test
    void what_is_not_cleared_does_not_count() throws IOException {
        List<BatchItem> items = new ArrayList<>(items(2));
        items.add(0, item("x".repeat(2501)));
        assertThat(submit(batch().maxSubmissions(2), items).end()).isEmpty();
        assertThat(outcomes()).containsExactly("notCleared", "accepted", "accepted");
    }

    @Test
    void what_was_not_sent_after_all_makes_room_for_another() throws IOException {
        wire = new StubWire(
                number -> number == 1 ? Reply.none(Reply.Ending.NOT_SENT, "no connection") : StubWire.accepted(number));
        BatchSummary summary = submit(batch().inFlight(4).maxSubmissions(1), items(2));
        assertThat(outcomes()).containsExactlyInAnyOrder("refused", "accepted");
        assertThat(summary.end()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402})
    void a_service_that_refuses_the_key_or_has_no_credits_is_asked_no_further(int status) throws IOException {
        wire = always(StubWire.refused(status));
        BatchSummary summary = submit(batch().inFlight(1), items(9));
        assertThat(summary.end()).contains(End.REFUSED);
        assertThat(wire.bodies).hasSize(1);
        assertThat(summary.firstLeft()).isPresent();
    }

    @Test
    void a_request_that_is_refused_for_itself_ends_nothing() throws IOException {
        wire = always(StubWire.refused(400));
        assertThat(submit(batch(), items(15)).end()).isEmpty();
        assertThat(outcomes()).hasSize(15).containsOnly("refused");
    }

    @Test
    void ten_lost_responses_in_a_row_end_a_batch() throws IOException {
        wire = always(Reply.none(Reply.Ending.BROKEN, "reset"));
        BatchSummary summary = submit(batch().inFlight(1), items(20));
        assertThat(summary.end()).contains(End.FAILURES);
        assertThat(wire.bodies).hasSize(10);
    }

    @Test
    void ten_uploads_in_a_row_that_fail_end_a_batch() throws IOException {
        store.beforeEach = () -> {
            throw new IllegalStateException("denied");
        };
        BatchSummary summary = submit(batch().inFlight(1), items(20));
        assertThat(summary.end()).contains(End.FAILURES);
        assertThat(outcomes()).hasSize(10).containsOnly("notUploaded");
        assertThat(((BatchResult.NotUploaded) results.get(0)).why()).contains("denied");
    }

    @Test
    void a_journal_that_cannot_be_written_ends_a_batch_before_anything_is_sent() throws IOException {
        SubmissionBatch.Builder batch = batch().inFlight(1);
        Files.createDirectory(journalFile());
        BatchSummary summary = submit(batch, items(5));
        assertThat(summary.end()).contains(End.JOURNAL);
        assertThat(outcomes()).containsExactly("notRecorded");
        assertThat(((BatchResult.NotRecorded) results.get(0)).submission()).isEmpty();
        assertThat(wire.bodies).isEmpty();
        Files.delete(journalFile());
    }

    @Test
    void an_interrupt_lets_what_is_being_sent_come_to_its_end() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        wire = new StubWire(number -> {
            if (number == 2) {
                sending.countDown();
                await(interrupted);
            }
            return StubWire.accepted(number);
        });
        Thread interrupter = new Thread(() -> {
            await(sending);
            caller.interrupt();
            interrupted.countDown();
        });
        interrupter.start();

        BatchSummary summary = submit(batch().inFlight(1), items(9));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary.end()).contains(End.INTERRUPTED);
        assertThat(outcomes()).hasSizeGreaterThanOrEqualTo(2).containsOnly("accepted");
        assertThat(wire.bodies).hasSameSizeAs(results);
        assertThat(summary.firstLeft())
                .isEqualTo(Optional.of(item("dance " + (results.size() + 1)).name()));
    }

    @Test
    void a_batch_of_an_interrupted_thread_sends_nothing() throws IOException {
        Thread.currentThread().interrupt();
        BatchSummary summary = submit(batch(), items(3));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(summary.end()).contains(End.INTERRUPTED);
        assertThat(summary.firstLeft()).contains(items(3).get(0).name());
        assertThat(results).isEmpty();
        assertThat(wire.bodies).isEmpty();
    }

    @Test
    void a_caller_that_takes_no_more_results_ends_the_batch() throws IOException {
        SubmissionBatch batch = batch().inFlight(4).build();
        assertThatThrownBy(() -> batch.submit(of(items(50)), result -> {
                    throw new IllegalStateException("no reader");
                }))
                .hasMessage("no reader");
        assertThat(wire.bodies).hasSizeLessThan(50);
    }

    /** What is being sent has been paid for: it is waited for without a bound of the batch's own, and handed on. */
    @Test
    void what_is_being_sent_is_waited_for_and_handed_on_though_the_caller_takes_no_more() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        Refusing refusing = refusing(waiting);
        Thread caller = Thread.currentThread();
        Thread watch = new Thread(() -> {
            await(refusing.refused);
            while (caller.getState() != Thread.State.WAITING && refusing.goesOn) {
                Thread.onSpinWait();
            }
            waiting.countDown();
        });
        watch.start();

        assertThatThrownBy(() -> batch().inFlight(2).build().submit(of(items(9)), refusing::accept))
                .hasMessage("no reader 1");

        refusing.goesOn = false;
        watch.join();
        assertThat(outcomes()).contains("accepted").doesNotContain("unanswered");
        assertThat(sent()).isEqualTo(wire.bodies.size()).isGreaterThanOrEqualTo(2);
        assertThat(Files.readString(journalFile())).contains("\"task_1\"", "\"task_2\"");
    }

    @Test
    void what_a_caller_throws_later_is_kept_beside_what_it_threw_first() throws IOException {
        Refusing refusing = refusing(new CountDownLatch(0));
        assertThatThrownBy(() -> batch().inFlight(2).build().submit(of(items(2)), refusing::accept))
                .hasMessage("no reader 1")
                .satisfies(e -> assertThat(e.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .containsExactly("no reader 2"));
    }

    @Test
    void an_interrupt_of_a_caller_that_takes_no_more_is_kept() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Refusing refusing = refusing(interrupted);
        Thread caller = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            await(refusing.refused);
            caller.interrupt();
            interrupted.countDown();
        });
        interrupter.start();

        assertThatThrownBy(() -> batch().inFlight(2).build().submit(of(items(9)), refusing::accept))
                .hasMessage("no reader 1");

        assertThat(Thread.interrupted()).isTrue();
        interrupter.join();
        assertThat(sent()).isEqualTo(wire.bodies.size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void a_list_with_a_defect_loses_no_result_of_what_was_sent() throws IOException {
        Iterator<BatchItem> two = items(2).iterator();
        CountDownLatch both = new CountDownLatch(2);
        wire = new StubWire(number -> {
            both.countDown();
            return StubWire.accepted(number);
        });
        SubmissionBatch batch = batch().inFlight(2).build();
        assertThatThrownBy(() -> batch.submit(
                        () -> {
                            if (two.hasNext()) {
                                return Optional.of(two.next());
                            }
                            await(both);
                            throw new IllegalStateException("defect");
                        },
                        results::add))
                .hasMessage("defect");
        assertThat(outcomes()).containsExactly("accepted", "accepted");
    }

    private long sent() {
        return outcomes().stream().filter(each -> !each.equals("held")).count();
    }

    /** Two requests are being sent when the first gets its response; the second gets it once the latch is open. */
    private Refusing refusing(CountDownLatch second) {
        CountDownLatch both = new CountDownLatch(2);
        wire = new StubWire(number -> {
            both.countDown();
            await(both);
            if (wire.bodies.get(number - 1).contains("dance 2")) {
                await(second);
            }
            return StubWire.accepted(number);
        });
        return new Refusing();
    }

    /** Takes note of each result, and throws. */
    private final class Refusing {
        final CountDownLatch refused = new CountDownLatch(1);
        volatile boolean goesOn = true;

        void accept(BatchResult result) {
            results.add(result);
            refused.countDown();
            throw new IllegalStateException("no reader " + results.size());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
