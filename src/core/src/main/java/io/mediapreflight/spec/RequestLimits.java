package io.mediapreflight.spec;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.util.List;

/**
 * The limits of a request, but for its media. All bounds are inclusive. Those of your own are made from others, so that a limit that
 * comes later keeps its published value:
 *
 * <pre>{@code
 * Limits published = Limits.klingV3MotionControl();
 * Limits ours = published.toBuilder()
 *         .request(published.request().toBuilder().promptMaxCharacters(500).build())
 *         .build();
 * }</pre>
 *
 * @param promptMaxCharacters for {@code prompt}, 0 or more; Unicode's characters and UTF-16 units are both counted
 * @param resolutions the values that the field may have, in the order in which messages list them; 1 or more
 * @param defaultResolution what it is where a request leaves the field out; one of {@code resolutions}
 * @param maxImages of {@code reference_images}, 0 or more
 * @param maxVideos of {@code reference_videos}, 0 or more
 */
public record RequestLimits(
        int promptMaxCharacters, List<String> resolutions, String defaultResolution, int maxImages, int maxVideos) {
    /**
     * These limits.
     *
     * @throws RefusedValueException where the default is not one of the resolutions, or a maximum is negative
     */
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

    /** Starts from these limits. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects limits of a request; what is not set stays as it was. */
    public static final class Builder {
        private int promptMaxCharacters;
        private List<String> resolutions;
        private String defaultResolution;
        private int maxImages;
        private int maxVideos;

        private Builder(RequestLimits from) {
            this.promptMaxCharacters = from.promptMaxCharacters;
            this.resolutions = from.resolutions;
            this.defaultResolution = from.defaultResolution;
            this.maxImages = from.maxImages;
            this.maxVideos = from.maxVideos;
        }

        /** The maximum length of the prompt: 0 or more characters. */
        public Builder promptMaxCharacters(int value) {
            promptMaxCharacters = value;
            return this;
        }

        /**
         * Replaces the values that {@code resolution} may have.
         *
         * @param values 1 or more, spelled exactly
         * @param value the one of them that a request without the field means
         */
        public Builder resolutions(List<String> values, String value) {
            resolutions = List.copyOf(values);
            defaultResolution = value;
            return this;
        }

        /** The maximum number of reference images, 0 or more. */
        public Builder maxImages(int value) {
            maxImages = value;
            return this;
        }

        /** The maximum number of reference videos, 0 or more. */
        public Builder maxVideos(int value) {
            maxVideos = value;
            return this;
        }

        /**
         * The limits as they are set by now.
         *
         * @throws RefusedValueException where the default is not one of the resolutions, or a maximum is negative
         */
        public RequestLimits build() {
            return new RequestLimits(promptMaxCharacters, resolutions, defaultResolution, maxImages, maxVideos);
        }
    }
}
