package io.mediapreflight.audit;

import java.util.Optional;

/**
 * What an asset is called. Names are as {@link io.mediapreflight.source.SurrogateEscape} has them, so that no byte is lost.
 *
 * @param root the audited folder as it was named; empty where the asset was named by itself
 * @param text the path below the root, with {@code /} between its parts; a folder's ends with one. Without a root, the
 *     whole name
 */
public record AssetName(Optional<String> root, String text) {
    /** Something that was named by itself: a file, a row of a manifest, an object in a store. */
    public static AssetName of(String text) {
        return new AssetName(Optional.empty(), text);
    }

    /** The last part of the name, whose extension says what the asset is meant for. */
    public String fileName() {
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
