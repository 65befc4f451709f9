package io.mediapreflight.submit.json;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import java.util.List;

/**
 * What a body says, and what is wrong with it.
 *
 * @param request every field that could be read; what is missing or mistyped is as if it were absent, a model {@code ""}
 * @param defects in the order of the body
 */
public record ReadRequest(GenerationRequest request, List<RequestDefect> defects) {
    public ReadRequest {
        defects = List.copyOf(defects);
    }
}
