package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingsTest {
    /** One letter a reading: within, outside, missing. */
    @ParameterizedTest
    @CsvSource({
        "w, PASS",
        "ww, PASS",
        "o, FAIL",
        "oo, FAIL",
        "wo, WARN",
        "ow, WARN",
        "m, UNKNOWN",
        "wm, UNKNOWN",
        "mw, UNKNOWN",
        "om, FAIL",
        "mo, FAIL",
        "wom, UNKNOWN",
        "oom, FAIL"
    })
    void the_outcome_follows_from_all_readings(String given, Outcome outcome) {
        Readings readings = new Readings();
        given.chars().forEach(reading -> {
            if (reading == 'm') {
                readings.addMissing();
            } else {
                readings.add(reading == 'w');
            }
        });
        assertThat(readings.outcome()).isEqualTo(outcome);
    }

    @Test
    void a_reading_that_is_required_and_absent_is_missing() {
        assertThat(new Readings().addRequired(Optional.empty(), value -> true).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_reading_that_is_optional_and_absent_does_not_count() {
        assertThat(new Readings().addIfPresent(Optional.empty(), value -> false).outcome())
                .isEqualTo(Outcome.PASS);
        assertThat(new Readings()
                        .addIfPresent(Optional.of(Fraction.of(1)), value -> false)
                        .outcome())
                .isEqualTo(Outcome.FAIL);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void an_outcome_is_never_worse_than_itself(Outcome outcome) {
        assertThat(outcome.worse(outcome)).isEqualTo(outcome);
        assertThat(outcome.worse(Outcome.FAIL)).isEqualTo(Outcome.FAIL);
        assertThat(Outcome.PASS.worse(outcome)).isEqualTo(outcome);
    }
}
