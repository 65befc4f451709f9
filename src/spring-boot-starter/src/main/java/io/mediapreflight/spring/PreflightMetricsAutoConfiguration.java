package io.mediapreflight.spring;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.PreflightListener;
import io.mediapreflight.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Counts checks by outcome, with their durations, where Micrometer is there. */
@AutoConfiguration(before = PreflightAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
public class PreflightMetricsAutoConfiguration {
    private static final String NAME = "preflight.check";

    /** A timer for each kind and outcome. The registry may come later than the check, so it is asked for with each verdict. */
    @Bean
    PreflightListener preflightMetrics(ObjectProvider<MeterRegistry> registries) {
        return verdict -> registries.ifAvailable(
                registry -> timer(registry, verdict).record(verdict.elapsedNanos(), TimeUnit.NANOSECONDS));
    }

    private static Timer timer(MeterRegistry registry, Verdict verdict) {
        String kind = verdict instanceof MediaVerdict media
                ? media.kind().map(Object::toString).orElse("UNKNOWN")
                : "REQUEST";
        return Timer.builder(NAME)
                .tag("kind", kind.toLowerCase(java.util.Locale.ROOT))
                .tag("outcome", verdict.outcomeId())
                .register(registry);
    }
}
