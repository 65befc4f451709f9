package io.mediapreflight.validation;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.rule.Subject;
import java.util.Optional;

/** Checks annotated values of a type that the constraints do not know, such as the uploads of a web framework. Several threads may call it. */
@FunctionalInterface
public interface ValueCheck {
    /**
     * Checks a value.
     *
     * @param subject what it is meant for; a name or a media type that the value knows may be added
     * @return empty for values of other types
     */
    Optional<MediaVerdict> check(Object value, Preflight preflight, Subject subject);
}
