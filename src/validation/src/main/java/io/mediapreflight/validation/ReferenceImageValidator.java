package io.mediapreflight.validation;

import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import java.util.List;

/** Validates what is annotated with {@link ReferenceImage}. */
public final class ReferenceImageValidator extends MediaValidator<ReferenceImage> {
    /** For providers of the validation: by the published limits, without further types. */
    public ReferenceImageValidator() {
        this(Preflight.standard(), List.of(), Defaults.STRICT);
    }

    ReferenceImageValidator(Preflight preflight, List<ValueCheck> further, Defaults defaults) {
        super(preflight, further, defaults);
    }

    @Override
    public void initialize(ReferenceImage constraint) {
        initialize(Subject.image(), constraint.allowWarnings(), constraint.message());
    }
}
