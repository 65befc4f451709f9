package io.mediapreflight.spring;

import io.mediapreflight.Examiner;
import io.mediapreflight.MetadataReader;
import io.mediapreflight.Preflight;
import io.mediapreflight.PreflightBuilder;
import io.mediapreflight.PreflightListener;
import io.mediapreflight.report.LimitsException;
import io.mediapreflight.report.LimitsJson;
import io.mediapreflight.rule.Rule;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.validation.Defaults;
import io.mediapreflight.validation.PreflightValidatorFactory;
import io.mediapreflight.validation.ValueCheck;
import jakarta.validation.Configuration;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.spi.ConfigurationState;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.validation.beanvalidation.SpringConstraintValidatorFactory;

/** The check, and the constraints that use it. */
@AutoConfiguration
@EnableConfigurationProperties(PreflightProperties.class)
public class PreflightAutoConfiguration {
    /** More than any file of limits has. */
    private static final int MAX_BYTES = 1 << 20;

    /** The published limits, or those of the file. */
    @Bean
    @ConditionalOnMissingBean
    Limits preflightLimits(PreflightProperties properties) throws IOException {
        Limits published = Limits.klingV3MotionControl();
        @Nullable Resource file = properties.limits();
        if (file == null) {
            return published;
        }
        try (InputStream in = file.getInputStream()) {
            byte[] json = in.readNBytes(MAX_BYTES + 1);
            if (json.length > MAX_BYTES) {
                throw new IOException(Phrase.of("spring:limits-too-long")
                        .with("file", file.getDescription())
                        .toString());
            }
            return LimitsJson.read(json, published);
        } catch (LimitsException e) {
            Phrase what = Phrase.of("spring:limits")
                    .with("file", file.getDescription())
                    .with("why", String.valueOf(e.getMessage()));
            throw new IllegalStateException(what.toString(), e);
        }
    }

    /** The check, with every rule, listener, examiner and reader of metadata that is a bean. */
    @Bean
    @ConditionalOnMissingBean
    Preflight preflight(
            PreflightProperties properties,
            Limits limits,
            ObjectProvider<Rule> rules,
            ObjectProvider<PreflightListener> listeners,
            ObjectProvider<Examiner> examiner,
            ObjectProvider<MetadataReader> metadata) {
        requireModules(properties);
        PreflightBuilder builder = Preflight.builder().limits(limits);
        rules.orderedStream().forEach(builder::rule);
        examiner.ifAvailable(builder::examiner);
        metadata.ifAvailable(builder::metadata);
        List<PreflightListener> all = listeners.orderedStream().toList();
        builder.listener(verdict -> all.forEach(listener -> listener.checked(verdict)));
        return builder.build();
    }

    /** Without its module a property would do nothing, and uploads would be cleared that it was set to refuse. */
    private static void requireModules(PreflightProperties properties) {
        require(
                properties.deep(),
                "preflight.deep",
                "io.mediapreflight.ffmpeg.worker.FfmpegWorkers",
                "preflight-ffmpeg");
        require(
                properties.journal() != null,
                "preflight.journal",
                "io.mediapreflight.submit.Submitter",
                "preflight-submit");
    }

    private static void require(boolean isSet, String property, String type, String artifact) {
        if (isSet && !ClassUtils.isPresent(type, PreflightAutoConfiguration.class.getClassLoader())) {
            Phrase what = Phrase.of("spring:module").with("property", property).with("artifact", artifact);
            throw new IllegalStateException(what.toString());
        }
    }

    /**
     * Makes the validators of the constraints with this check, and leaves all others to the factory that was set before, Spring's own or one that the
     * application has configured. It comes last, since a factory that was set behind it would replace it.
     */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ValidationConfigurationCustomizer preflightValidation(
            Preflight preflight,
            PreflightProperties properties,
            ObjectProvider<ValueCheck> values,
            AutowireCapableBeanFactory beans) {
        Defaults defaults = new Defaults(Optional.ofNullable(properties.orientation()), !properties.strict());
        return configuration -> configuration.constraintValidatorFactory(new PreflightValidatorFactory(
                preflight, values.orderedStream().toList(), defaults, factory(configuration, beans)));
    }

    /** The one that was set so far. */
    private static ConstraintValidatorFactory factory(
            Configuration<?> configuration, AutowireCapableBeanFactory beans) {
        @Nullable
        ConstraintValidatorFactory before =
                configuration instanceof ConfigurationState state ? state.getConstraintValidatorFactory() : null;
        return before == null ? new SpringConstraintValidatorFactory(beans) : before;
    }
}
