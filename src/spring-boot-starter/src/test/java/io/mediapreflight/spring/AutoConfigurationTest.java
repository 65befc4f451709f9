package io.mediapreflight.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.Submitter;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.validation.ReferenceVideo;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintValidatorFactory;
import jakarta.validation.Payload;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class AutoConfigurationTest {
    private static final Path CLIP_30_S = Client.TESTDATA.resolve("exactly-30s.mp4");

    private static final Path CLIP_3_S = Client.TESTDATA.resolve("exactly-3s.mp4");

    @TempDir
    Path directory;

    record Clip(@ReferenceVideo Path video) {}

    @Test
    void the_published_limits_count_unless_a_file_changes_them() throws IOException {
        Path file = Files.writeString(directory.resolve("limits.json"), "{\"video\": {\"secondsMin\": 5}}");
        try (ConfigurableApplicationContext context = started()) {
            assertThat(context.getBean(Limits.class)).isEqualTo(Limits.klingV3MotionControl());
        }
        try (ConfigurableApplicationContext context = started("--preflight.limits=file:" + file)) {
            Preflight preflight = context.getBean(Preflight.class);
            assertThat(preflight
                            .check(CLIP_3_S, Subject.video(Orientation.VIDEO))
                            .outcome())
                    .isEqualTo(Outcome.FAIL);
        }
    }

    @Test
    void a_file_of_limits_with_a_mistake_keeps_the_application_from_starting() throws IOException {
        Path file = Files.writeString(directory.resolve("limits.json"), "{\"vidoe\": {}}");
        assertThatThrownBy(() -> started("--preflight.limits=file:" + file)).hasStackTraceContaining("vidoe");
    }

    @Test
    void the_orientation_counts_for_constraints_without_one() {
        try (ConfigurableApplicationContext context = started("--preflight.orientation=video")) {
            assertThat(context.getBean(Validator.class).validate(new Clip(CLIP_30_S)))
                    .isEmpty();
        }
        try (ConfigurableApplicationContext context = started()) {
            assertThat(context.getBean(Validator.class).validate(new Clip(CLIP_30_S)))
                    .hasSize(1);
        }
    }

    @Test
    void warnings_are_accepted_where_it_is_not_strict() {
        try (ConfigurableApplicationContext context = started("--preflight.strict=false")) {
            assertThat(context.getBean(Validator.class).validate(new Clip(CLIP_30_S)))
                    .isEmpty();
        }
    }

    @Test
    void there_is_no_submitter_without_a_journal() {
        try (ConfigurableApplicationContext context = started()) {
            assertThat(context.getBeanProvider(Submitter.class).getIfAvailable())
                    .isNull();
        }
    }

    @Test
    void a_submitter_remembers_in_the_journal_and_goes_to_the_service_that_is_named() {
        Path journal = directory.resolve("journal.jsonl");
        try (ConfigurableApplicationContext context =
                started("--preflight.journal=" + journal, "--preflight.base-url=http://127.0.0.1:9/router")) {
            assertThat(context.getBean(Submitter.class)).isNotNull();
            assertThat(context.getBean(Journal.class)).isInstanceOf(FileJournal.class);
            assertThat(context.getBean(Service.class).baseUrl()).hasToString("http://127.0.0.1:9/router");
        }
    }

    @Test
    void a_database_url_with_a_parameter_of_the_driver_keeps_the_application_from_starting() {
        assertThatThrownBy(() -> started("--preflight.journal=postgresql://db.example/fleet?loggerFile=x"))
                .hasStackTraceContaining("no parameter but sslmode");
    }

    @Test
    void a_mistyped_url_of_a_database_is_not_taken_for_a_file() {
        assertThatThrownBy(() -> started("--preflight.journal=postgres://me:secret@db.example/fleet"))
                .hasStackTraceContaining("begins with postgresql://")
                .rootCause()
                .hasMessageNotContaining("secret");
    }

    @Test
    void the_health_of_the_processes_is_there_where_ffmpeg_decodes() {
        try (ConfigurableApplicationContext context = started("--preflight.deep=true")) {
            assertThat(context.getBean(Preflight.class).isExamining()).isTrue();
            assertThat(context.getBean("preflightHealthIndicator", HealthIndicator.class)
                            .health()
                            .getStatus())
                    .isEqualTo(Status.UP);
        }
    }

    @Test
    void a_factory_of_the_application_goes_on_making_all_other_validators() {
        try (ConfigurableApplicationContext context = started(WithFactory.class, "--preflight.orientation=video")) {
            assertThat(context.getBean(Validator.class).validate(new Marked("text", CLIP_30_S)))
                    .isEmpty();
        }
    }

    private static ConfigurableApplicationContext started(String... arguments) {
        return started(Application.class, arguments);
    }

    private static ConfigurableApplicationContext started(Class<?> application, String... arguments) {
        return new SpringApplicationBuilder(application)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=off")
                .run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        PreflightAutoConfiguration.class,
        PreflightDeepAutoConfiguration.class,
        PreflightHealthAutoConfiguration.class,
        PreflightSubmitAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    static class Application {
        @Bean
        ApiKey key() {
            return ApiKey.of("sk-test");
        }
    }

    record Marked(@Mark String text, @ReferenceVideo Path video) {}

    @Constraint(validatedBy = MarkValidator.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Mark {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Only the application can make it. */
    record MarkValidator(boolean isValid) implements ConstraintValidator<Mark, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return isValid;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithFactory extends Application {
        @Bean
        ValidationConfigurationCustomizer factory() {
            return configuration -> {
                ConstraintValidatorFactory usual = configuration.getDefaultConstraintValidatorFactory();
                configuration.constraintValidatorFactory(new ConstraintValidatorFactory() {
                    @Override
                    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
                        return type == MarkValidator.class
                                ? type.cast(new MarkValidator(true))
                                : usual.getInstance(type);
                    }

                    @Override
                    public void releaseInstance(ConstraintValidator<?, ?> instance) {
                        usual.releaseInstance(instance);
                    }
                });
            };
        }
    }
}
