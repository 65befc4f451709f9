package io.mediapreflight.validation;

import io.mediapreflight.Preflight;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorFactory;
import java.util.List;
import java.util.Objects;

/**
 * Makes the validators with a check of your own: other limits, own rules, a decoder. Without it they check by the published limits.
 *
 * <pre>{@code
 * Configuration<?> configuration = Validation.byDefaultProvider().configure();
 * ValidatorFactory factory = configuration
 *         .constraintValidatorFactory(new PreflightValidatorFactory(preflight, configuration.getDefaultConstraintValidatorFactory()))
 *         .buildValidatorFactory();
 * }</pre>
 */
public final class PreflightValidatorFactory implements ConstraintValidatorFactory {
    private final Preflight preflight;
    private final List<ValueCheck> further;
    private final Defaults defaults;
    private final ConstraintValidatorFactory others;

    /** With the types that the constraints know. */
    public PreflightValidatorFactory(Preflight preflight, ConstraintValidatorFactory others) {
        this(preflight, List.of(), Defaults.STRICT, others);
    }

    /**
     * With further types and other defaults.
     *
     * @param further asked first, in this order
     * @param defaults what constraints that do not say it mean
     * @param others makes all other validators
     */
    public PreflightValidatorFactory(
            Preflight preflight, List<ValueCheck> further, Defaults defaults, ConstraintValidatorFactory others) {
        this.preflight = Objects.requireNonNull(preflight);
        this.further = List.copyOf(further);
        this.defaults = Objects.requireNonNull(defaults);
        this.others = Objects.requireNonNull(others);
    }

    @Override
    public <T extends ConstraintValidator<?, ?>> T getInstance(Class<T> type) {
        if (type == ReferenceImageValidator.class) {
            return type.cast(new ReferenceImageValidator(preflight, further, defaults));
        }
        if (type == ReferenceVideoValidator.class) {
            return type.cast(new ReferenceVideoValidator(preflight, further, defaults));
        }
        return others.getInstance(type);
    }

    @Override
    public void releaseInstance(ConstraintValidator<?, ?> instance) {
        if (!(instance instanceof MediaValidator<?>)) {
            others.releaseInstance(instance);
        }
    }
}
