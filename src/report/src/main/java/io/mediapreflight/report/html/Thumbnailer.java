package io.mediapreflight.report.html;

import io.mediapreflight.MediaVerdict;
import java.util.List;
import java.util.Optional;

/** Makes small images of media, for a page that shows them. Asked at the end of a report, for those in its table alone. */
@FunctionalInterface
public interface Thumbnailer {
    /**
     * A few at a time, so that they can be made side by side.
     *
     * @return for each of the media, in their order, a JPEG, or nothing where none can be made of it
     */
    List<Optional<byte[]>> of(List<MediaVerdict> media);
}
