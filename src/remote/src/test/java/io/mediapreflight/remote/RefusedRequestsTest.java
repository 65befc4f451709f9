package io.mediapreflight.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.rule.Outcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No URL makes the client talk to a host that is not public: by its text, by what its name resolves to, or by a redirect. */
class RefusedRequestsTest {
    /** Lines {@code text URL}, {@code resolves ADDRESS,…} and {@code redirect LOCATION}. */
    private static Stream<String> table(String kind) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RefusedRequestsTest.class.getResourceAsStream("refused-requests.txt")),
                StandardCharsets.UTF_8))) {
            return lines
                    .lines()
                    .filter(line -> line.startsWith(kind + " "))
                    .map(line -> line.substring(kind.length() + 1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<String> texts() {
        return table("text");
    }

    static Stream<String> answers() {
        return table("resolves");
    }

    static Stream<String> redirects() {
        return table("redirect");
    }

    @Test
    void the_table_has_hundreds_of_rows() {
        assertThat(texts().count() + answers().count() + redirects().count()).isGreaterThanOrEqualTo(250);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_url_is_refused_before_its_name_is_looked_up(String url) {
        AtomicInteger lookups = new AtomicInteger();
        try (HttpMedia media = HttpMedia.builder()
                .resolver(host -> {
                    lookups.incrementAndGet();
                    throw new UnknownHostException(host);
                })
                .build()) {
            assertThat(refusal(media, url).severity()).isEqualTo(Outcome.FAIL);
        }
        assertThat(lookups).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_name_is_refused_with_one_address_that_is_not_public(String addresses) throws UnknownHostException {
        List<InetAddress> answer = new ArrayList<>();
        for (String address : addresses.split(",", -1)) {
            answer.add(InetAddress.getByName(address));
        }
        try (HttpMedia media = HttpMedia.builder().resolver(host -> answer).build()) {
            UnreachableException refusal = refusal(media, "http://media.example.com/clip.mp4");
            assertThat(refusal.severity()).isEqualTo(Outcome.FAIL);
            assertThat(refusal).hasMessageContaining("media.example.com is no public host");
        }
    }

    /** The first server is let in by the network that is allowed, which no row of the table is in. */
    @ParameterizedTest
    @MethodSource("redirects")
    void a_redirect_is_refused_like_a_url(String location) throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        try (TestServer server = TestServer.start((request, out, connection) ->
                        TestServer.head(out, 302, "Location: " + location, "Content-Length: 0"));
                HttpMedia media = HttpMedia.builder()
                        .allowNetwork("127.0.0.1")
                        .resolver(host -> {
                            lookups.incrementAndGet();
                            boolean isAddress = host.matches("[0-9.]+|.*:.*");
                            return List.of(
                                    host.equals("media.example.com")
                                            ? InetAddress.getLoopbackAddress()
                                            : InetAddress.getByName(isAddress ? host : "10.0.0.1"));
                        })
                        .build()) {
            assertThat(refusal(media, server.url("/clip.mp4")).severity()).isEqualTo(Outcome.FAIL);
            assertThat(server.requests()).hasSize(1);
        }
        assertThat(lookups.get()).isLessThanOrEqualTo(2);
    }

    /** The name is that of a public host when it is judged, and of this machine when it is asked for again. */
    @Test
    void the_address_that_was_judged_is_the_one_that_is_connected_to() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        try (TestServer server = TestServer.start(Serving.of(new byte[10]));
                HttpMedia media = HttpMedia.builder()
                        .connectTimeout(Duration.ofMillis(300))
                        .sleeper(pause -> {})
                        .resolver(host -> List.of(
                                lookups.incrementAndGet() == 1
                                        ? InetAddress.getByName("2001:4860:ffff:ffff::1")
                                        : InetAddress.getLoopbackAddress()))
                        .build()) {
            UnreachableException refusal = refusal(media, server.url("/clip.mp4"));
            assertThat(refusal.severity()).isEqualTo(Outcome.FAIL); // by the second look-up, of the second attempt
            assertThat(server.requests()).isEmpty();
        }
    }

    private static UnreachableException refusal(HttpMedia media, String url) {
        return Objects.requireNonNull(catchThrowableOfType(
                UnreachableException.class, () -> media.open(url).close()));
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void an_ordinary_url_is_looked_up_and_no_further(String url) {
        List<String> lookups = new ArrayList<>();
        try (HttpMedia media = HttpMedia.builder()
                .resolver(host -> {
                    lookups.add(host);
                    throw new UnknownHostException(host);
                })
                .build()) {
            assertThat(refusal(media, url).severity()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(lookups).hasSize(1);
    }

    static Stream<String> accepted() {
        return table("accepted");
    }
}
