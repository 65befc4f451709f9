package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.text.RefusedValueException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private static final Limits PAGE = Limits.klingV3MotionControl();

    /** The page, typed once more by hand: the only place besides {@link Limits} where its numbers stand together. */
    @Test
    void are_those_of_the_published_page() {
        assertThat(PAGE.model()).isEqualTo("kling/kling-v3-motion-control");
        assertThat(PAGE.imageFormats()).containsExactlyInAnyOrder(Format.JPEG, Format.PNG);
        assertThat(PAGE.imageSize()).isEqualTo(SizeLimit.megabytes(10));
        assertThat(PAGE.imageSide()).isEqualTo(new Span(300, 65_536));
        assertThat(PAGE.imageAspectRatio()).isEqualByComparingTo(new Fraction(5, 2));
        assertThat(PAGE.videoFormats()).containsExactlyInAnyOrder(Format.MP4, Format.MOV);
        assertThat(PAGE.videoSize()).isEqualTo(SizeLimit.megabytes(100));
        assertThat(PAGE.videoSide()).isEqualTo(new Span(340, 3850));
        assertThat(PAGE.videoMinSeconds()).isEqualTo(Fraction.of(3));
        assertThat(PAGE.videoMaxSeconds(Orientation.VIDEO)).isEqualTo(Fraction.of(30));
        assertThat(PAGE.videoMaxSeconds(Orientation.IMAGE)).isEqualTo(Fraction.of(10));
        assertThat(PAGE.largestBytes()).isEqualTo(104_857_600);
    }

    @Test
    void a_tightened_profile_leaves_the_page_as_it_was() {
        Limits house = PAGE.toBuilder().imageSide(new Span(1024, 8192)).build();
        assertThat(house.imageSide()).isEqualTo(new Span(1024, 8192));
        assertThat(house.videoSide()).isEqualTo(PAGE.videoSide());
        assertThat(PAGE.imageSide()).isEqualTo(new Span(300, 65_536));
    }

    @Test
    void limits_of_a_request_keep_what_is_not_changed() {
        RequestLimits house = PAGE.request().toBuilder()
                .promptMaxCharacters(500)
                .resolutions(List.of("1080P"), "1080P")
                .build();
        assertThat(PAGE.toBuilder().request(house).build().request())
                .isEqualTo(new RequestLimits(500, List.of("1080P"), "1080P", 1, 1));
        assertThat(PAGE.request()).isEqualTo(new RequestLimits(2500, List.of("720P", "1080P"), "720P", 1, 1));
    }

    @Test
    void a_negative_maximum_of_a_request_is_refused() {
        RequestLimits.Builder builder = PAGE.request().toBuilder().maxImages(-1);
        assertThatExceptionOfType(RefusedValueException.class).isThrownBy(builder::build);
    }

    @Test
    void a_finished_profile_does_not_follow_its_builder() {
        LimitsBuilder builder = PAGE.toBuilder();
        Limits built = builder.build();
        builder.imageFormats(Set.of(Format.WEBP)).videoMaxSeconds(Orientation.IMAGE, Fraction.of(99));
        assertThat(built.acceptsImage(Format.WEBP)).isFalse();
        assertThat(built.videoMaxSeconds(Orientation.IMAGE)).isEqualTo(Fraction.of(10));
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void a_minimum_above_a_maximum_is_refused(Orientation orientation) {
        LimitsBuilder builder = PAGE.toBuilder().videoMaxSeconds(orientation, new Fraction(29, 10));
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(builder::build)
                .withMessage("the minimum duration is 3 s, and the maximum for character_orientation "
                        + orientation.id() + " is 2.9 s: the minimum must not be longer");
    }

    @Test
    void a_minimum_that_is_the_maximum_is_accepted() {
        Limits exactly = PAGE.toBuilder().videoMinSeconds(Fraction.of(10)).build();
        assertThat(exactly.videoMinSeconds()).isEqualTo(exactly.videoMaxSeconds(Orientation.IMAGE));
    }

    @Test
    void an_aspect_ratio_below_one_is_refused() {
        LimitsBuilder builder = PAGE.toBuilder().imageAspectRatio(new Fraction(2, 5));
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(builder::build)
                .withMessage(
                        "the maximum aspect ratio is that of the longer side to the shorter: it must be 1 or more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void a_profile_without_a_name_or_a_model_is_refused(String blank) {
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> PAGE.toBuilder().profile(blank).build())
                .withMessage("the profile and the model must have a name");
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> PAGE.toBuilder().model(blank).build())
                .withMessage("the profile and the model must have a name");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "2, 1"})
    void a_span_begins_at_one_or_more_and_ends_no_earlier(long min, long max) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(min, max));
    }

    @ParameterizedTest
    @CsvSource({"299, false", "300, true", "301, true", "399, true", "400, true", "401, false"})
    void a_span_holds_both_its_ends(long value, boolean inside) {
        assertThat(new Span(300, 400).contains(value)).isEqualTo(inside);
        assertThat(new Span(300, 400).contains(Fraction.of(value))).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({"59999, 200, false", "60000, 200, true", "80000, 200, true", "80001, 200, false"})
    void a_span_of_whole_pixels_judges_fractions_of_one(long numerator, long denominator, boolean inside) {
        assertThat(new Span(300, 400).contains(new Fraction(numerator, denominator)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE})
    void megabytes_are_one_or_more_and_fit(long count) {
        assertThatIllegalArgumentException().isThrownBy(() -> SizeLimit.megabytes(count));
    }

    @Test
    void formats_are_listed_as_a_person_would() {
        assertThat(Limits.inWords(EnumSet.of(Format.PNG, Format.JPEG))).isEqualTo("JPEG or PNG");
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"SVG", "AVI", "PDF", "M4A"})
    void a_format_without_a_header_probe_is_refused(Format format) {
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> PAGE.toBuilder().imageFormats(Set.of(format)).build());
        assertThatExceptionOfType(RefusedValueException.class)
                .isThrownBy(() -> PAGE.toBuilder().videoFormats(Set.of(format)).build());
    }

    @Test
    void limits_with_the_same_values_are_equal() {
        Limits house = PAGE.toBuilder().imageSize(SizeLimit.bytes(9)).build();

        assertThat(PAGE.toBuilder().build()).isEqualTo(PAGE).hasSameHashCodeAs(PAGE);
        assertThat(house)
                .isNotEqualTo(PAGE)
                .isEqualTo(PAGE.toBuilder().imageSize(SizeLimit.bytes(9)).build());
    }

    @Test
    void one_maximum_may_be_for_both_orientations() {
        Limits house = PAGE.toBuilder().videoMaxSeconds(Fraction.of(7)).build();

        for (Orientation each : Orientation.values()) {
            assertThat(house.videoMaxSeconds(each)).isEqualTo(Fraction.of(7));
        }
    }

    @ParameterizedTest
    @EnumSource(LimitKey.class)
    void every_limit_is_set_to_what_it_says_it_is(LimitKey key) {
        LimitsBuilder builder = PAGE.toBuilder();
        for (LimitKey each : LimitKey.values()) {
            each.set(builder, each.value(PAGE));
        }

        assertThat(key.value(builder.build())).isEqualTo(key.value(PAGE));
        assertThat(LimitKey.looser(PAGE, PAGE)).isEmpty();
    }

    @Test
    void a_limit_that_accepts_more_is_looser() {
        Limits looser = PAGE.toBuilder()
                .imageSide(new Span(299, 65_536))
                .videoMaxSeconds(Orientation.IMAGE, Fraction.of(11))
                .videoFormats(Set.of(Format.MP4, Format.THREE_GP))
                .build();

        assertThat(LimitKey.looser(looser, PAGE))
                .containsExactly(LimitKey.IMAGE_SIDE_MIN, LimitKey.VIDEO_FORMATS, LimitKey.VIDEO_SECONDS_MAX_IMAGE);
    }
}
