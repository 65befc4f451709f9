package io.mediapreflight.validation;

import io.mediapreflight.rule.Finding;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import java.util.Optional;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.hibernate.validator.engine.HibernateConstraintViolation;

/** What violations of the constraints carry: the standard has no place for findings, but Hibernate Validator has. */
public final class Violations {
    private static final boolean IS_SUPPORTED = isSupported();

    private Violations() {}

    private static boolean isSupported() {
        try {
            Class.forName(
                    "org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext",
                    false,
                    Violations.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Has the violations that are built next carry a finding, where the provider can. */
    static void attach(Finding finding, ConstraintValidatorContext context) {
        if (IS_SUPPORTED) {
            Hibernate.attach(finding, context);
        }
    }

    /**
     * The finding that a violation was made of, to build an error from its values.
     *
     * @return empty for violations of other constraints, and where the provider is not Hibernate Validator
     */
    public static Optional<Finding> finding(ConstraintViolation<?> violation) {
        return IS_SUPPORTED ? Hibernate.of(violation) : Optional.empty();
    }

    /** A class of its own, which is loaded only where its classes are there. */
    private static final class Hibernate {
        static void attach(Finding finding, ConstraintValidatorContext context) {
            if (context instanceof HibernateConstraintValidatorContext own) {
                own.withDynamicPayload(finding);
            }
        }

        static Optional<Finding> of(ConstraintViolation<?> violation) {
            return violation instanceof HibernateConstraintViolation<?> own
                    ? Optional.ofNullable(own.getDynamicPayload(Finding.class))
                    : Optional.empty();
        }
    }
}
