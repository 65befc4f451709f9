package io.mediapreflight.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonOptionsTest {
    @Test
    void the_samples_are_measured_for_five_minutes_and_the_results_go_beside_the_page() throws IOException {
        assertThat(ComparisonOptions.parse(List.of())).isEqualTo(new ComparisonOptions("", 300, Comparison.results()));
    }

    @Test
    void the_results_of_own_files_do_not_replace_those_of_the_page() throws IOException {
        assertThat(ComparisonOptions.parse(List.of("--dir", "photos")))
                .isEqualTo(new ComparisonOptions("photos", 300, Path.of("benchmark-results")));
    }

    @Test
    void options_may_stand_in_any_order() throws IOException {
        assertThat(ComparisonOptions.parse(List.of("--seconds", "60", "--out", "here", "--dir", "photos")))
                .isEqualTo(new ComparisonOptions("photos", 60, Path.of("here")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "86400, true",
        "0, false",
        "86401, false",
        "-1, false",
        "1.5, false",
        "ten, false",
        "'', false"
    })
    void a_time_is_a_whole_number_of_seconds_of_up_to_a_day(String seconds, boolean isAccepted) throws IOException {
        List<String> arguments = List.of("--seconds", seconds);
        if (isAccepted) {
            assertThat(ComparisonOptions.parse(arguments).seconds()).isEqualTo(Integer.parseInt(seconds));
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ComparisonOptions.parse(arguments))
                    .withMessageContaining("--seconds needs a whole number from 1 to 86400");
        }
    }

    @Test
    void an_unknown_option_is_answered_with_those_that_there_are() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonOptions.parse(List.of("--second", "60")))
                .withMessage("Unknown option --second; there are --dir, --seconds and --out.");
    }

    @Test
    void an_option_without_a_value_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComparisonOptions.parse(List.of("--dir")))
                .withMessage("The option --dir needs a value.");
    }
}
