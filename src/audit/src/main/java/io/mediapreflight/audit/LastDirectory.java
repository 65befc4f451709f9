package io.mediapreflight.audit;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The directory that one worker has opened its last file in: the next file mostly lies there, too. */
final class LastDirectory implements Closeable {
    private final Disk disk;
    private @Nullable Place place;
    private @Nullable HeldDirectory held;

    LastDirectory(Disk disk) {
        this.disk = disk;
    }

    /**
     * A directory, open.
     *
     * @throws IOException where it cannot be opened, or is another one by now
     */
    HeldDirectory at(Place wanted) throws IOException {
        HeldDirectory current = held;
        if (current != null && wanted.equals(place)) {
            return current;
        }
        close();
        HeldDirectory opened = disk.directory(wanted);
        held = opened;
        place = wanted;
        return opened;
    }

    @Override
    public void close() throws IOException {
        HeldDirectory current = held;
        held = null;
        place = null;
        if (current != null) {
            current.close();
        }
    }
}
