package io.mediapreflight.request;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, whether it is within the limits or not: the rules decide that. Immutable.
 *
 * <pre>{@code
 * GenerationRequest request = GenerationRequest.builder()
 *         .model("kling/kling-v3-motion-control")
 *         .image("https://media.example.com/character.jpg")
 *         .video("https://media.example.com/dance.mp4")
 *         .characterOrientation(Orientation.VIDEO)
 *         .build();
 * }</pre>
 */
public final class GenerationRequest {
    private final String model;
    private final Optional<String> prompt;
    private final List<MediaReference> referenceImages;
    private final List<MediaReference> referenceVideos;
    private final Optional<String> resolution;
    private final boolean generateAudio;
    private final Optional<String> characterOrientation;
    private final Map<String, String> unknownFields;

    private GenerationRequest(Builder values, String model) {
        this.model = model;
        prompt = Optional.ofNullable(values.prompt);
        referenceImages = List.copyOf(values.images);
        referenceVideos = List.copyOf(values.videos);
        resolution = Optional.ofNullable(values.resolution);
        generateAudio = values.generateAudio;
        characterOrientation = Optional.ofNullable(values.characterOrientation);
        unknownFields = Collections.unmodifiableMap(new LinkedHashMap<>(values.unknownFields));
    }

    /** A builder of a request without fields. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this request; {@code image} and {@code video} add to what it has. */
    public Builder toBuilder() {
        Builder builder = new Builder();
        builder.model = model;
        builder.prompt = prompt.orElse(null);
        builder.images.addAll(referenceImages);
        builder.videos.addAll(referenceVideos);
        builder.resolution = resolution.orElse(null);
        builder.generateAudio = generateAudio;
        builder.characterOrientation = characterOrientation.orElse(null);
        builder.unknownFields.putAll(unknownFields);
        return builder;
    }

    /** {@code model}; {@code ""} where the body has none. */
    public String model() {
        return model;
    }

    /** The text of {@code prompt}; empty where the request leaves it out. */
    public Optional<String> prompt() {
        return prompt;
    }

    /** The references of {@code reference_images}, in their order. */
    public List<MediaReference> referenceImages() {
        return referenceImages;
    }

    /** The references of {@code reference_videos}, in their order. */
    public List<MediaReference> referenceVideos() {
        return referenceVideos;
    }

    /** {@code resolution}; where the body has none, the service takes the default of its limits. */
    public Optional<String> resolution() {
        return resolution;
    }

    /** {@code generate_audio}; false where the body has none. */
    public boolean generateAudio() {
        return generateAudio;
    }

    /** {@code extra_params.character_orientation} as it is in the body, even where the value is unknown. */
    public Optional<String> characterOrientation() {
        return characterOrientation;
    }

    /** Unknown fields: JSON path to the raw JSON of the value, in the order of the body. */
    public Map<String, String> unknownFields() {
        return unknownFields;
    }

    /**
     * The same with the defaults of these limits written out, so that it requests what was judged even if a default
     * changes.
     */
    public GenerationRequest withDefaults(Limits limits) {
        return resolution.isPresent()
                ? this
                : toBuilder().resolution(limits.request().defaultResolution()).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GenerationRequest that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return List.of(
                model,
                prompt,
                referenceImages,
                referenceVideos,
                resolution,
                generateAudio,
                characterOrientation,
                unknownFields);
    }

    /** For people and logs: URLs without their queries, and of unknown fields only the paths. */
    @Override
    public String toString() {
        return "GenerationRequest[" + RequestField.MODEL.key() + "=" + model + ", " + RequestField.PROMPT.key() + "="
                + prompt.orElse("none") + ", "
                + RequestField.REFERENCE_IMAGES.key() + "=" + referenceImages + ", "
                + RequestField.REFERENCE_VIDEOS.key() + "=" + referenceVideos + ", "
                + RequestField.RESOLUTION.key() + "=" + resolution.orElse("none") + ", "
                + RequestField.GENERATE_AUDIO.key() + "=" + generateAudio + ", "
                + RequestField.CHARACTER_ORIENTATION.key() + "=" + characterOrientation.orElse("none")
                + ", unknown fields=" + unknownFields.keySet() + "]";
    }

