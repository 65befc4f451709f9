package io.mediapreflight.source;

import java.io.IOException;
import java.util.Optional;

/** Bytes that come over a network. What is replaced while it is read is a {@link SourceChangedException}. */
public interface RemoteSource extends Source {
    /** How many bytes came over the network for it so far, which are more than were asked for: they are read in blocks. */
    long received();

    /**
     * Downloads it into a temporary file, for what opens files by their names. Closing that deletes it.
     *
     * @return empty where it is larger than any file that the limits accept
     */
    Optional<TemporaryEntry> toFile() throws IOException;
}
