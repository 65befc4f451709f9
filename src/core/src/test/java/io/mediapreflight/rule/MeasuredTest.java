package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {
    @ParameterizedTest
    @CsvSource({
        "too-small-299x400.jpg,          image.dimensions,   header.width=299 px; header.height=400 px",
        "too-wide-800x310.png,          image.aspect-ratio, header=80/31 ratio",
        "sound-longer-than-picture.mp4, video.duration.max, container=1003/100 s; videoTrack=499/50 s",
        "garbage.jpg,                   image.readable,     malformation=UNKNOWN_FORMAT",
        "animation.gif,                 image.format,       content=gif",
    })
    void every_reading_is_there_exactly(String sample, String rule, String values) {
        Finding finding = Preflight.standard().check(Testdata.file(sample)).findings().stream()
                .filter(each -> each.rule() == RuleId.of(rule).orElseThrow())
                .findFirst()
                .orElseThrow();

        assertThat(String.join(
                        "; ",
                        finding.measured().stream().map(Measured::toString).toList()))
                .isEqualTo(values);
    }

    @Test
    void a_value_is_a_number_or_a_name() {
        Optional<Fraction> number = Optional.of(Fraction.of(1));

        assertThatThrownBy(() -> new Measured("header", Optional.empty(), number, Optional.of("x"), "px"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Measured("header", Optional.empty(), Optional.empty(), Optional.empty(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_value_has_one_spelling() {
        assertThat(List.of(
                        Measured.number("container", new Fraction(20, 2), "s"),
                        Measured.number("container", Fraction.of(10), "s")))
                .extracting(Measured::toString)
                .containsOnly("container=10 s");
    }
}
