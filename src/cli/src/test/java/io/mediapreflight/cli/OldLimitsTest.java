package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldLimitsTest {
    private static final LocalDate READ = Limits.klingV3MotionControl().date();

    @ParameterizedTest
    @ValueSource(strings = {"rules", "rules image.size", "rules --format json", "rules --format markdown", "--version"})
    void are_noticed_on_standard_error_from_the_181st_day_on(String command) {
        Run last = on(READ.plusDays(180), command);
        Run old = on(READ.plusDays(181), command);

        assertThat(last.err()).isEmpty();
        assertThat(old.err())
                .isEqualTo("preflight: The limits of kling-v3-motion-control were read on " + READ
                        + ", 181 days ago, and may have changed. Look at the "
                        + Limits.klingV3MotionControl().source()
                        + ", and for a newer version of preflight; --limits FILE sets others until then.\n");
        assertThat(old.code()).isZero();
    }

    @Test
    void change_nothing_that_a_program_reads_but_for_a_member_of_the_json() {
        assertThat(on(READ.plusDays(181), "--version").out())
                .isEqualTo(on(READ, "--version").out());
        assertThat(on(READ.plusDays(181), "rules").out())
                .isEqualTo(on(READ, "rules").out());
        assertThat(on(READ.plusDays(181), "rules -f json").out().replaceAll("(?m)^  \"notice\": .*\\R", ""))
                .isEqualTo(on(READ, "rules -f json").out());
        assertThat(on(READ.plusDays(181), "rules -f json").out()).contains("\n  \"notice\": \"The limits of ");
    }

    @Test
    void a_clock_that_is_behind_makes_no_notice() {
        assertThat(on(READ.minusYears(1), "--version").err()).isEmpty();
    }

    @Test
    void limits_of_ones_own_are_as_old_as_their_date(@TempDir Path directory) throws IOException {
        Path limits = Files.writeString(directory.resolve("own.json"), "{\"date\": \"" + READ.plusDays(100) + "\"}");
        assertThat(on(READ.plusDays(280), "rules --limits " + limits).err()).isEmpty();
        assertThat(on(READ.plusDays(281), "rules --limits " + limits).err())
                .contains("were read on " + READ.plusDays(100));
    }

    private static Run on(LocalDate day, String command) {
        return Run.in(TestEnvironment.on(day), command.split(" "));
    }
}
