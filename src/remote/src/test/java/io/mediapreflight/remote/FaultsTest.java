package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that goes wrong at any read: the verdict is right, or unknown with a reason, and no output has a secret of the URL. */
class FaultsTest {
    private static final String SECRET = "s3cr3t-0123456789";
    private static final byte[] IMAGE = JpegBuilder.image()
            .size(1200, 800)
            .entropy(JpegBuilder.entropyCoded(400_000))
            .bytes();
    private static final byte[] OTHER = JpegBuilder.image()
            .size(100, 100)
            .entropy(JpegBuilder.entropyCoded(400_000))
            .bytes();

    /** What goes wrong in place of an honest response. */
    private enum Fault {
        CUT {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                String range = "Content-Range: " + asked(request);
                TestServer.head(out, 206, range, "Content-Length: 65536", "ETag: " + Serving.TAG);
                out.write(IMAGE, 0, 1000);
                out.flush();
                connection.close();
            }
        },
        RESET {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                connection.setSoLinger(true, 0);
                connection.close();
            }
        },
        SHORT {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 206, "Content-Range: " + asked(request), "Content-Length: 10");
                out.write(IMAGE, 0, 10);
            }
        },
        OTHER_RANGE {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 206, "Content-Range: bytes 7-16/" + IMAGE.length, "Content-Length: 10");
                out.write(IMAGE, 7, 10);
            }
        },
        NO_RANGE {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 206, "Content-Length: 10");
                out.write(IMAGE, 0, 10);
            }
        },
        OTHER_TAG {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                Serving other = Serving.of(IMAGE);
                other.replace(OTHER, "\"v2\"");
                other.respond(
                        new TestServer.Request(request.target(), Map.of("range", request.header("range"))),
                        out,
                        connection);
            }
        },
        REPLACED {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                Serving other = Serving.of(IMAGE);
                other.replace(Arrays.copyOf(OTHER, OTHER.length - 5), "\"v2\"");
                other.respond(request, out, connection);
            }
        },
        GARBAGE {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                out.write(("\0\1 " + SECRET + request.target() + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
                connection.close();
            }
        },
        ERROR_500 {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 500, "Content-Length: 0", "X-Echo: " + request.target());
            }
        },
        BUSY_429 {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 429, "Content-Length: 0", "Retry-After: 86400");
            }
        },
        FORBIDDEN {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 403, "Content-Length: 0");
            }
        },
        GZIP {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(
                        out,
                        206,
                        "Content-Encoding: gzip",
                        "Content-Range: " + asked(request),
                        "Content-Length: 65536");
                out.write(IMAGE, 0, 65536);
            }
        },
        MULTIPART {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 206, "Content-Type: multipart/byteranges; boundary=x", "Content-Length: 5");
                out.write("--x--".getBytes(StandardCharsets.US_ASCII));
            }
        },
        MANY_HEADERS {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(
                        out,
                        200,
                        IntStream.range(0, 5000).mapToObj(i -> "X-" + i + ": y").toArray(String[]::new));
            }
        },
        LONG_HEADER {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 200, "X: " + "y".repeat(1 << 20));
            }
        },
        ANOTHER_LENGTH {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 206, "Content-Range: " + asked(request), "Transfer-Encoding: chunked");
                out.write("a\r\n0123456789\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        },
        BAD_CHUNK {
            @Override
            void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException {
                TestServer.head(out, 200, "Transfer-Encoding: chunked");
                out.write("zz\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                connection.close();
            }
        };

        abstract void respond(TestServer.Request request, OutputStream out, Socket connection) throws IOException;

        static String asked(TestServer.Request request) {
            return "bytes " + request.header("range").replace("bytes=", "") + "/" + IMAGE.length;
        }
    }

    /** At the first read and at the second one, once and for good. */
    static Stream<Arguments> everywhere() {
        List<Arguments> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int at = 0; at < 2; at++) {
                all.add(Arguments.of(fault, at, true));
                all.add(Arguments.of(fault, at, false));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void the_verdict_is_right_or_unknown(Fault fault, int at, boolean once) throws IOException {
        AtomicInteger count = new AtomicInteger();
        Serving honest = Serving.of(IMAGE);
        try (TestServer server = TestServer.start((request, out, connection) -> {
            int number = count.getAndIncrement();
            if (once ? number == at : number >= at) {
                fault.respond(request, out, connection);
            } else {
                honest.respond(request, out, connection);
            }
        })) {
            MediaVerdict verdict = Fetchers.check(
                    server.url("/a.jpg?X-Amz-Credential=" + SECRET + "&token=" + SECRET),
                    Subject.image(),
                    builder -> builder.timeout(Duration.ofSeconds(5)));
            boolean servesAnother = at == 0 && !once && (fault == Fault.OTHER_TAG || fault == Fault.REPLACED);
            if (verdict.outcome() == Outcome.PASS) {
                assertThat(verdict).hasSize(1200, 800).hasBytes(IMAGE.length);
            } else {
                assertThat(verdict.outcome()).isIn(Outcome.UNKNOWN, Outcome.FAIL);
                assertThat(verdict.outcome() == Outcome.FAIL)
                        .as(verdict.toString())
                        .isEqualTo(servesAnother);
            }
            assertThat(verdict.findings().toString() + verdict).doesNotContain(SECRET);
        }
    }

    @Test
    void what_passes_by_is_tried_again() throws IOException {
        AtomicInteger count = new AtomicInteger();
        Serving honest = Serving.of(IMAGE);
        for (Fault fault : List.of(Fault.CUT, Fault.RESET, Fault.ERROR_500)) {
            count.set(0);
            try (TestServer server = TestServer.start((request, out, connection) -> {
                if (count.getAndIncrement() % 2 == 0) {
                    fault.respond(request, out, connection);
                } else {
                    honest.respond(request, out, connection);
                }
            })) {
                assertThat(Fetchers.check(server.url("/a.jpg"), Subject.image()))
                        .passes();
            }
        }
    }

    /** Of a stream nothing can be read again, and half of it is no file. */
    @Test
    void a_stream_that_is_cut_is_unknown() throws IOException {
        try (TestServer server = TestServer.start((request, out, connection) -> {
            TestServer.head(out, 200, "Content-Length: " + IMAGE.length);
            out.write(IMAGE, 0, IMAGE.length / 2);
            out.flush();
            connection.close();
        })) {
            assertThat(Fetchers.check(server.url("/a.jpg"), Subject.image())).isUnknown();
        }
    }

    @Test
    void a_stream_of_which_nothing_shows_the_end_is_unknown() throws IOException {
        try (TestServer server = TestServer.start(Serving.of(IMAGE).untilClosed())) {
            MediaVerdict verdict = Fetchers.check(server.url("/a.jpg"), Subject.image());
            assertThat(verdict).isUnknown();
            assertThat(verdict.findings().get(0).message()).contains("may be incomplete");
        }
    }

    @Test
    void a_stream_without_a_length_is_read_to_its_end() throws IOException {
        try (TestServer server = TestServer.start(Serving.of(IMAGE).chunked())) {
            assertThat(Fetchers.check(server.url("/a.jpg"), Subject.image())).passes();
        }
    }

    @Test
    void a_server_that_trickles_is_cut_off() throws IOException {
        try (TestServer server = TestServer.start((request, out, connection) -> {
            TestServer.head(out, 200, "Content-Length: " + IMAGE.length);
            for (byte each : IMAGE) {
                out.write(each);
                out.flush();
                sleep();
            }
        })) {
            MediaVerdict verdict = Fetchers.check(
                    server.url("/a.jpg"), Subject.image(), builder -> builder.timeout(Duration.ofSeconds(1)));
            assertThat(verdict).isUnknown();
            assertThat(verdict.findings().get(0).message()).contains("it took longer than 1 s");
        }
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void a_server_that_says_nothing_is_left() throws IOException {
        try (TestServer server = TestServer.start((request, out, connection) -> {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        })) {
            MediaVerdict verdict = Fetchers.check(
                    server.url("/a.jpg"), Subject.image(), builder -> builder.readTimeout(Duration.ofMillis(200)));
            assertThat(verdict).isUnknown();
            assertThat(verdict.findings().get(0).message()).contains("media.example.com stopped sending");
        }
    }
}
