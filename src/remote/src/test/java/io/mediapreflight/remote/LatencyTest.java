package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The figures of docs/remote.md, of a machine that does nothing else:
 *
 * <pre>{@code
 * mvn -Pheavy -pl src/remote -am test -Dtest=LatencyTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.remote.measure=true
 * }</pre>
 */
@Tag("heavy")
@EnabledIfSystemProperty(named = "preflight.remote.measure", matches = "true", disabledReason = "measured by hand")
class LatencyTest {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int URLS = 200;
    private static final int IN_FLIGHT = 16;
    private static final int RUNS = 31;

    private static final byte[] IMAGE = JpegBuilder.image().bytes();
    private static final byte[] VIDEO = Mp4Builder.clip().mediaData(20_000_000).bytes();

    @Test
    void one_url_at_a_time() throws Exception {
        one("an image", IMAGE, Subject.image());
        one("a video", VIDEO, Subject.video(Orientation.VIDEO));
    }

    private static void one(String name, byte[] content, Subject subject) throws Exception {
        try (TestServer server = server(content);
                HttpMedia media = Fetchers.builder().build()) {
            Preflight preflight = Preflight.builder().fetcher(media).build();
            double[] ratios = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                int before = server.requests().size();
                long start = System.nanoTime();
                assertThat(preflight.check(server.url("/" + run), subject)).passes();
                long nanos = System.nanoTime() - start;
                ratios[run] =
                        (double) nanos / LATENCY.toNanos() / (server.requests().size() - before);
            }
            System.out.printf("remote: %s, first check: %.2f of its requests; %s%n", name, ratios[0], spread(ratios));
        }
    }

    @Test
    void many_urls_side_by_side() throws Exception {
        try (TestServer server = server(IMAGE);
                HttpMedia media = Fetchers.builder().build()) {
            Preflight preflight = Preflight.builder().fetcher(media).build();
            double ideal = Math.ceil((double) URLS / IN_FLIGHT) * LATENCY.toNanos();
            double[] ratios = new double[RUNS];
            for (int run = 0; run < RUNS; run++) {
                ratios[run] = nanosOfAll(preflight, server) / ideal;
            }
            System.out.printf(
                    "remote: %d urls, %d in flight, first run: %.2f of the ideal; %s%n",
                    URLS, IN_FLIGHT, ratios[0], spread(ratios));
        }
    }

    private static long nanosOfAll(Preflight preflight, TestServer server) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
        try {
            long start = System.nanoTime();
            List<Future<?>> checks = new ArrayList<>();
            for (int i = 0; i < URLS; i++) {
                String url = server.url("/" + i);
                checks.add(threads.submit(
                        () -> assertThat(preflight.check(url, Subject.image())).passes()));
            }
            for (Future<?> check : checks) {
                check.get();
            }
            return System.nanoTime() - start;
        } finally {
            threads.shutdownNow();
        }
    }

    private static TestServer server(byte[] content) {
        TestServer server = TestServer.start(Serving.of(content));
        server.delay(LATENCY);
        return server;
    }

    private static String spread(double[] ratios) {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return String.format(
                "least %.2f, median %.2f, largest %.2f of %d", sorted[0], sorted[RUNS / 2], sorted[RUNS - 1], RUNS);
    }
}
