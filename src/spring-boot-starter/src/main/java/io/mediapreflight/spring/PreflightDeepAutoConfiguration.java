package io.mediapreflight.spring;

import io.mediapreflight.Examiner;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.spec.Limits;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** FFmpeg behind the check, in processes of its own. */
@AutoConfiguration(before = PreflightAutoConfiguration.class)
@ConditionalOnClass(FfmpegWorkers.class)
@ConditionalOnProperty("preflight.deep")
public class PreflightDeepAutoConfiguration {
    /** The processes, which end with the application. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean(Examiner.class)
    FfmpegWorkers preflightWorkers(Limits limits) {
        return FfmpegWorkers.builder(limits).build();
    }

    /** Whether the processes can be started. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(HealthIndicator.class)
    static class OfHealth {
        /** Down once FFmpeg could not be started, with the reason. */
        @Bean
        @ConditionalOnBean(FfmpegWorkers.class)
        HealthIndicator preflightHealthIndicator(FfmpegWorkers workers) {
            return () -> workers.failure()
                    .map(why -> Health.down().withDetail("reason", why).build())
                    .orElseGet(() -> Health.up().build());
        }
    }
}
