package io.mediapreflight.spring;

import io.mediapreflight.Examiner;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.spec.Limits;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

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
}
