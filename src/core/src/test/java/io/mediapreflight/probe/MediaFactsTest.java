package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.codec.FactKey;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts guard themselves, wherever they come from: a probe, a decoder of stored bytes, a worker's message. */
class MediaFactsTest {
    static List<Arguments> nonsense() {
        return List.of(
                refused("a width of 0", () -> ImageFacts.builder().height(1).build()),
                refused("a height of 0", () -> ImageFacts.builder().width(1).build()),
                refused(
                        "a negative width",
                        () -> ImageFacts.builder().width(-1).height(1).build()),
                refused(
                        "fewer than 0 components",
                        () -> ImageFacts.builder()
                                .width(1)
                                .height(1)
                                .components(-1)
                                .build()),
                refused(
                        "fewer than 0 bits",
                        () -> ImageFacts.builder()
                                .width(1)
                                .height(1)
                                .bitDepth(-1)
                                .build()),
                refused(
                        "fewer than 0 tracks",
                        () -> VideoFacts.builder().enabledVideo(-1).build()),
                refused("a side of 0 pixels", () -> PixelSize.of(1, 0)),
                refused("a width of 0 pixels", () -> PixelSize.of(0, 1)),
                refused("fewer than 0 bytes behind the end", () -> new Completeness.Whole(-1)),
                refused("fewer than 0 bytes missing", () -> new Completeness.CutOff(-1, defect())),
                refused("a decoder's width of 0", () -> new ImageReading.Size(0, 1)),
                refused("a decoder's height of 0", () -> new ImageReading.Size(1, 0)),
                refused("nothing decoded", () -> new Decoding.Decoded(Depth.ENDS, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsense_is_refused(String what, ThrowingCallable made) {
        assertThatThrownBy(made).as(what).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-90, 1, 45, 360, 450})
    void only_quarter_turns_are_rotations(int degrees) {
        OptionalInt rotation = OptionalInt.of(degrees);

        assertThatThrownBy(() -> VideoFacts.builder().rotation(rotation).build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VideoReading.builder().rotation(rotation).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_sizes_of_a_video_cannot_be_changed_behind_its_back() {
        List<PixelSize> sizes = new ArrayList<>(List.of(PixelSize.of(4, 3)));
        VideoFacts video = VideoFacts.builder().coded(sizes).build();
        sizes.clear();

        assertThat(video.coded()).containsExactly(PixelSize.of(4, 3));
    }

    @Test
    void a_fact_has_one_key_type_and_title_for_images_and_videos() {
        List<FactKey> both = new ArrayList<>(MediaTables.IMAGE.keys());
        both.addAll(MediaTables.VIDEO.keys());

        assertThat(MediaTables.keys()).containsExactlyInAnyOrderElementsOf(List.copyOf(new HashSet<>(both)));
        assertThat(MediaTables.keys()).extracting(FactKey::name).doesNotHaveDuplicates();
    }

    @Test
    void what_is_not_known_has_no_key() {
        List<String> keys = new ArrayList<>();
        MediaTables.report(VideoFacts.builder().codec("avc1").build(), new Keys(keys));

        assertThat(keys).containsExactly("mirrored", "videoCodec", "audio", "enabledVideoTracks", "fragmented");
    }

    @Test
    void what_follows_from_the_facts_has_a_key_too() {
        List<String> keys = new ArrayList<>();
        ImageFacts turned = ImageFacts.builder()
                .width(4)
                .height(3)
                .orientation(Optional.of(ExifOrientation.ROTATED_90))
                .components(3)
                .bitDepth(8)
                .alpha(false)
                .animated(true)
                .duration(Optional.of(Fraction.of(2)))
                .build();
        MediaTables.report(turned, new Keys(keys));

        assertThat(keys)
                .containsExactlyElementsOf(
                        MediaTables.IMAGE.keys().stream().map(FactKey::name).toList());
    }

    private static Arguments refused(String what, ThrowingCallable made) {
        return Arguments.of(what, made);
    }

    private static Malformed defect() {
        return Malformed.broken(MalformedCode.MISSING_END, 0, Phrase.of("defects:png.no-iend"), "");
    }

    private record Keys(List<String> seen) implements FactSink {
        @Override
        public void put(String key, String value) {
            seen.add(key);
        }

        @Override
        public void put(String key, long value) {
            seen.add(key);
        }

        @Override
        public void put(String key, boolean value) {
            seen.add(key);
        }

        @Override
        public void put(String key, Fraction value) {
            seen.add(key);
        }
    }
}
