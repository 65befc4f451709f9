package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.StaleRequestException;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.contract.Cleared;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FaultsOfTheThreadTest extends FaultTest {
    @Fault("thread interrupted / Ctrl-C in flight")
    void an_interrupt_in_flight_leaves_it_open_and_the_flag_set() throws IOException, InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        FaultServer server = server(peer -> {
            peer.readRequest();
            arrived.countDown();
            peer.beSilent();
        });
        Service service =
                service(server.url()).attemptTimeout(Duration.ofSeconds(20)).build();
        AtomicReference<Submission> result = new AtomicReference<>();
        AtomicBoolean flag = new AtomicBoolean();
        Thread thread = new Thread(() -> {
            result.set(submit(service));
            flag.set(Thread.currentThread().isInterrupted());
        });
        thread.start();
        arrived.await();
        thread.interrupt();
        thread.join(5000);
        assertThat(unanswered(result.get()).why()).isEqualTo("interrupted");
        assertThat(flag).isTrue();
        assertSentOnce(server);
    }

    @Test
    void an_interrupt_before_the_sending_sends_nothing() throws IOException {
        FaultServer server = server(Peer::accept);
        Service service = service(server.url()).build();
        var cleared = Cleared.request();
        Thread.currentThread().interrupt();
        Submission submission;
        boolean flag;
        try {
            submission = service.submitter().submit(cleared);
        } catch (JournalException | StaleRequestException e) {
            throw new AssertionError(e);
        } finally {
            flag = Thread.interrupted();
        }
        assertThat(refused(submission).message()).isEqualTo("interrupted before anything was sent");
        assertThat(flag).isTrue();
        assertThat(server.connections()).isZero();
    }

    @Test
    void an_interrupt_between_two_attempts_is_a_refusal() throws IOException {
        FaultServer server = server(responding(429, "{}"));
        Service service = service(server.url())
                .sleeper(duration -> {
                    throw new InterruptedException();
                })
                .build();
        Submission.Refused refused = refused(submit(service));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(refused.status()).hasValue(429);
        assertThat(refused.message()).endsWith("interrupted before the next attempt");
        assertSentOnce(server);
    }

    @Test
    void no_thread_is_left_behind() throws IOException, InterruptedException {
        FaultServer server = server(responding(200, Peer.ACCEPTED));
        Service service = service(server.url()).build();
        for (int i = 0; i < 30; i++) {
            accepted(submit(service));
        }
        for (int i = 0; i < 50 && selectors() > 0; i++) {
            Thread.sleep(50);
        }
        assertThat(selectors()).isZero();
    }

    private static long selectors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("SelectorManager"))
                .count();
    }
}
