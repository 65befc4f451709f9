package io.mediapreflight.submit;

import io.mediapreflight.ClearedCopy;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a cleared request is still what was judged. Its media are hashed once, before anything is written down or sent; before
 * each attempt only the stamps of files are looked at, and all media are hashed again where one has changed. A source that is no
 * file has no stamp: with one, they are hashed again before each attempt but the first, which follows the first hashing at once.
 */
final class MediaFreshness {
    private final ClearedRequest cleared;
    private final Clock clock;
    private final List<Optional<FileStamp>> stamps;
    private boolean isJustHashed = true;

    private MediaFreshness(ClearedRequest cleared, Clock clock, List<Optional<FileStamp>> stamps) {
        this.cleared = cleared;
        this.clock = clock;
        this.stamps = stamps;
    }

    /** Hashes the media. */
    static MediaFreshness established(ClearedRequest cleared, Clock clock) throws StaleRequestException {
        MediaFreshness freshness = new MediaFreshness(cleared, clock, stamps(cleared)); // what is written later shows
        freshness.requireUnchanged();
        return freshness;
    }

    private void requireUnchanged() throws StaleRequestException {
        Optional<String> staleness;
        try {
            staleness = cleared.staleness(clock);
        } catch (IOException e) {
            throw new StaleRequestException(
                    Phrase.of("submit:stale.unreadable")
                            .with("reason", reason(e))
                            .toString(),
                    e);
        }
        if (staleness.isPresent()) {
            throw new StaleRequestException(staleness.get());
        }
    }

    /** Some exceptions say all by their names, such as that of a closed channel. */
    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    /** Why it must not be sent any more; empty where it may. */
    Optional<String> obstacle() {
        boolean stampsSuffice = isJustHashed || stamps.stream().allMatch(Optional::isPresent);
        isJustHashed = false;
        boolean untouched = stampsSuffice
                && clock.instant().isBefore(cleared.validUntil())
                && stamps.size() == cleared.media().size()
                && stamps.equals(stamps(cleared));
        if (untouched) {
            return Optional.empty();
        }
        try {
            requireUnchanged();
            return Optional.empty();
        } catch (StaleRequestException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** As far as the files can be asked. */
    private static List<Optional<FileStamp>> stamps(ClearedRequest cleared) {
        List<Optional<FileStamp>> stamps = new ArrayList<>();
        for (ClearedCopy item : cleared.media()) {
            try {
                stamps.add(item.copy().stamp());
            } catch (IOException e) {
                return List.of(); // hashing says what is wrong
            }
        }
        return stamps;
    }
}
