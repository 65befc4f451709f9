package io.mediapreflight.spring;

import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** Whether FFmpeg's processes can be started, for Actuator. */
@AutoConfiguration(after = PreflightDeepAutoConfiguration.class)
@ConditionalOnClass({FfmpegWorkers.class, HealthIndicator.class})
@ConditionalOnBean(FfmpegWorkers.class)
public class PreflightHealthAutoConfiguration {
    /** Down once FFmpeg could not be started, with the reason. */
    @Bean
    HealthIndicator preflightHealthIndicator(FfmpegWorkers workers) {
        return () -> workers.failure()
                .map(why -> Health.down().withDetail("reason", why).build())
                .orElseGet(() -> Health.up().build());
    }
}
