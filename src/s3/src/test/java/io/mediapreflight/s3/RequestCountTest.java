package io.mediapreflight.s3;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What a check of an object costs: requests, and bytes of content. */
class RequestCountTest {
    private static final int LARGE = 95_000_000;
    private static final int KIB = 1024;

    /** Once as it is named, and once as it was listed. */
    private static void costs(byte[] content, String name, int requests, int bytes) throws IOException {
        Subject subject = (name.endsWith(".mp4") ? Subject.video(Orientation.VIDEO) : Subject.image()).named(name);
        StoredObject listed = new StoredObject(
                FaultyStore.OBJECT,
                OptionalLong.of(content.length),
                ObjectReads.tag(FaultyStore.TAG),
                Optional.empty());
        for (boolean isListed : new boolean[] {false, true}) {
            try (FaultyStore server = FaultyStore.of(content);
                    S3Store store = S3Store.open(server.access());
                    S3Source source = isListed ? store.source(listed) : store.source(FaultyStore.OBJECT)) {
                MediaVerdict verdict = Preflight.standard().check(source, subject);
                assertThat(verdict).passes();
                assertThat(server.requests()).hasSizeLessThanOrEqualTo(requests);
                assertThat(server.sent()).isLessThanOrEqualTo(bytes);
                assertThat(verdict.bytesRead()).isEqualTo(server.sent());
            }
        }
    }

    private static Mp4Builder clip() {
        return Mp4Builder.clip().inMoov(BoxWriter.box("free", new byte[50_000])).mediaData(LARGE);
    }

    @Test
    void a_large_video_costs_two_requests_with_moov_first_and_three_with_moov_last() throws IOException {
        costs(clip().bytes(), "clip.mp4", 2, 128 * KIB);
        costs(clip().moovLast().bytes(), "clip.mp4", 3, 256 * KIB);
    }

    @Test
    void an_image_costs_one_request_where_it_is_small_and_else_two() throws IOException {
        costs(PngBuilder.image().size(400, 400).bytes(), "a.png", 1, 64 * KIB);
        byte[] content = JpegBuilder.image()
                .size(3000, 2000)
                .entropy(JpegBuilder.entropyCoded(9_000_000))
                .bytes();
        costs(content, "a.jpg", 2, 128 * KIB);
    }

    /** The protocol has no request for several ranges, so that each fragment costs one. */
    @Test
    void a_fragmented_video_costs_a_request_for_each_fragment_of_a_second() throws IOException {
        byte[] content = Mp4Builder.clip()
                .duration(30_000, 0)
                .video(track -> track.withoutSamples())
                .withoutMediaData()
                .fragments(
                        FragmentsBuilder.of(1, 30, 30_000).mediaData(LARGE / 30).withRandomAccess())
                .bytes();
        costs(content, "clip.mp4", 33, 640 * KIB);
    }

    @Test
    void an_empty_object_that_was_listed_costs_no_request() throws IOException {
        StoredObject listed = new StoredObject(
                FaultyStore.OBJECT, OptionalLong.of(0), ObjectReads.tag(FaultyStore.TAG), Optional.empty());
        try (FaultyStore server = FaultyStore.of(new byte[0]);
                S3Store store = S3Store.open(server.access());
                S3Source source = store.source(listed)) {
            assertThat(Preflight.standard().check(source, Subject.video())).fails();
            assertThat(server.requests()).isEmpty();
        }
    }
}
