package io.mediapreflight.validation;

import io.mediapreflight.rule.Finding;
import jakarta.validation.ConstraintViolation;
import java.util.Optional;

/** What violations of the constraints carry. */
public final class Violations {
    private Violations() {}

    /**
     * The finding that a violation was made of, to build an error from its values.
     *
     * @return empty for violations of other constraints, and where the provider is not Hibernate Validator
     */
    public static Optional<Finding> finding(ConstraintViolation<?> violation) {
        return FindingPayload.of(violation);
    }
}
