package io.mediapreflight.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a request's body, by the names that the published page gives them. Readers, writers, rules and messages
 * take the names from here.
 */
public enum RequestField {
    MODEL(Place.BODY, "model"),
    PROMPT(Place.BODY, "prompt"),
    REFERENCE_IMAGES(Place.BODY, "reference_images"),
    REFERENCE_VIDEOS(Place.BODY, "reference_videos"),
    RESOLUTION(Place.BODY, "resolution"),
    GENERATE_AUDIO(Place.BODY, "generate_audio"),
    EXTRA_PARAMS(Place.BODY, "extra_params"),
    CHARACTER_ORIENTATION(Place.EXTRA_PARAMS, "character_orientation"),
    URL(Place.REFERENCE, "url");

    /** An object that has fields. */
    public enum Place {
        /** The body itself. */
        BODY,
        /** The object at {@link RequestField#EXTRA_PARAMS}. */
        EXTRA_PARAMS,
        /** Each element of {@link RequestField#REFERENCE_IMAGES} and {@link RequestField#REFERENCE_VIDEOS}. */
        REFERENCE
    }

    private final Place place;
    private final String key;

    RequestField(Place place, String key) {
        this.place = place;
        this.key = key;
    }

    /** The object that the field is a member of. */
    public Place place() {
        return place;
    }

    /** The field's name within its object, such as {@code character_orientation}. */
    public String key() {
        return key;
    }

    /** Where the field is in the body, such as {@code extra_params.character_orientation}; of {@link #URL} its name alone. */
    public String path() {
        return place == Place.EXTRA_PARAMS ? EXTRA_PARAMS.key + "." + key : key;
    }

    /** The field of that name within an object of that kind; empty where the page has none. */
    public static Optional<RequestField> of(Place place, String key) {
        return Arrays.stream(values())
                .filter(field -> field.place == place && field.key.equals(key))
                .findFirst();
    }

    /** The names that an object of that kind may have, in the order of the page. */
    public static List<String> keys(Place place) {
        return Arrays.stream(values())
                .filter(field -> field.place == place)
                .map(RequestField::key)
                .toList();
    }

    /** The array that holds the references of a slot. */
    public static RequestField references(Slot slot) {
        return slot == Slot.IMAGE ? REFERENCE_IMAGES : REFERENCE_VIDEOS;
    }

    /** Where a reference is in the body, such as {@code reference_images[0]}. */
    public static String referencePath(Slot slot, int index) {
        return references(slot).key + "[" + index + "]";
    }

    /** Where the URL of a reference is in the body, such as {@code reference_images[0].url}. */
    public static String urlPath(Slot slot, int index) {
        return referencePath(slot, index) + "." + URL.key;
    }
}
