package io.mediapreflight.audit.manifest;

import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.text.SurrogateEscape;
import java.util.List;
import java.util.Optional;

/**
 * One row: a request that is yet to be made. An empty cell, an empty string and {@code null} are absent.
 *
 * @param line where the row begins, from 1
 * @param id what its author calls it
 * @param image the path as it stands there, as {@link SurrogateEscape} has it
 * @param video likewise
 * @param orientation as it was written, even where it is no value of the page
 * @param defects what is wrong with the row; one of kind {@code NOT_JSON} says that nothing else is known of it
 */
public record ManifestRow(
        long line,
        Optional<String> id,
        Optional<String> image,
        Optional<String> video,
        Optional<String> prompt,
        Optional<String> resolution,
        Optional<String> orientation,
        List<RequestDefect> defects) {
    public ManifestRow {
        defects = List.copyOf(defects);
    }
}
