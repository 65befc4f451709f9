package io.mediapreflight.validation;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.text.Phrase;
import jakarta.validation.ConstraintDeclarationException;
import java.util.List;
import java.util.Optional;

/** Validates what is annotated with {@link ReferenceVideo}. */
public final class ReferenceVideoValidator extends MediaValidator<ReferenceVideo> {
    /** For providers of the validation: by the published limits, without further types. */
    public ReferenceVideoValidator() {
        this(Preflight.standard(), List.of(), Defaults.STRICT);
    }

    ReferenceVideoValidator(Preflight preflight, List<ValueCheck> further, Defaults defaults) {
        super(preflight, further, defaults);
    }

    @Override
    public void initialize(ReferenceVideo constraint) {
        Orientation[] orientation = constraint.orientation();
        if (orientation.length > 1) {
            throw new ConstraintDeclarationException(
                    Phrase.of("validation:orientations").toString());
        }
        Optional<Orientation> known = orientation.length == 0 ? defaults().orientation() : Optional.of(orientation[0]);
        Subject subject = known.map(Subject::video).orElseGet(Subject::video);
        initialize(subject, constraint.allowWarnings(), constraint.message());
    }
}
