package io.mediapreflight.validation;

import io.mediapreflight.spec.Orientation;
import java.util.Optional;

/**
 * What constraints that do not say it mean.
 *
 * @param orientation that of a {@link ReferenceVideo} without one; empty: videos must be short enough for both
 * @param allowWarnings whether media with warnings are valid wherever they are
 */
public record Defaults(Optional<Orientation> orientation, boolean allowWarnings) {
    /** Both orientations, and no warnings. */
    public static final Defaults STRICT = new Defaults(Optional.empty(), false);
}
