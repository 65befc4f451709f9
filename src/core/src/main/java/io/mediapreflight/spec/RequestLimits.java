package io.mediapreflight.spec;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.util.List;

/**
 * The limits of a request, but for its media. All bounds are inclusive.
 *
 * @param promptMaxCharacters for {@code prompt}
 * @param resolutions the values the field may have, in the order of the page
 * @param defaultResolution what it is where a request leaves the field out; one of {@code resolutions}
 * @param maxImages for {@code reference_images}
 * @param maxVideos for {@code reference_videos}
 */
public record RequestLimits(
        int promptMaxCharacters, List<String> resolutions, String defaultResolution, int maxImages, int maxVideos) {
    public RequestLimits {
        resolutions = List.copyOf(resolutions);
        if (!resolutions.contains(defaultResolution)) {
            throw new RefusedValueException(Phrase.of("limits:resolution")
                    .with("name", Excerpt.of(defaultResolution))
                    .with(
                            "names",
                            resolutions.stream()
                                    .map(Excerpt::of)
                                    .map(Phrase::verbatim)
                                    .toList()));
        }
        if (promptMaxCharacters < 0 || maxImages < 0 || maxVideos < 0) {
            throw new RefusedValueException(Phrase.of("limits:negative"));
        }
    }
}
