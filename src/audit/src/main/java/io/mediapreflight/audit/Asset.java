package io.mediapreflight.audit;

import io.mediapreflight.audit.cache.ObjectState;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/** Something to be judged, found but not yet opened. */
public sealed interface Asset permits Asset.Media, Asset.Request {
    /** Its name; that of a closed directory ends with a slash. */
    SourceName name();

    /** Something that is judged by itself. */
    sealed interface Media extends Asset permits File, Stored, Unusable {}

    /**
     * A file that was a regular one when it was found.
     *
     * @param path its path
     * @param attributes as they were then
     * @param linked whether a symbolic link leads to it
     * @param place the directory in which a walk has found it, and outside which it is not looked for; empty for a
     *     file that was named
     */
    record File(SourceName name, Path path, BasicFileAttributes attributes, boolean linked, Optional<Place> place)
            implements Media {}

    /**
     * Bytes from anywhere else.
     *
     * @param opener opens them when their turn comes, in the state in which they were found; the judge closes them
     * @param state in which they were found, by which a cache knows them; empty where nothing is to be kept of them
     */
    record Stored(SourceName name, Opener opener, Optional<ObjectState> state) implements Media {
        /** Bytes of which nothing is kept. */
        public Stored(SourceName name, Opener opener) {
            this(name, opener, Optional.empty());
        }
    }

    /**
     * What cannot be judged, and why: a closed directory, a name without a file.
     *
     * @param cause the I/O failure
     */
    record Unusable(SourceName name, IOException cause) implements Media {}

    /**
     * An image and a video that belong together.
     *
     * @param name its row of a manifest, or what the names of both have in common
     * @param defects of the row
     */
    record Request(
            SourceName name,
            RequestDraft draft,
            List<RequestDefect> defects,
            Optional<Media> image,
            Optional<Media> video)
            implements Asset {}

    /** Opens a source. */
    interface Opener {
        /** Opens it; the audit closes it. */
        Source open() throws IOException;
    }
}
