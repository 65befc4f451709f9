package io.mediapreflight.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import jakarta.validation.Configuration;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ConstraintsTest {
    private static final Path TESTDATA = Path.of("..", "..", "testdata");
    private static final Path IMAGE = TESTDATA.resolve("drawing.png");
    private static final Path CLIP_30_S = TESTDATA.resolve("exactly-30s.mp4");

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();
    private static final Validator VALIDATOR = FACTORY.getValidator();

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    record Upload(
            @Nullable @ReferenceImage Path image,

            @Nullable @ReferenceVideo(orientation = Orientation.IMAGE)
            Path video) {}

    static final class Bytes {
        private final byte[] image;

        Bytes(byte[] image) {
            this.image = image;
        }

        @ReferenceImage
        public byte[] getImage() {
            return image.clone();
        }
    }

    record Opened(@ReferenceImage Source image) {}

    record Streamed(@ReferenceImage Supplier<InputStream> image) {}

    record Several(List<@ReferenceImage Path> images) {}

    record Lenient(@ReferenceVideo(allowWarnings = true) Path video) {}

    record Strict(@ReferenceVideo Path video) {}

    record Worded(
            @ReferenceImage(message = "{finding.rule}: {finding.actual} ({finding.limit}) {finding.nothing} {min}")
            Path image) {}

    record Wrong(@ReferenceImage Integer image) {}

    record Undecided(
            @ReferenceVideo(orientation = {Orientation.IMAGE, Orientation.VIDEO})
            Path video) {}

    @Test
    void an_image_that_passes_is_valid() {
        assertThat(violations(new Upload(IMAGE, null))).isEmpty();
    }

    @Test
    void a_value_that_is_null_is_valid() {
        assertThat(violations(new Upload(null, null))).isEmpty();
    }

    @Test
    void each_finding_is_a_violation_with_its_sentence() {
        Finding expected = Preflight.standard()
                .check(CLIP_30_S, Subject.video(Orientation.IMAGE))
                .findings()
                .get(0);
        assertThat(violations(new Upload(null, CLIP_30_S))).singleElement().satisfies(violation -> {
            assertThat(violation.getMessage()).isEqualTo(expected.message());
            assertThat(violation.getPropertyPath()).hasToString("video");
        });
    }

    @Test
    void a_violation_carries_its_finding() {
        assertThat(violations(new Upload(CLIP_30_S, null)))
                .extracting(violation ->
                        Violations.finding(violation).orElseThrow().rule().id())
                .containsExactlyInAnyOrder("media.kind", "video.duration.max");
    }

    @Test
    void a_video_is_judged_with_the_orientation_of_its_constraint() {
        assertThat(violations(new Upload(null, CLIP_30_S))).hasSize(1);
        assertThat(violations(new Lenient(CLIP_30_S))).isEmpty();
    }

    @Test
    void a_warning_is_a_violation_unless_it_is_allowed() {
        assertThat(violations(new Strict(CLIP_30_S))).hasSize(1);
        assertThat(violations(new Lenient(CLIP_30_S))).isEmpty();
    }

    @Test
    void bytes_are_checked() throws IOException {
        assertThat(violations(new Bytes(Files.readAllBytes(IMAGE)))).isEmpty();
        assertThat(violations(new Bytes(new byte[0]))).hasSize(1);
    }

    @Test
    void a_source_is_checked() throws IOException {
        assertThat(violations(new Opened(BytesSource.of(Files.readAllBytes(IMAGE)))))
                .isEmpty();
    }

    @Test
    void a_stream_is_read_and_closed() throws IOException {
        try (WatchedStream stream = new WatchedStream(Files.newInputStream(IMAGE))) {
            assertThat(violations(new Streamed(() -> stream))).isEmpty();
            assertThat(stream.closed).isTrue();
        }
    }

    @Test
    void a_stream_that_cannot_be_opened_is_a_violation() {
        Streamed lost = new Streamed(() -> {
            throw new UncheckedIOException(new IOException("the store is closed"));
        });
        assertThat(violations(lost))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getMessage()).contains("the store is closed"));
    }

    @Test
    void elements_of_a_collection_are_checked() {
        assertThat(violations(new Several(List.of(IMAGE, CLIP_30_S))))
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsOnly("images[1].<list element>");
    }

    @Test
    void a_message_of_ones_own_has_the_parts_of_the_finding() {
        assertThat(violations(new Worded(TESTDATA.resolve("animation.gif"))))
                .extracting(ConstraintViolation::getMessage)
                .contains("image.format: GIF (JPEG or PNG) {finding.nothing} {min}");
    }

    @Test
    void nothing_in_a_file_is_interpolated() {
        String text = "${1+1} {jakarta.validation.constraints.NotNull.message} \\{";
        ValueCheck failing = (value, preflight, subject) ->
                Optional.of(preflight.unreadable(SourceName.none(), new IOException(text), 0));
        assertThat(violationsWith(List.of(failing), new Upload(IMAGE, null)))
                .singleElement()
                .satisfies(violation -> assertThat(violation.getMessage()).contains(text));
    }

    @Test
    void limits_of_ones_own_decide() {
        Limits limits = Limits.klingV3MotionControl().toBuilder()
                .videoMaxSeconds(Orientation.IMAGE, Fraction.of(30))
                .build();
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        try (ValidatorFactory factory = configuration
                .constraintValidatorFactory(new PreflightValidatorFactory(
                        Preflight.with(limits), configuration.getDefaultConstraintValidatorFactory()))
                .buildValidatorFactory()) {
            assertThat(factory.getValidator().validate(new Upload(null, CLIP_30_S)))
                    .isEmpty();
        }
    }

    @Test
    void defaults_stand_for_what_a_constraint_does_not_say() {
        Defaults defaults = new Defaults(Optional.of(Orientation.VIDEO), false);
        assertThat(violationsWith(List.of(), defaults, new Strict(CLIP_30_S))).isEmpty();
        assertThat(violationsWith(List.of(), defaults, new Upload(null, CLIP_30_S)))
                .hasSize(1);
        assertThat(violationsWith(List.of(), new Defaults(Optional.empty(), true), new Strict(CLIP_30_S)))
                .isEmpty();
    }

    @Test
    void a_further_type_is_checked_as_it_says() {
        ValueCheck numbers = (value, preflight, subject) -> value instanceof Integer
                ? Optional.of(preflight.check(BytesSource.of(new byte[0]), subject))
                : Optional.empty();
        assertThat(violationsWith(List.of(numbers), new Wrong(1))).hasSize(1);
    }

    @Test
    void a_type_that_cannot_be_checked_is_an_error_of_the_declaration() {
        assertThatThrownBy(() -> violations(new Wrong(1)))
                .isInstanceOf(ConstraintDeclarationException.class)
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void two_orientations_are_an_error_of_the_declaration() {
        assertThatThrownBy(() -> violations(new Undecided(CLIP_30_S)))
                .isInstanceOf(ValidationException.class)
                .hasStackTraceContaining("more than one orientation");
    }

    private static <T> Set<ConstraintViolation<T>> violations(T bean) {
        return VALIDATOR.validate(bean);
    }

    private static <T> Set<ConstraintViolation<T>> violationsWith(List<ValueCheck> checks, T bean) {
        return violationsWith(checks, Defaults.STRICT, bean);
    }

    private static <T> Set<ConstraintViolation<T>> violationsWith(List<ValueCheck> checks, Defaults defaults, T bean) {
        Configuration<?> configuration = Validation.byDefaultProvider().configure();
        try (ValidatorFactory factory = configuration
                .constraintValidatorFactory(new PreflightValidatorFactory(
                        Preflight.standard(), checks, defaults, configuration.getDefaultConstraintValidatorFactory()))
                .buildValidatorFactory()) {
            return factory.getValidator().validate(bean);
        }
    }

    private static final class WatchedStream extends FilterInputStream {
        private boolean closed;

        WatchedStream(InputStream in) {
            super(in);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }
}
