package io.mediapreflight.submit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsBeforeTheRequestTest extends FaultTest {
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMillis(375), Duration.ofMillis(750), Duration.ofMillis(1500), Duration.ofMillis(3000));

    @Fault("connection refused")
    void a_refused_connection_is_tried_again_within_the_budget() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Submission.Refused refused = refused(submit(service(closed).build()));
        assertThat(refused.message()).isEqualTo("connection refused; given up after 5 attempts");
        assertThat(refused.status()).isEqualTo(OptionalInt.empty());
        assertThat(refused.attempts()).isEqualTo(5);
        assertThat(clock.slept()).isEqualTo(BACK_OFF);
    }

    @Test
    void the_budget_ends_before_the_attempts_do() throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Submission.Refused refused =
                refused(submit(service(closed).deadline(Duration.ofSeconds(2)).build()));
        assertThat(refused.message()).isEqualTo("connection refused; no time is left for another attempt");
        assertThat(refused.attempts()).isEqualTo(3);
        assertThat(clock.slept()).isEqualTo(BACK_OFF.subList(0, 2));
    }

    @Fault("DNS failure")
    void a_name_that_does_not_resolve_is_said_by_name() {
        Submission.Refused refused = refused(submit(
                service(URI.create("https://no-such-host.invalid/router")).build()));
        assertThat(refused.message()).startsWith("the name no-such-host.invalid does not resolve");
        assertThat(refused.attempts()).isBetween(1, 5);
    }

    @Fault("TLS handshake failure / wrong certificate")
    void a_certificate_without_a_trusted_issuer_ends_it(@TempDir Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (FaultServer server = FaultServer.secure(SelfSigned.in(directory), Peer::accept)) {
            Submission.Refused refused = refused(submit(service(server.url())
                    .connectTimeout(Duration.ofSeconds(5))
                    .attemptTimeout(Duration.ofSeconds(5))
                    .build()));
            assertThat(refused.message()).startsWith("TLS failed: ").endsWith("(before the request was sent)");
            assertThat(refused.attempts()).isEqualTo(1);
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Fault("reset before the request was sent")
    void a_connection_reset_at_once_carried_nothing() throws IOException {
        for (int i = 0; i < 20; i++) {
            FaultServer server = server(Peer::reset);
            Submission.Refused refused = refused(submit(patient(server)));
            assertThat(refused.status()).isEqualTo(OptionalInt.empty());
            assertThat(server.posts()).isZero();
        }
    }

    /** However busy the machine is, the server resets before the body leaves: without this, the faster of the two decided. */
    private Service patient(FaultServer server) {
        return holdingBack(server, Duration.ofMinutes(1));
    }

    @Test
    void a_connection_reset_behind_the_body_may_have_carried_it() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.reset();
        });
        unanswered(submit(holdingBack(server, Duration.ZERO)));
        assertSentOnce(server);
    }

    @Test
    void a_connection_reset_at_once_may_be_followed_by_a_better_one() throws IOException {
        FaultServer server = server(
                peer -> {
                    peer.readHead();
                    peer.reset();
                },
                Peer::accept);
        Submission.Refused refused = refused(submit(patient(server)));
        assertThat(refused.message()).endsWith("(before the request was sent)");
        assertThat(server.requests()).hasSize(1);
    }

    @Fault("connect time-out (no SYN-ACK)")
    void a_connection_that_does_not_come_about_is_tried_again() throws IOException {
        List<Socket> queue = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, queue);
            Submission.Refused refused = refused(submit(service(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                    .connectTimeout(Duration.ofMillis(200))
                    .build()));
            assertThat(refused.message()).isEqualTo("no connection within 0.2 s; given up after 5 attempts");
            assertThat(clock.slept()).isEqualTo(BACK_OFF);
        } finally {
            for (Socket socket : queue) {
                socket.close();
            }
        }
    }

    /** A listener that accepts nothing and has a full queue drops every SYN. */
    private static void fill(ServerSocket listener, List<Socket> queue) throws IOException {
        InetSocketAddress address = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
        for (int i = 0; i < 100; i++) {
            Socket socket = new Socket();
            queue.add(socket);
            try {
                socket.connect(address, 300);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
    }

    @Fault("stale pooled connection closed by the peer")
    void no_connection_is_used_twice() throws IOException {
        FaultServer server = server(peer -> {
            peer.readRequest();
            peer.response(200, Peer.ACCEPTED, "Connection: keep-alive", "Keep-Alive: timeout=600");
            peer.reset();
        });
        Service service = service(server.url()).build();
        accepted(submit(service));
        accepted(submit(service));
        assertThat(server.connections()).isEqualTo(2);
        assertThat(server.posts()).isEqualTo(2);
    }
}
