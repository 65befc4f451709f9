package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static io.mediapreflight.submit.fault.FaultServer.writing;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FaultsOfTheStatusTest extends FaultTest {
    private static final String ERROR = "{\"error\":{\"code\":\"invalid_parameter\",\"message\":\"prompt refused\","
            + "\"status\":400,\"request_id\":\"r-400\"}}";

    private void is_left_open(int status, String... headers) throws IOException {
        FaultServer server = server(responding(status, ERROR, headers));
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.why()).isEqualTo("HTTP " + status + ": prompt refused");
        assertThat(unanswered.status()).hasValue(status);
        assertThat(unanswered.requestId()).isEqualTo(Optional.of("r-400"));
        assertThat(unanswered.attempts()).isEqualTo(1);
        assertThat(clock.slept()).isEmpty();
        assertSentOnce(server);
    }

    private void is_refused(int status) throws IOException {
        FaultServer server = server(responding(status, ERROR));
        assertThat(submit(server))
                .isEqualTo(new Submission.Refused(
                        OptionalInt.of(status),
                        Optional.of("invalid_parameter"),
                        "HTTP " + status + ": prompt refused",
                        Optional.of("r-400"),
                        1));
        assertSentOnce(server);
    }

    @Fault("500")
    void a_500_is_left_open() throws IOException {
        is_left_open(500);
    }

    @Fault("502 / 504")
    void a_502_or_504_is_left_open() throws IOException {
        is_left_open(502);
        is_left_open(504);
    }

    @Fault("503 with Retry-After")
    void a_503_is_never_tried_again() throws IOException {
        is_left_open(503, "Retry-After: 1");
    }

    @Fault("408")
    void a_408_is_left_open() throws IOException {
        is_left_open(408);
    }

    @Fault("409")
    void a_409_is_left_open() throws IOException {
        is_left_open(409);
    }

    @Test
    void an_unknown_status_is_left_open() throws IOException {
        is_left_open(499);
        is_left_open(599);
    }

    @Fault("400 / 422 with JSON error")
    void a_400_or_422_says_what_and_who() throws IOException {
        is_refused(400);
        is_refused(422);
    }

    @Fault("401 / 403")
    void a_401_or_403_is_refused() throws IOException {
        is_refused(401);
        is_refused(403);
    }

    @Test
    void credits_that_do_not_suffice_are_a_refusal() throws IOException {
        is_refused(402);
        is_refused(404);
    }

    @Fault("413")
    void a_413_is_refused_whatever_it_says() throws IOException {
        FaultServer server = server(writing("HTTP/1.1 413 Too Large\r\nContent-Type: text/html\r\nConnection: close\r\n"
                + "Content-Length: 16\r\n\r\n<h1>too\nbig</h1>"));
        Submission.Refused refused = refused(submit(server));
        assertThat(refused.message()).isEqualTo("HTTP 413: <h1>too big</h1>");
        assertSentOnce(server);
    }

    @Test
    void a_refusal_that_does_not_wait_for_the_body_is_a_refusal() throws IOException {
        for (int i = 0; i < 10; i++) {
            FaultServer server = server(peer -> {
                peer.readHead();
                peer.write("HTTP/1.1 401 No\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}");
                peer.sayNoMore();
            });
            Service hasty = holdingBack(server, Duration.ZERO);
            assertThat(refused(submit(hasty)).attempts()).isEqualTo(1);
            assertSentOnce(server);
        }
    }

    @Test
    void a_refusal_that_names_a_task_is_believed_in_neither() throws IOException {
        FaultServer server = server(responding(400, Peer.ACCEPTED));
        assertThat(unanswered(submit(server)).why()).endsWith("; it names task_1");
        assertSentOnce(server);
    }

    @Fault("100-continue then silence")
    void silence_behind_a_100_ends_with_the_attempt() throws IOException {
        FaultServer server = server(writing("HTTP/1.1 100 Continue\r\n\r\n"));
        assertThat(unanswered(submitWithShortTimeout(server)).why()).isEqualTo("no complete response within 0.6 s");
        assertSentOnce(server);
    }

    @Fault("103 early hints")
    void early_hints_are_passed_over() throws IOException {
        FaultServer server =
                server(writing("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
                        + "HTTP/1.1 200 OK\r\nContent-Length: " + Peer.ACCEPTED.length() + "\r\n\r\n" + Peer.ACCEPTED));
        assertThat(accepted(submit(server)).taskId()).isEqualTo("task_1");
        assertSentOnce(server);
    }

    @Fault("101 upgrade")
    void an_upgrade_without_a_request_for_it_is_no_response() throws IOException {
        FaultServer server =
                server(writing("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"));
        assertThat(unanswered(submit(server)).why()).contains("101");
        assertSentOnce(server);
    }

    @Fault("204")
    void no_content_is_no_success() throws IOException {
        FaultServer server = server(writing("HTTP/1.1 204 No Content\r\n\r\n"));
        assertThat(unanswered(submit(server)).why()).isEqualTo("HTTP 204: no content");
        assertSentOnce(server);
    }

    @Fault("token in an error body echoed by the server")
    void an_echoed_key_is_masked() throws IOException {
        String key = KEY_TEXT;
        String escaped = key.replace("/", "\\/");
        FaultServer server = server(responding(
                401,
                "{\"error\":{\"code\":\"" + key + "\",\"message\":\"bad key Bearer " + escaped + "!\",\"request_id\":\""
                        + key + "\"}}"));
        assertThat(submit(server))
                .isEqualTo(new Submission.Refused(
                        OptionalInt.of(401),
                        Optional.of("***"),
                        "HTTP 401: bad key Bearer ***!",
                        Optional.of("***"),
                        1));
        assertSentOnce(server);
    }

    @Test
    void an_echoed_key_is_masked_in_what_is_kept_of_a_response() throws IOException {
        FaultServer server = server(responding(500, "your header: Authorization: Bearer " + KEY_TEXT));
        Submission.Unanswered unanswered = unanswered(submit(server));
        assertThat(unanswered.rawBody()).isEqualTo(Optional.of("your header: Authorization: Bearer ***"));
        assertThat(unanswered.why()).isEqualTo("HTTP 500: your header: Authorization: Bearer ***");
    }
}
