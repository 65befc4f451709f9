package io.mediapreflight.audit;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.audit.cache.AssetState;
import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.audit.cache.FileState;
import java.util.Optional;

/**
 * What one examiner said of files: a decoder of a version, to a depth, by limits. What another one said, or the same one asked
 * for something else, is passed over.
 */
final class ExaminationCache {
    private final FactsCache cache;
    private final String identity;
    private final Disk disk;

    ExaminationCache(FactsCache cache, String identity, Disk disk) {
        this.cache = cache;
        this.identity = identity;
        this.disk = disk;
    }

    /** What was said of a file or an object that has not changed since. */
    Optional<Examination> find(Asset.Media item) {
        Optional<? extends AssetState> state = item instanceof Asset.Stored stored
                ? stored.state()
                : item instanceof Asset.File file ? FileStates.found(file) : Optional.empty();
        return state.flatMap(each -> cache.findExamination(each, identity));
    }

    /** Keeps what was said of an object, which was read in the state in which it was found. */
    void keep(Asset.Stored stored, Inspection.Seen seen, Examination examination, long nanos) {
        stored.state().ifPresent(state -> cache.keepExamination(state, since(seen, nanos), identity, examination));
    }

    /**
     * Keeps what was said, where the file has not changed since it was found.
     *
     * @param nanos how long it took to look at the file and to examine it
     */
    void keep(Asset.File file, Inspection.Seen seen, Examination examination, long nanos) {
        Optional<FileState> state = FileStates.found(file);
        if (state.isPresent() && FileStates.isStill(state.get(), file, disk)) {
            cache.keepExamination(state.get(), since(seen, nanos), identity, examination);
        }
    }

    private static Inspection.Seen since(Inspection.Seen seen, long nanos) {
        return new Inspection.Seen(seen.probed(), seen.bytes(), seen.bytesRead(), nanos);
    }
}
