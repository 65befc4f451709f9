package io.mediapreflight.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check ends in time, or when its thread is interrupted, whatever its source does. */
class TimedCheckTest {
    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch never = new CountDownLatch(1);

    private Source hanging() {
        return RangedSource.of(1000, (offset, buffer) -> {
            boolean isInterrupted = false;
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    isInterrupted = true; // and go on waiting, as some drivers do
                }
            }
            return isInterrupted ? -1 : 0;
        });
    }

    @Test
    void a_source_that_does_not_answer_is_unknown() {
        Verdict verdict = Preflight.standard().check(hanging(), Subject.image().named("a.png"), Duration.ofMillis(1));
        assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown");
        assertThat(verdict.findings().get(0).message())
                .isEqualTo("The check took longer than its time limit of 0.001 s.");
        assertThat(verdict.source().text()).isEqualTo("a.png");
    }

    @Test
    void what_ends_in_time_has_its_verdict() {
        Preflight preflight = Preflight.standard();
        assertThat(preflight
                        .check(Testdata.file("drawing.png"), Subject.image(), LONG)
                        .passed())
                .isTrue();
        Source bytes = BytesSource.of(PngBuilder.image().bytes());
        assertThat(preflight.check(bytes, Subject.image(), LONG).passed()).isTrue();
        Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
        assertThat(preflight.check(bytes, Subject.image(), forever).passed()).isTrue();
    }

    @Test
    void an_interrupt_ends_a_check_with_a_time_limit() {
        Thread.currentThread().interrupt();
        Verdict verdict = Preflight.standard().check(hanging(), Subject.image(), LONG);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown");
        assertThat(verdict.findings().get(0).actual()).isEqualTo("the check was interrupted");
    }

    @Test
    void an_interrupt_ends_a_check_of_any_source() {
        Source bytes = BytesSource.of(PngBuilder.image().bytes());
        Thread.currentThread().interrupt();
        Verdict verdict = Preflight.standard().check(bytes, Subject.image());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(verdict.findings().get(0).actual()).isEqualTo("the check was interrupted");
    }

    @Test
    void what_an_examiner_throws_comes_to_the_caller() {
        Preflight preflight = Preflight.builder()
                .metadata((source, probed) -> {
                    throw new IllegalStateException("no model");
                })
                .build();
        assertThatIllegalStateException()
                .isThrownBy(() -> preflight.check(Testdata.file("drawing.png"), Subject.image(), LONG))
                .withMessage("no model");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void a_time_limit_is_more_than_0(long nanos) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preflight.standard().check(hanging(), Subject.image(), Duration.ofNanos(nanos)));
    }
}
