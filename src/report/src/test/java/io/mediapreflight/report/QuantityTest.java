package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0                   | 0 bytes",
                "1                   | 1 byte",
                "999                 | 999 bytes",
                "1000                | 1.0 kB",
                "999999              | 999.9 kB",
                "1000000             | 1.0 MB",
                "999999999           | 999.9 MB",
                "3299999999          | 3.2 GB",
                "1000000000000       | 1.0 TB",
                "9223372036854775807 | 9.2 EB"
            })
    void bytes_are_never_shown_larger_than_they_are(long count, String shown) {
        assertThat(Quantity.bytes(count)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0        | 0 ms",
                "999      | 999 ms",
                "1000     | 1.0 s",
                "1999     | 1.9 s",
                "59999    | 59.9 s",
                "60000    | 1 min 0 s",
                "3599999  | 59 min 59 s",
                "3600000  | 1 h 0 min",
                "93780000 | 26 h 3 min"
            })
    void a_duration_has_the_units_that_fit_it(long millis, String shown) {
        assertThat(Quantity.duration(Duration.ofMillis(millis))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "999, 999", "18203, '18,203'", "10000000, '10,000,000'"})
    void numbers_are_grouped(long number, String shown) {
        assertThat(Quantity.grouped(number)).isEqualTo(shown);
    }
}