    /** Collects the fields of a request. It does not check limits, only contradictions. */
    public static final class Builder {
        /** An element of the references of a slot, and what follows it. */
        private static final Pattern REFERENCE = Pattern.compile("(" + RequestField.REFERENCE_IMAGES.key() + "|"
                + RequestField.REFERENCE_VIDEOS.key() + ")\\[(\\d{1,9})](.*)");

        private static final String URL = "." + RequestField.URL.key();

        private @Nullable String model;
        private @Nullable String prompt;
        private final List<MediaReference> images = new ArrayList<>();
        private final List<MediaReference> videos = new ArrayList<>();
        private @Nullable String resolution;
        private boolean generateAudio;
        private @Nullable String characterOrientation;
        private final Map<String, String> unknownFields = new LinkedHashMap<>();

        private Builder() {}

        /** Required. A reader whose body has no model says so with {@code ""}. */
        public Builder model(String value) {
            model = Objects.requireNonNull(value, RequestField.MODEL.key());
            return this;
        }

        /** Sets {@code prompt}. */
        public Builder prompt(String value) {
            prompt = Objects.requireNonNull(value, RequestField.PROMPT.key());
            return this;
        }

        /** Adds an element to {@code reference_images}. */
        public Builder image(String url) {
            images.add(new MediaReference(Objects.requireNonNull(url, RequestField.URL.key())));
            return this;
        }

        /** Adds an element to {@code reference_videos}. */
        public Builder video(String url) {
            videos.add(new MediaReference(Objects.requireNonNull(url, RequestField.URL.key())));
            return this;
        }

        /** Removes the images and videos, so that others can be named: URLs that were signed again, for example. */
        public Builder withoutReferences() {
            images.clear();
            videos.clear();
            return this;
        }

        /** Sets {@code resolution}, such as {@code 720P}. */
        public Builder resolution(String value) {
            resolution = Objects.requireNonNull(value, RequestField.RESOLUTION.key());
            return this;
        }

        /** Sets {@code generate_audio}. */
        public Builder generateAudio(boolean value) {
            generateAudio = value;
            return this;
        }

        /** Sets {@code extra_params.character_orientation} to any text: the check says whether it is a value of the page. */
        public Builder characterOrientation(String value) {
            characterOrientation = Objects.requireNonNull(value, RequestField.CHARACTER_ORIENTATION.key());
            return this;
        }

        /** Sets {@code extra_params.character_orientation}. */
        public Builder characterOrientation(Orientation value) {
            return characterOrientation(value.id());
        }

        /**
         * An unknown field.
         *
         * @param path such as {@code extra_params.seed} or {@code reference_images[0].weight}
         * @param rawJson its value, as it is in the body
         * @throws IllegalArgumentException where the field is known, or was given before with another value
         */
        public Builder unknownField(String path, String rawJson) {
            Matcher reference = REFERENCE.matcher(path);
            boolean known = reference.matches()
                    ? reference.group(3).isEmpty() || reference.group(3).equals(URL)
                    : path.isEmpty() || isField(path);
            if (known) {
                throw new IllegalArgumentException(
                        "'" + path + "' is a field of the page: the builder has a method for it");
            }
            String before = unknownFields.putIfAbsent(path, Objects.requireNonNull(rawJson, "rawJson"));
            if (before != null && !before.equals(rawJson)) {
                throw new IllegalArgumentException("'" + path + "' was given before with another value");
            }
            return this;
        }

        /**
         * The finished request; later calls on this builder do not change it.
         *
         * @throws IllegalStateException where no model was given, or an unknown field belongs to a reference that
         *     does not exist
         */
        public GenerationRequest build() {
            if (model == null) {
                throw new IllegalStateException("a request names its model: call model(…)");
            }
            for (String path : unknownFields.keySet()) {
                Matcher reference = REFERENCE.matcher(path);
                if (reference.matches() && Integer.parseInt(reference.group(2)) >= references(reference.group(1))) {
                    throw new IllegalStateException(
                            "'" + path + "' lies in a reference that the request does not have");
                }
            }
            return new GenerationRequest(this, model);
        }

        private static boolean isField(String path) {
            return Arrays.stream(RequestField.values())
                    .anyMatch(field -> field != RequestField.URL && field.path().equals(path));
        }

        private int references(String key) {
            return key.equals(RequestField.REFERENCE_IMAGES.key()) ? images.size() : videos.size();
        }
    }
}
