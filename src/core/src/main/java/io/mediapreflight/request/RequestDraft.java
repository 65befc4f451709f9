package io.mediapreflight.request;

import io.mediapreflight.spec.Slot;
import java.util.Optional;
import java.util.Set;

/**
 * A request that is yet to be written: its media are there and have no URLs. It can be judged as far as it goes, and not be
 * cleared.
 *
 * @param prompt empty where there is none
 * @param resolution empty: the page's default
 * @param characterOrientation as it was written, even where it is no value of the page
 * @param media the slots for which there is a media file, one each at most
 */
public record RequestDraft(
        Optional<String> prompt, Optional<String> resolution, Optional<String> characterOrientation, Set<Slot> media) {
    public RequestDraft {
        media = Set.copyOf(media);
    }

    /** The media alone. */
    public static RequestDraft of(Set<Slot> media) {
        return new RequestDraft(Optional.empty(), Optional.empty(), Optional.empty(), media);
    }

    /** The request as it would be without its media. */
    public GenerationRequest withoutMedia(String model) {
        GenerationRequest.Builder builder = GenerationRequest.builder().model(model);
        prompt.ifPresent(builder::prompt);
        resolution.ifPresent(builder::resolution);
        characterOrientation.ifPresent(builder::characterOrientation);
        return builder.build();
    }
}
