package io.mediapreflight.audit;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
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

    /** What was said of a file that has not changed since. */
    Optional<Examination> find(Asset.File file) {
        return FileStates.found(file).flatMap(state -> cache.findExamination(state, identity));
    }

    /**
     * Keeps what was said, where the file has not changed since it was found.
     *
     * @param nanos how long it took to look at the file and to examine it
     */
    void keep(Asset.File file, Inspection.Seen seen, Examination examination, long nanos) {
        Optional<FileState> state = FileStates.found(file);
        if (state.isPresent() && FileStates.isStill(state.get(), file, disk)) {
            Inspection.Seen since = new Inspection.Seen(seen.probed(), seen.bytes(), seen.bytesRead(), nanos);
            cache.keepExamination(state.get(), since, identity, examination);
        }
    }
}
