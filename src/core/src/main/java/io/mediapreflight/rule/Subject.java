package io.mediapreflight.rule;

import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of media beyond their bytes: their name, their declared type, and their purpose.
 *
 * @param name the file name; only its extension matters
 * @param mediaType a declared media type such as {@code image/jpeg}; parameters behind a semicolon are ignored
 * @param slot the place in a request they are meant for; empty: what the extension says
 * @param orientation {@code extra_params.character_orientation}; empty: a duration is judged under both
 */
public record Subject(
        Optional<String> name, Optional<String> mediaType, Optional<Slot> slot, Optional<Orientation> orientation) {
    private static final Subject ANYTHING =
            new Subject(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Media of which only the bytes are known. */
    public static Subject anything() {
        return ANYTHING;
    }

    /** Media for {@code reference_images}. */
    public static Subject image() {
        return ANYTHING.forSlot(Slot.IMAGE);
    }

    /** Media for {@code reference_videos}, to be judged under both orientations. */
    public static Subject video() {
        return ANYTHING.forSlot(Slot.VIDEO);
    }

    /** Media for {@code reference_videos}, to be used with this orientation. */
    public static Subject video(Orientation orientation) {
        return video().with(orientation);
    }

    /** The same for this place in a request. */
    public Subject forSlot(Slot value) {
        return new Subject(name, mediaType, Optional.of(value), orientation);
    }

    /** The same with this {@code character_orientation}. */
    public Subject with(Orientation value) {
        return new Subject(name, mediaType, slot, Optional.of(value));
    }

    /** The same with this file name. */
    public Subject named(String value) {
        return new Subject(Optional.of(value), mediaType, slot, orientation);
    }

    /** The same with this media type, as a client declared it. */
    public Subject declaredAs(String value) {
        return new Subject(name, Optional.of(value), slot, orientation);
    }

    /**
     * The kind that the slot takes, else that of the declared media type, else the one that the extension promises; empty
     * where none of them says anything.
     */
    public Optional<Kind> meantFor() {
        if (slot.isPresent()) {
            return Optional.of(slot.get().kind());
        }
        Optional<Kind> declared = declaredKind();
        if (declared.isPresent()) {
            return declared;
        }
        Optional<Format> promised = promisedByName();
        return promised.isPresent() ? Optional.of(promised.get().kind()) : Optional.empty();
    }

    /** By the top-level type (RFC 6838 4.2); empty for what servers say of anything: {@code application/octet-stream}. */
    private Optional<Kind> declaredKind() {
        if (mediaType.isEmpty()) {
            return Optional.empty();
        }
        String type = plain(mediaType.get());
        int slash = Math.max(0, type.indexOf('/'));
        return switch (type.substring(0, slash)) {
            case "image" -> Optional.of(Kind.IMAGE);
            case "video" -> Optional.of(Kind.VIDEO);
            case "audio" -> Optional.of(Kind.AUDIO);
            case "text", "font", "model" -> Optional.of(Kind.OTHER);
            case "application" ->
                Arrays.stream(Format.values())
                        .filter(format -> format.id().equals(type.substring(slash + 1)))
                        .map(Format::kind)
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /** Without its parameters, in lower case. */
    private static String plain(String type) {
        int parameters = type.indexOf(';');
        String plain = parameters < 0 ? type : type.substring(0, parameters);
        return plain.trim().toLowerCase(Locale.ROOT);
    }

    Optional<Format> promisedByName() {
        return name.isPresent() ? Format.promisedBy(name.get()) : Optional.empty();
    }

    /** The format that the declared media type names; empty where it names none we know. */
    Optional<Format> promisedByMediaType() {
        return mediaType.isPresent() ? byMediaType(plain(mediaType.get())) : Optional.empty();
    }

    private static Optional<Format> byMediaType(String type) {
        return switch (type) {
            case "video/quicktime" -> Optional.of(Format.MOV);
            case "video/x-m4v" -> Optional.of(Format.MP4);
            case "video/x-matroska" -> Optional.of(Format.MKV);
            case "image/svg+xml" -> Optional.of(Format.SVG);
            default ->
                type.startsWith("image/") || type.startsWith("video/")
                        ? Format.promisedBy("." + type.substring("image/".length()))
                        : Optional.empty();
        };
    }
}
