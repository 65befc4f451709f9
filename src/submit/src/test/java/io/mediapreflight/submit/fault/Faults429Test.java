package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Faults429Test extends FaultTest {
    private static final String SLOW_DOWN = "{\"error\":{\"code\":\"rate_limited\",\"message\":\"slow down\"}}";

    private Submission.Accepted second_time_accepted(String... headers) throws IOException {
        FaultServer server = server(responding(429, SLOW_DOWN, headers), peer -> {
            peer.readRequest();
            peer.accept();
        });
        Submission.Accepted accepted = accepted(submit(server));
        assertThat(accepted.attempts()).isEqualTo(2);
        assertThat(server.posts()).isEqualTo(2);
        assertThat(server.requests().get(0)).isEqualTo(server.requests().get(1));
        return accepted;
    }

    @Fault("429 with Retry-After: 2")
    void seconds_are_waited() throws IOException {
        second_time_accepted("Retry-After: 2");
        assertThat(clock.slept()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void at_most_five_times() throws IOException {
        FaultServer server = server(responding(429, SLOW_DOWN, "Retry-After: 2"));
        Submission.Refused refused = refused(submit(server));
        assertThat(refused.message()).isEqualTo("HTTP 429: slow down: given up after 5 attempts");
        assertThat(refused.code()).isEqualTo(Optional.of("rate_limited"));
        assertThat(refused.attempts()).isEqualTo(5);
        assertThat(server.posts()).isEqualTo(5);
        assertThat(clock.slept()).hasSize(4).containsOnly(Duration.ofSeconds(2));
    }

    @Fault("429 with Retry-After: HTTP date")
    void a_date_is_waited_for() throws IOException {
        String date = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                .format(clock.instant().plusSeconds(20).atOffset(ZoneOffset.UTC));
        second_time_accepted("Retry-After: " + date);
        assertThat(clock.slept()).hasSize(1);
        assertThat(clock.slept().get(0)).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(20));
    }

    @Fault("429 with Retry-After: 86400")
    void a_wait_past_the_deadline_ends_it_and_says_when() throws IOException {
        FaultServer server = server(responding(429, SLOW_DOWN, "Retry-After: 86400"));
        Submission.Refused refused = refused(submit(server));
        String tomorrow = clock.instant().plusSeconds(86400).toString().substring(0, 11);
        assertThat(refused.message())
                .startsWith("HTTP 429: slow down: the service asks to retry at " + tomorrow)
                .endsWith("Z, which is after the timeout");
        assertThat(clock.slept()).isEmpty();
        assertSentOnce(server);
    }

    @Fault("429 with Retry-After: -5, abc, 1e309")
    void nonsense_is_passed_over() throws IOException {
        for (String nonsense : List.of("-5", "abc", "1e309", "", "Mon, 99 Foo 2026 00:00:00 GMT", "2.5", "٣")) {
            clock.slept().clear();
            second_time_accepted("Retry-After: " + nonsense);
            assertThat(clock.slept()).as(nonsense).containsExactly(Duration.ofMillis(375));
        }
    }

    @Test
    void a_number_without_end_is_past_any_deadline() throws IOException {
        FaultServer server = server(responding(429, SLOW_DOWN, "Retry-After: " + "9".repeat(400)));
        assertThat(refused(submit(server)).message()).endsWith("which is after the timeout");
        assertSentOnce(server);
    }

    @Fault("429 without Retry-After")
    void without_a_word_it_backs_off_with_jitter() throws IOException {
        FaultServer server = server(responding(429, SLOW_DOWN));
        Submission.Refused most =
                refused(submit(service(server.url()).jitter(() -> 1.0).build()));
        assertThat(most.attempts()).isEqualTo(5);
        assertThat(clock.slept()).extracting(Duration::toMillis).containsExactly(500L, 1000L, 2000L, 4000L);
        clock.slept().clear();
        refused(submit(service(server.url()).jitter(() -> 0.0).build()));
        assertThat(clock.slept()).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 2000L);
    }

    @Test
    void one_that_names_a_task_is_never_tried_again() throws IOException {
        for (String id : List.of("\"T429\"", "429", "\"T\\u00ad429\"")) {
            FaultServer server = server(responding(429, "{\"task_id\":" + id + "}", "Retry-After: 1"));
            unanswered(submit(server));
            assertSentOnce(server);
        }
        refused(submit(server(responding(429, "{\"task_id\":null}", "Retry-After: 9999"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"task_id\":\"T429\"}}",
                "{\"error\":{\"code\":\"busy\",\"details\":[{\"taskId\":\"T429\"}]}}",
                "[{\"Task-Id\":\"T429\"}]",
                "{\"error\":{\"message\":\"queued as task_2042864638838083584\"}}",
                "{\"id\":\"task_2042864638838083584\"}",
                "{\"error\":{\"message\":\"slow down\"},\"task_id\":\"T42",
                "<p>task_id: T429</p>"
            })
    void one_that_names_a_task_anywhere_is_never_tried_again(String body) throws IOException {
        FaultServer server = server(responding(429, body, "Retry-After: 1"));
        unanswered(submit(server));
        assertSentOnce(server);
    }

    @Test
    void one_that_names_a_task_in_a_header_is_never_tried_again() throws IOException {
        FaultServer server = server(responding(429, "{}", "Retry-After: 1", "X-Task-Id: T429"));
        unanswered(submit(server));
        assertSentOnce(server);
    }

    @Test
    void one_that_speaks_of_tasks_in_general_is_tried_again() throws IOException {
        FaultServer server = server(
                responding(
                        429, "{\"error\":{\"code\":\"task_limit\",\"message\":\"at most 5 tasks\"},\"task_id\":\"\"}"),
                responding(200, Peer.ACCEPTED));
        assertThat(accepted(submit(server)).attempts()).isEqualTo(2);
    }
}
