package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check costs: requests, and bytes of all responses with their heads. */
class RequestCountTest {
    private static final int LARGE = 95_000_000;
    private static final int KIB = 1024;

    /** More than heads have, and less than it would hide. */
    private static final int HEADS = 2 * KIB;

    private static void costs(byte[] content, String name, int requests, int bytes) throws IOException {
        costs(Serving.of(content), name, requests, bytes);
    }

    private static void costs(Serving serving, String name, int requests, int bytes) throws IOException {
        Subject subject = name.endsWith(".mp4") ? Subject.video(Orientation.VIDEO) : Subject.image();
        try (TestServer server = TestServer.start(serving)) {
            MediaVerdict verdict = Fetchers.check(server.url("/" + name), subject);
            assertThat(verdict).passes();
            assertThat(server.requests()).hasSizeLessThanOrEqualTo(requests);
            assertThat(server.sent()).isLessThanOrEqualTo(bytes + HEADS);
            assertThat(verdict.bytesRead()).isBetween(1L, server.sent());
        }
    }

    /** Of a movie with tables like those of half a minute, or longer ones. */
    private static Mp4Builder clip(int tables) {
        return Mp4Builder.clip().inMoov(BoxWriter.box("free", new byte[tables])).mediaData(LARGE);
    }

    @Test
    void a_large_video_costs_two_requests_with_moov_first_and_three_with_moov_last() throws IOException {
        costs(clip(50_000).bytes(), "clip.mp4", 2, 128 * KIB);
        costs(clip(50_000).moovLast().bytes(), "clip.mp4", 3, 256 * KIB);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(ints = {1, 63_000, 110_000})
    void a_large_video_with_moov_first_costs_two_requests(int tables) throws IOException {
        costs(clip(tables).bytes(), "clip.mp4", 2, 128 * KIB);
    }

    @Tag("heavy")
    @ParameterizedTest
    @ValueSource(ints = {1, 63_000, 110_000})
    void a_large_video_with_moov_last_costs_three_requests(int tables) throws IOException {
        costs(clip(tables).moovLast().bytes(), "clip.mp4", 3, 256 * KIB);
    }

    private static FragmentsBuilder fragments(int count) {
        return FragmentsBuilder.of(1, count, 30_000).mediaData(LARGE / count);
    }

    private static byte[] fragmented(FragmentsBuilder fragments) {
        return Mp4Builder.clip()
                .duration(30_000, 0)
                .video(track -> track.withoutSamples())
                .withoutMediaData()
                .fragments(fragments)
                .bytes();
    }

    @Test
    void a_large_video_with_a_fragment_each_second_and_an_index_at_its_end_costs_four_requests() throws IOException {
        costs(fragmented(fragments(30).withRandomAccess()), "clip.mp4", 4, 512 * KIB);
    }

    @Test
    void a_large_video_with_a_fragment_each_second_and_an_index_in_front_costs_four_requests() throws IOException {
        byte[] content = fragmented(fragments(30).withSegmentIndex());
        ByteBuffer bytes = ByteBuffer.wrap(content);
        int sidx = 0;
        while (bytes.getInt(sidx + 4) != 0x73696478) { // "sidx"
            sidx += bytes.getInt(sidx);
        }
        int behind = sidx + bytes.getInt(sidx);
        for (int i = 0; i < 30; i++) {
            bytes.putInt(sidx + 32 + 12 * i, (content.length - behind) / 30);
        }
        costs(content, "clip.mp4", 4, 512 * KIB);
    }

    @Tag("heavy")
    @Test
    void without_an_index_each_fragment_costs_one_request_of_few_bytes() throws IOException {
        costs(fragmented(fragments(30)), "clip.mp4", 33, 1024 * KIB);
    }

    @Tag("heavy")
    @Test
    void so_it_does_where_a_server_gives_no_several_parts_at_once() throws IOException {
        byte[] content = fragmented(fragments(30).withRandomAccess());
        costs(Serving.of(content).withoutMultipleRanges(), "clip.mp4", 35, 1024 * KIB + 8 * 1024 * KIB);
    }

    @Test
    void a_small_image_costs_one_request() throws IOException {
        costs(PngBuilder.image().size(400, 400).bytes(), "a.png", 1, 64 * KIB);
    }

    @Test
    void an_image_whose_header_fits_costs_two_requests() throws IOException {
        byte[] content = JpegBuilder.image()
                .size(3000, 2000)
                .entropy(JpegBuilder.entropyCoded(9_000_000))
                .bytes();
        costs(content, "a.jpg", 2, 128 * KIB);
    }

    @Tag("heavy")
    @Test
    void a_video_of_a_server_without_ranges_costs_its_front() throws IOException {
        byte[] content = clip(1000).bytes();
        try (TestServer server = TestServer.start(Serving.of(content).withoutRanges())) {
            assertThat(Fetchers.check(server.url("/clip.mp4"), Subject.video())).passes();
            assertThat(server.requests()).hasSize(1);
            // What the system's buffers take beyond what was read depends on the system.
            assertThat(server.sent()).isLessThan(LARGE / 2);
        }
    }

    @Tag("heavy")
    @Test
    void a_stream_that_is_too_long_is_cut_off_one_byte_behind_the_largest_limit() throws IOException {
        byte[] content = Mp4Builder.clip().mediaData(130_000_000).bytes();
        try (TestServer server = TestServer.start(Serving.of(content).chunked())) {
            MediaVerdict verdict = Fetchers.check(server.url("/clip.mp4"), Subject.video());
            assertThat(verdict).failsOnly(RuleId.VIDEO_SIZE);
            assertThat(verdict.bytesRead()).isEqualTo(100L * KIB * KIB + 1);
        }
    }
}
