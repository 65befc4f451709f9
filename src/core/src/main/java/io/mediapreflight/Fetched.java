package io.mediapreflight;

import io.mediapreflight.rule.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What came of fetching from a URL.
 *
 * @param verdict on the media; empty where a local copy is judged in their place
 * @param findings about the fetching, without a place in a request
 * @param served what the server said; empty where nothing could be read
 */
record Fetched(Optional<MediaVerdict> verdict, List<Finding> findings, Optional<Served> served) {
    Fetched {
        findings = List.copyOf(findings);
    }
}
