package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.fault.FaultServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The time of day may be set at any moment: no call becomes longer by that. */
class DeadlineTest extends FaultTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void a_clock_set_back_in_the_exchange_does_not_lengthen_the_pause() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            clock.setBack(HOUR);
            peer.response(429, "{}", "Retry-After: 900");
        });
        assertThat(refused(submit(server)).message()).endsWith("which is after the timeout");
        assertThat(clock.slept()).isEmpty();
        assertSentOnce(server);
    }

    @Test
    void a_clock_set_back_in_every_pause_does_not_lengthen_the_call() throws IOException {
        FaultServer server = server(responding(429, "{}", "Retry-After: 25"));
        Service service = service(server.url())
                .sleeper(pause -> {
                    clock.sleep(pause);
                    clock.setBack(HOUR);
                })
                .build();
        assertThat(refused(submit(service)).attempts()).isEqualTo(3);
        assertThat(clock.slept()).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
    }

    @Test
    void a_clock_set_back_does_not_lengthen_a_wait() throws IOException {
        FaultServer server = server(responding(200, "{\"task_id\":\"task_1\",\"status\":\"queued\"}"));
        List<Duration> pauses = new ArrayList<>();
        Service service = service(server.url())
                .sleeper(pause -> {
                    pauses.add(pause);
                    clock.sleep(pause);
                    clock.setBack(HOUR);
                })
                .build();
        assertThatThrownBy(() -> service.tasks().await("task_1", Duration.ofSeconds(7), TaskListener.NONE))
                .isInstanceOf(WaitTimeoutException.class);
        assertThat(pauses).hasSizeBetween(1, 3);
    }
}
