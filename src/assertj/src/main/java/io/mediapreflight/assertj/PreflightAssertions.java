package io.mediapreflight.assertj;

import io.mediapreflight.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The entry to the assertions on verdicts. Its static import stands beside that of AssertJ's own:
 *
 * <pre>{@code
 * import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
 *
 * assertThat(preflight.check(file)).failsOnly(RuleId.VIDEO_DURATION_MAX).hasDuration(Duration.ofSeconds(31));
 * }</pre>
 */
public final class PreflightAssertions {
    private PreflightAssertions() {}

    /** Assertions on the verdict of a file, a source or a request. */
    public static VerdictAssert assertThat(@Nullable Verdict actual) {
        return new VerdictAssert(actual);
    }
}
