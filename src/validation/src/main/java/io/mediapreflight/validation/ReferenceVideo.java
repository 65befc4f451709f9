package io.mediapreflight.validation;

import io.mediapreflight.spec.Orientation;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value passes the check of a reference video. It is a {@link java.nio.file.Path}, a {@code byte[]}, a
 * {@link io.mediapreflight.source.Source}, or a {@link java.util.function.Supplier} of an {@link java.io.InputStream}, which is closed
 * after it was read; {@link PreflightValidatorFactory} adds further types. {@code null} is valid.
 *
 * <p>Each finding of the check is a violation. What could not be read is one, too.
 */
@Documented
@Constraint(validatedBy = ReferenceVideoValidator.class)
@Target({
    ElementType.METHOD,
    ElementType.FIELD,
    ElementType.ANNOTATION_TYPE,
    ElementType.CONSTRUCTOR,
    ElementType.PARAMETER,
    ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ReferenceVideo.List.class)
public @interface ReferenceVideo {
    /**
     * The message of a violation. {@code {finding.message}} stands for the sentence of the finding, {@code {finding.rule}} for the id of its
     * rule, {@code {finding.actual}} and {@code {finding.limit}} for what was measured and what is allowed, {@code {finding.fix}} for what to
     * do. Everything else is interpolated as in any message.
     */
    String message() default "{finding.message}";

    /** The groups that it belongs to. */
    Class<?>[] groups() default {};

    /** What clients of the validation attach to it. */
    Class<? extends Payload>[] payload() default {};

    /**
     * The {@code character_orientation} that the video is used with, which decides how long it may be. Without one, it must be short enough
     * for both. More than one is an error in the declaration.
     */
    Orientation[] orientation() default {};

    /** Whether a video with warnings, which the service may refuse, is valid. */
    boolean allowWarnings() default false;

    /** Several of them, such as one for each group. */
    @Documented
    @Target({
        ElementType.METHOD,
        ElementType.FIELD,
        ElementType.ANNOTATION_TYPE,
        ElementType.CONSTRUCTOR,
        ElementType.PARAMETER,
        ElementType.TYPE_USE
    })
    @Retention(RetentionPolicy.RUNTIME)
    @interface List {
        /** Each is checked by itself. */
        ReferenceVideo[] value();
    }
}
