package io.mediapreflight.audit;

import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The real disk, but for what a test wants to go wrong. By names, without their directories. */
final class FaultyDisk implements Disk {
    private final Disk real = new Real();
    private final Map<String, IOException> closedDirectories = new HashMap<>();
    private final Map<String, IOException> brokenListings = new HashMap<>();
    private final Map<String, IOException> unknownNames = new HashMap<>();
    private final Map<String, IOException> barred = new HashMap<>();
    private final Map<String, CountDownLatch> hanging = new HashMap<>();
    private final AtomicInteger opened = new AtomicInteger();

    FaultyDisk closing(String directory, IOException cause) {
        closedDirectories.put(directory, cause);
        return this;
    }

    FaultyDisk breaking(String directory, IOException cause) {
        brokenListings.put(directory, cause);
        return this;
    }

    FaultyDisk losing(String name, IOException cause) {
        unknownNames.put(name, cause);
        return this;
    }

    /** What a link of this name leads to may not be asked for; the link itself may. */
    FaultyDisk barring(String link, IOException cause) {
        barred.put(link, cause);
        return this;
    }

    /** To open a file whose name begins so waits until the latch is released, whatever interrupts it. */
    FaultyDisk hanging(String beginning, CountDownLatch release) {
        hanging.put(beginning, release);
        return this;
    }

    int opened() {
        return opened.get();
    }

    private static void fail(Map<String, IOException> faults, Path path) throws IOException {
        IOException fault = faults.get(String.valueOf(path.getFileName()));
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public HeldDirectory directory(Place place) throws IOException {
        fail(closedDirectories, place.path());
        return new Faulty(
                real.directory(place),
                brokenListings.get(String.valueOf(place.path().getFileName())));
    }

    /** A directory with the faults of the disk. */
    private final class Faulty implements HeldDirectory {
        private final HeldDirectory held;
        private final @Nullable IOException broken;

        Faulty(HeldDirectory held, @Nullable IOException broken) {
            this.held = held;
            this.broken = broken;
        }

        @Override
        public Listing list() throws IOException {
            Listing listing = held.list();
            return broken == null ? listing : new Listing(listing.names(), Optional.of(broken));
        }

        @Override
        public BasicFileAttributes attributes(Path name) throws IOException {
            fail(unknownNames, name);
            return held.attributes(name);
        }

        @Override
        public FileSource open(Path name, long size) throws IOException {
            return held.open(name, size);
        }

        @Override
        public void close() throws IOException {
            held.close();
        }
    }

    @Override
    public BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException {
        fail(unknownNames, path);
        fail(links.length == 0 ? barred : Map.of(), path);
        return real.attributes(path, links);
    }

    @Override
    public FileSource open(Asset.File file, LastDirectory last) throws IOException {
        opened.incrementAndGet();
        for (Map.Entry<String, CountDownLatch> each : hanging.entrySet()) {
            if (String.valueOf(file.path().getFileName()).startsWith(each.getKey())) {
                hang(each.getValue());
            }
        }
        return real.open(file, last);
    }

    private static void hang(CountDownLatch release) {
        boolean released = false;
        while (!released) {
            try {
                release.await();
                released = true;
            } catch (InterruptedException e) {
                // a file that does not answer does not care
            }
        }
    }
}
