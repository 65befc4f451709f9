package io.mediapreflight.fix;

/**
 * What a plan is asked for, beyond a copy that passes.
 *
 * @param shape what to do where scaling alone does not help
 * @param stripMetadata whether the copy is made without the metadata of the original, also of a file that passes: headers do not say
 *     whether there are some
 */
public record FixOptions(Shape shape, boolean stripMetadata) {
    /** Nothing is lost: margins where the shape is wrong, and metadata as they come. */
    public static final FixOptions STANDARD = new FixOptions(Shape.PAD, false);

    /** These options with another shape. */
    public FixOptions with(Shape other) {
        return new FixOptions(other, stripMetadata);
    }

    /** These options, and a copy without metadata if so. */
    public FixOptions strippingMetadata(boolean strip) {
        return new FixOptions(shape, strip);
    }
}
