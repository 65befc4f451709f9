package io.mediapreflight.validation;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import jakarta.validation.ConstraintDeclarationException;
import java.util.List;

/** Validates what is annotated with {@link ReferenceVideo}. */
public final class ReferenceVideoValidator extends MediaValidator<ReferenceVideo> {
    /** For providers of the validation: by the published limits, without further types. */
    public ReferenceVideoValidator() {
        this(Preflight.standard(), List.of());
    }

    ReferenceVideoValidator(Preflight preflight, List<ValueCheck> further) {
        super(preflight, further);
    }

    @Override
    public void initialize(ReferenceVideo constraint) {
        Orientation[] orientation = constraint.orientation();
        if (orientation.length > 1) {
            throw new ConstraintDeclarationException("@ReferenceVideo has more than one orientation");
        }
        Subject subject = orientation.length == 0 ? Subject.video() : Subject.video(orientation[0]);
        initialize(subject, constraint.allowWarnings(), constraint.message());
    }
}
