package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Clearance;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.net.UnknownHostException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request whose media are at URLs: read there, or compared with local copies, and looked at once more before it is sent. */
class RequestTest {
    private static final byte[] IMAGE = PngBuilder.image().size(400, 400).bytes();
    private static final byte[] CLIP = Mp4Builder.clip().bytes();

    private final Serving image = Serving.of(IMAGE).type("image/png");
    private final Serving video = Serving.of(CLIP).type("video/mp4");
    private final TestServer server = TestServer.start((request, out, connection) ->
            (request.target().startsWith("/a.png") ? image : video).respond(request, out, connection));
    private final HttpMedia media = Fetchers.builder().build();
    private final Preflight preflight = Preflight.builder().fetcher(media).build();

    @AfterEach
    void close() throws IOException {
        media.close();
        server.close();
    }

    private GenerationRequest request() {
        return GenerationRequest.builder()
                .model("kling/kling-v3-motion-control")
                .image(server.url("/a.png?signature=secret"))
                .video(server.url("/b.mp4"))
                .characterOrientation("image")
                .build();
    }

    private RequestVerdict check(LocalMedia local) {
        return preflight.check(request(), local);
    }

    private static Finding only(RequestVerdict verdict) {
        assertThat(verdict.findings()).hasSize(1);
        return verdict.findings().get(0);
    }

    @Test
    void media_without_a_local_copy_are_read_from_their_urls() {
        RequestVerdict verdict = check(LocalMedia.none());
        assertThat(verdict).passes();
        assertThat(verdict.media())
                .extracting(each -> each.bytes().orElseThrow().atLeast())
                .containsExactly((long) IMAGE.length, (long) CLIP.length);
        assertThat(server.requests()).hasSize(2);
        assertThat(verdict.toString()).doesNotContain("secret");
    }

    /** Each waits for the other. */
    @Test
    void both_are_fetched_at_once() throws IOException {
        CountDownLatch both = new CountDownLatch(2);
        try (TestServer waiting = TestServer.start((request, out, connection) -> {
            both.countDown();
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            (request.target().startsWith("/a.png") ? image : video).respond(request, out, connection);
        })) {
            GenerationRequest request = GenerationRequest.builder()
                    .model("kling/kling-v3-motion-control")
                    .image(waiting.url("/a.png"))
                    .video(waiting.url("/b.mp4"))
                    .characterOrientation("image")
                    .build();
            assertThat(preflight.check(request, LocalMedia.none())).passes();
        }
    }

    @Test
    void a_local_copy_is_compared_with_what_its_url_serves() {
        LocalMedia local = LocalMedia.of(BytesSource.of(IMAGE), BytesSource.of(CLIP));
        assertThat(check(local)).passes();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_local_copy_of_another_size_fails() {
        LocalMedia local = LocalMedia.none()
                .withImage(BytesSource.of(
                        PngBuilder.image().size(400, 401).trailer(new byte[3]).bytes()));
        Finding finding = only(check(local));
        assertThat(finding.rule()).isEqualTo(RuleId.REQUEST_IMAGE_REACHABLE);
        assertThat(finding.message()).contains("the URL serves " + IMAGE.length + " bytes");
    }

    @Test
    void a_local_copy_with_other_bytes_at_its_beginning_fails() {
        byte[] other = PngBuilder.image().size(400, 402).bytes();
        Finding finding = only(check(LocalMedia.none().withImage(BytesSource.of(other))));
        assertThat(finding.toString()).contains("request.image.reachable fail", "differs from the local file");
    }

    @Test
    void a_local_copy_whose_digest_the_server_contradicts_fails() throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(CLIP);
        video.header("Repr-Digest: sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        LocalMedia local = LocalMedia.none().withVideo(BytesSource.of(CLIP));
        assertThat(check(local)).passes();
        digest[0]++;
        video.header("Digest: SHA-512=x,MD5=" + Base64.getEncoder().encodeToString(new byte[16]));
        assertThat(only(check(local)).message()).contains("the MD5 digest that the server gives");
    }

    @Test
    void a_request_with_a_url_that_serves_nothing_says_so_once_and_is_not_cleared() throws IOException {
        GenerationRequest request = GenerationRequest.builder()
                .model("kling/kling-v3-motion-control")
                .image(server.url("/a.png"))
                .video("https://unresolvable.example.com/b.mp4")
                .characterOrientation("image")
                .build();
        try (HttpMedia none = HttpMedia.builder()
                .resolver(host -> {
                    throw new UnknownHostException(host);
                })
                .build()) {
            RequestVerdict verdict = Preflight.builder().fetcher(none).build().check(request, LocalMedia.none());
            assertThat(verdict).isUnknown(RuleId.REQUEST_IMAGE_REACHABLE, RuleId.REQUEST_VIDEO_REACHABLE);
            assertThat(verdict.findings().get(1).message())
                    .contains("the host unresolvable.example.com has no address that can be found from here");
            assertThat(preflight.clear(verdict)).isInstanceOf(Clearance.Refused.class);
        }
    }

    @Test
    void an_interrupt_ends_the_fetching_and_stays() {
        Thread.currentThread().interrupt();
        try {
            assertThat(check(LocalMedia.none())).isUnknown();
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private ClearedRequest cleared() throws IOException {
        return ((Clearance.Cleared) preflight.clear(check(LocalMedia.none()))).request();
    }

    @Test
    void a_clearance_remembers_what_the_urls_served() throws IOException {
        ClearedRequest cleared = cleared();
        assertThat(cleared.urls())
                .extracting(url -> url.served().size().orElseThrow())
                .containsExactly((long) IMAGE.length, (long) CLIP.length);
        assertThat(cleared.urls())
                .extracting(url -> url.served().entityTag().orElseThrow())
                .containsOnly("\"v1\"");
        assertThat(server.requests()).hasSize(2);
        assertThat(cleared.toString()).doesNotContain("secret");
    }

    @Test
    void a_look_costs_one_request_each_and_few_bytes() throws IOException {
        ClearedRequest cleared = cleared();
        long before = server.sent();
        assertThat(cleared.staleness(media)).isEmpty();
        assertThat(server.requests()).hasSize(4);
        assertThat(server.sent() - before).isLessThan(1000);
    }

    @Test
    void what_is_served_later_shows_whatever_changed() throws IOException {
        ClearedRequest cleared = cleared();
        video.replace(CLIP, "\"v2\"");
        assertThat(cleared.staleness(media).orElseThrow())
                .contains("reference_videos[0].url", "its entity tag is another one");
        video.replace(new byte[7], "\"v1\"");
        assertThat(cleared.staleness(media).orElseThrow()).contains("it now serves 7 bytes");
    }

    @Test
    void what_is_no_longer_served_is_said() throws IOException {
        ClearedRequest cleared = cleared();
        server.close();
        assertThat(cleared.staleness(media).orElseThrow())
                .startsWith("Whether the URL in reference_images[0].url still serves what was checked is unknown: no")
                .doesNotContain("secret");
    }
}
