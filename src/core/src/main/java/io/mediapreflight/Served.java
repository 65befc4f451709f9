package io.mediapreflight;

import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.text.Phrase;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a server says of what a URL serves.
 *
 * @param url as it was asked for, secrets included; {@link #toString} leaves them out
 * @param endUrl where redirects led, for people: without what may be secret; that of the URL itself where there are none
 * @param size in bytes; empty where the server does not say
 * @param entityTag as it stands in {@code ETag}
 * @param lastModified as it stands in {@code Last-Modified}
 * @param mediaType as it stands in {@code Content-Type}
 * @param digests of all its bytes, in lower-case hexadecimal digits, by the names of their algorithms, such as {@code SHA-256}
 */
public record Served(
        String url,
        String endUrl,
        OptionalLong size,
        Optional<String> entityTag,
        Optional<String> lastModified,
        Optional<String> mediaType,
        Map<String, String> digests) {
    public Served {
        digests = Map.copyOf(digests);
    }

    /** Whether redirects led elsewhere. */
    public boolean isElsewhere() {
        return !endUrl.equals(MaskedUrl.of(url));
    }

    /**
     * What differs from what was served before, by what both times were said; empty where nothing does.
     *
     * @param before of the same URL
     */
    public Optional<Phrase> changeSince(Served before) {
        if (size.isPresent() && before.size.isPresent() && size.getAsLong() != before.size.getAsLong()) {
            return Optional.of(Phrase.of("clearing:served.size")
                    .with("size", size.getAsLong())
                    .with("before", before.size.getAsLong()));
        }
        if (size.isPresent() != before.size.isPresent()) {
            return Optional.of(Phrase.of("clearing:served.size-unknown"));
        }
        if (differ(entityTag.orElse(null), before.entityTag.orElse(null))) {
            return Optional.of(Phrase.of("clearing:served.tag"));
        }
        boolean isTagged = entityTag.isPresent() && before.entityTag.isPresent();
        return !isTagged && differ(lastModified.orElse(null), before.lastModified.orElse(null))
                ? Optional.of(Phrase.of("clearing:served.modified"))
                : Optional.empty();
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    @Override
    public String toString() {
        return "Served[" + MaskedUrl.of(url) + ", " + size + ", " + entityTag + ", " + lastModified + ", " + mediaType
                + "]";
    }
}
