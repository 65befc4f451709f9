package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.spec.Slot;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeAdviceTest {
    private static Optional<Advice> advice(byte[] image, byte[] video) {
        return Preflight.standard()
                .judge(
                        RequestDraft.of(Set.of(Slot.IMAGE, Slot.VIDEO)),
                        List.of(),
                        Optional.of(Judged.image(image)),
                        Optional.of(Judged.video(video)),
                        0)
                .advice()
                .stream()
                .findFirst();
    }

    private static byte[] clip(long width, long height, int turn) {
        return Mp4Builder.clip()
                .video(track -> track.size(width, height).turnedClockwise(turn))
                .bytes();
    }

    @ParameterizedTest(name = "image {0}x{1} of orientation {2}, video {3}x{4} turned by {5}: advice {6}")
    @CsvSource({
        "720, 1280, 1, 1280, 720, 0, true",
        "1280, 720, 1, 720, 1280, 0, true",
        "720, 1280, 1, 720, 1280, 0, false",
        "1280, 720, 1, 1280, 720, 0, false",
        // turned for display
        "1280, 720, 6, 1280, 720, 0, true",
        "1280, 720, 8, 1280, 720, 0, true",
        "1280, 720, 5, 1280, 720, 90, false",
        "1280, 720, 3, 1280, 720, 180, false",
        "1280, 720, 1, 1280, 720, 90, true",
        "1280, 720, 1, 1280, 720, 270, true",
        "1280, 720, 6, 1280, 720, 270, false",
        // nearly square
        "1000, 1000, 1, 1280, 720, 0, false",
        "900, 1000, 1, 1280, 720, 0, false",
        "899, 1000, 1, 1280, 720, 0, true",
        "1000, 900, 1, 720, 1280, 0, false",
        "1000, 899, 1, 720, 1280, 0, true",
        "720, 1280, 1, 1000, 900, 0, false",
        "720, 1280, 1, 1000, 899, 0, true",
    })
    void advises_where_one_is_portrait_and_the_other_landscape(
            long width, long height, int orientation, long videoWidth, long videoHeight, int turn, boolean advised) {
        byte[] image = JpegBuilder.image()
                .size(width, height)
                .exif(orientation, ByteOrder.BIG_ENDIAN)
                .bytes();
        assertThat(advice(image, clip(videoWidth, videoHeight, turn)).isPresent())
                .isEqualTo(advised);
    }

    @Test
    void goes_by_the_shape_that_is_shown_and_not_by_the_coded_one() {
        byte[] anamorphic = Mp4Builder.clip()
                .video(track -> track.size(720, 800).sampleAspectRatio(2, 1))
                .bytes();
        byte[] portrait = PngBuilder.image().size(720, 1280).bytes();
        assertThat(advice(portrait, anamorphic)).isPresent();
    }

    @Test
    void has_no_shape_for_a_video_that_lies_askew() {
        byte[] askew = Mp4Builder.clip()
                .video(track -> track.size(1280, 720).matrix(0xB505, 0xB505, -0xB505, 0xB505))
                .bytes();
        assertThat(advice(PngBuilder.image().size(720, 1280).bytes(), askew)).isEmpty();
    }

    @Test
    void says_what_is_shown() {
        assertThat(advice(PngBuilder.image().size(720, 1280).bytes(), clip(1280, 720, 0))
                        .orElseThrow()
                        .message())
                .isEqualTo(
                        "The orientations differ: the image is portrait (720x1280 px), the video is landscape (1280x720"
                                + " px). Recommended: the same orientation; an image or video that is nearly square"
                                + " (ratio 0.9 or more) fits both.");
    }

    @Test
    void is_given_with_a_request_at_the_place_of_the_image_and_changes_no_outcome(@TempDir Path directory)
            throws IOException {
        Studio studio = Studio.in(directory);
        Files.write(studio.image(), PngBuilder.image().size(720, 1280).bytes());
        Files.write(studio.video(), clip(1280, 720, 0));
        RequestVerdict verdict = studio.check(Studio.request());
        assertThat(verdict.advice())
                .extracting(Advice::toString)
                .hasSize(1)
                .first()
                .asString()
                .startsWith("request.shapes");
        assertThat(verdict.advice().get(0).path()).contains("reference_images[0].url");
        assertThat(verdict.passed()).isTrue();
    }

    @Test
    void is_not_given_where_a_media_file_is_missing_broken_or_another(@TempDir Path directory) throws IOException {
        Studio studio = Studio.in(directory);
        Files.write(studio.image(), PngBuilder.image().size(720, 1280).bytes());
        Files.write(studio.video(), clip(1280, 720, 0));
        assertThat(studio.check(Studio.withoutReferences()
                                .image(Studio.IMAGE_URL)
                                .build())
                        .advice())
                .isEmpty();
        Files.delete(studio.image());
        assertThat(studio.check(Studio.request()).advice()).isEmpty();
        Files.write(studio.image(), new byte[] {1, 2, 3});
        assertThat(studio.check(Studio.request()).advice()).isEmpty();
        Files.write(studio.image(), clip(720, 1280, 0));
        assertThat(studio.check(Studio.request()).advice()).isEmpty();
    }
}
