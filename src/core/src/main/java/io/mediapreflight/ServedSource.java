package io.mediapreflight;

import io.mediapreflight.source.Source;
import io.mediapreflight.source.TemporaryEntry;
import java.io.IOException;
import java.util.Optional;

/** The bytes behind a URL. A file that is replaced while it is read is a {@link io.mediapreflight.source.SourceChangedException}. */
public interface ServedSource extends Source {
    /** What the server says of it. */
    Served served();

    /** How many bytes came over the network for it so far, which are more than were asked for: they are read in blocks. */
    long received();

    /**
     * Downloads it into a temporary file, for what opens files by their names. Closing that deletes it.
     *
     * @return empty where it is larger than any file that the limits accept
     */
    Optional<TemporaryEntry> toFile() throws IOException;
}
