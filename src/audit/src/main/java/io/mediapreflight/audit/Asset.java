package io.mediapreflight.audit;

import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Something to be judged, found and not yet opened. */
public sealed interface Asset permits Asset.Medium, Asset.Request {
    AssetName name();

    /** Something that is judged by itself. */
    sealed interface Medium extends Asset permits File, Stored, Unusable {}

    /**
     * A file that was a regular one when it was found.
     *
     * @param path where it is
     * @param attributes as they were then
     * @param linked whether a symbolic link leads to it
     * @param place the directory in which a walk has found it, and outside which it is not looked for; empty for a file that was
     *     named
     */
    record File(AssetName name, Path path, BasicFileAttributes attributes, boolean linked, Optional<Place> place)
            implements Medium {}

    /**
     * Bytes from anywhere else.
     *
     * @param opener opens them when their turn comes; whoever judges them closes them
     */
    record Stored(AssetName name, Opener opener) implements Medium {}

    /**
     * What cannot be judged, and why: a closed folder, a name of which there is no file.
     *
     * @param cause the accident
     */
    record Unusable(AssetName name, IOException cause) implements Medium {}

    /**
     * An image and a video that belong together.
     *
     * @param row the line of the manifest; empty for a pair of files
     * @param id what the manifest calls the row
     * @param defects of the row
     */
    record Request(
            AssetName name,
            OptionalLong row,
            Optional<String> id,
            RequestDraft draft,
            List<RequestDefect> defects,
            Optional<Medium> image,
            Optional<Medium> video)
            implements Asset {}

    /** Opens a source. */
    interface Opener {
        Source open() throws IOException;
    }
}
