package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.http.OnceBody;
import io.mediapreflight.submit.json.RequestJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class JdkTransportTest extends FaultTest {
    @Test
    void does_not_start_where_java_sends_twice_or_prints_the_key() {
        for (Map.Entry<String, String> setting : Map.of(
                        "jdk.httpclient.enableAllMethodRetry", "true",
                        "jdk.httpclient.HttpClient.log", "headers",
                        "jdk.internal.httpclient.debug", "true",
                        "javax.net.debug", "all")
                .entrySet()) {
            System.setProperty(setting.getKey(), setting.getValue());
            try {
                assertThatThrownBy(JdkTransport::standard)
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining(setting.getKey());
            } finally {
                System.clearProperty(setting.getKey());
            }
        }
    }

    @Test
    void sends_what_is_documented() throws IOException {
        FaultServer server = server(FaultServer.responding(200, Peer.ACCEPTED));
        accepted(submit(service(server.url()).userAgent("test/1").build()));
        String json = new String(
                RequestJson.write(Cleared.REQUEST.withDefaults(Limits.klingV3MotionControl())), StandardCharsets.UTF_8);
        assertThat(server.requests()).hasSize(1);
        String request = server.requests().get(0);
        assertThat(request).startsWith("POST /v1/videos/generate HTTP/1.1\r\n").endsWith("\r\n\r\n" + json);
        assertThat(request.substring(0, request.indexOf("\r\n\r\n")).split("\r\n", -1))
                .contains(
                        "Accept: application/json",
                        "Content-Type: application/json",
                        "Content-Length: " + json.length(),
                        "User-Agent: test/1")
                .anyMatch(line -> line.equals("Authorization: Bearer " + KEY.text()))
                .noneMatch(line -> line.startsWith("Accept-Encoding") || line.startsWith("Upgrade"));
    }

    @Test
    void a_body_leaves_once() {
        OnceBody body = new OnceBody("{}".getBytes(StandardCharsets.UTF_8), Duration.ofMillis(1), Runnable::run);
        Subscriber first = new Subscriber();
        Subscriber second = new Subscriber();
        body.subscribe(first);
        body.subscribe(second);
        first.done.join();
        assertThat(first.received).containsExactly("{}");
        assertThat(second.done).isCompletedExceptionally();
        assertThat(second.received).isEmpty();
        assertThat(body.withhold()).isTrue();
    }

    @Test
    void a_body_that_is_withheld_never_leaves() {
        OnceBody body = new OnceBody("{}".getBytes(StandardCharsets.UTF_8), Duration.ofMillis(1), Runnable::run);
        assertThat(body.withhold()).isFalse();
        Subscriber late = new Subscriber();
        body.subscribe(late);
        assertThat(body.withhold()).isFalse();
        assertThat(late.received).isEmpty();
    }

    private static final class Subscriber implements Flow.Subscriber<ByteBuffer> {
        private final List<String> received = new ArrayList<>();
        private final CompletableFuture<Boolean> done = new CompletableFuture<>();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
        }

        @Override
        public void onNext(ByteBuffer bytes) {
            received.add(StandardCharsets.UTF_8.decode(bytes).toString());
        }

        @Override
        public void onError(Throwable failure) {
            done.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            done.complete(true);
        }
    }
}
