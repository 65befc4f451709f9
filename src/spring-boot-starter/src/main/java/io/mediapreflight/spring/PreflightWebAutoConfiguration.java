package io.mediapreflight.spring;

import io.mediapreflight.Preflight;
import io.mediapreflight.validation.ValueCheck;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.Servlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Uploads to a service with servlets. */
@AutoConfiguration(after = PreflightAutoConfiguration.class)
@ConditionalOnClass({Servlet.class, MultipartFile.class, ResponseEntityExceptionHandler.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class PreflightWebAutoConfiguration {
    /** The constraints on {@link MultipartFile}. */
    @Bean
    ValueCheck preflightMultipartFiles(ObjectProvider<ObservationRegistry> registries) {
        return new MultipartFileCheck(observations(registries));
    }

    private static UploadObservations observations(ObjectProvider<ObservationRegistry> registries) {
        return new UploadObservations(() -> registries.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    /** Checks bodies while they arrive. */
    @Bean
    @ConditionalOnMissingBean
    CheckedUploads preflightUploads(
            Preflight preflight, PreflightProperties properties, ObjectProvider<ObservationRegistry> registries) {
        return new CheckedUploads(preflight, !properties.strict(), observations(registries));
    }

    /** Answers refused media. */
    @Bean
    @ConditionalOnProperty(name = "preflight.problem-details", matchIfMissing = true)
    MediaProblems preflightProblems() {
        return new MediaProblems();
    }

    /** Answers arguments with refused media. */
    @Bean
    @ConditionalOnProperty(name = "preflight.problem-details", matchIfMissing = true)
    HandlerExceptionResolver preflightResolver(
            @Qualifier("handlerExceptionResolver") @Lazy HandlerExceptionResolver resolvers) {
        return new InvalidMediaResolver(resolvers);
    }
}
