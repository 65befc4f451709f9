package io.mediapreflight.validation;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.text.Phrase;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks a value, and makes a violation of each finding. */
abstract class MediaValidator<A extends Annotation> implements ConstraintValidator<A, Object> {
    private final Preflight preflight;
    private final List<ValueCheck> checks;
    private final Defaults defaults;
    private Subject subject = Subject.anything();
    private boolean allowWarnings;
    private String template = "";

    MediaValidator(Preflight preflight, List<ValueCheck> further, Defaults defaults) {
        this.preflight = preflight;
        this.defaults = defaults;
        this.checks = new ArrayList<>(further);
        this.checks.add(new StandardValues());
    }

    final Defaults defaults() {
        return defaults;
    }

    final void initialize(Subject meant, boolean warningsAllowed, String message) {
        subject = meant;
        allowWarnings = warningsAllowed || defaults.allowWarnings();
        template = message;
    }

    @Override
    public final boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        List<Finding> violations = verdict(value).findings().stream()
                .filter(finding -> !allowWarnings || finding.severity() != Outcome.WARN)
                .toList();
        if (violations.isEmpty()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        for (Finding finding : violations) {
            Violations.attach(finding, context);
            context.buildConstraintViolationWithTemplate(MessageTemplate.fill(template, finding))
                    .addConstraintViolation();
        }
        return false;
    }

    private MediaVerdict verdict(Object value) {
        for (ValueCheck check : checks) {
            Optional<MediaVerdict> verdict = check.check(value, preflight, subject);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        throw new ConstraintDeclarationException(Phrase.of("validation:type")
                .with("type", value.getClass().getName())
                .toString());
    }
}
