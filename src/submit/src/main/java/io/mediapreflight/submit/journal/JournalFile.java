package io.mediapreflight.submit.journal;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The journal's file, opened again for each use and held by one user at a time: by a lock of this JVM among threads, by a
 * lock of the operating system among processes. The first is also taken for reading, since closing any channel of a file
 * drops every lock that the process holds on it (POSIX {@code fcntl}).
 */
final class JournalFile {
    /** The first line. Whatever begins otherwise is some other file, and is never written to. */
    static final byte[] HEADER = "{\"preflight\":\"journal\",\"version\":1}\n".getBytes(StandardCharsets.US_ASCII);

    /** A holder writes two lines and waits for the disk: one that takes longer than this is stopped or lost. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(60);

    private static final long FIRST_PAUSE_NANOS = 50_000;
    private static final long LONGEST_PAUSE_NANOS = 5_000_000;
    private static final int MAX_REPLACEMENTS = 10;

    private static final Set<OpenOption> TO_READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> TO_WRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path path;
    private final Disk disk;

    JournalFile(Path path, Disk disk) {
        this.path = path.toAbsolutePath().normalize();
        this.disk = disk;
    }

    /** What carries out a write; a test's one is full at some time. */
    interface Disk {
        Disk REAL = FileChannel::write;

        /** As many of the bytes as there is room for, at this position; how many. */
        int write(FileChannel channel, ByteBuffer bytes, long at) throws IOException;
    }

    Path path() {
        return path;
    }

    /** What is done with the open, locked file. */
    interface Work<T> {
        T on(FileChannel channel, Identity identity) throws IOException;
    }

    /** Distinguishes this file from another one put in its place. */
    record Identity(String key) {}

    /** Works on the file alone, creating it where there is none. */
    <T> T exclusively(Work<T> work) throws IOException {
        return uninterrupted(() -> {
            for (int i = 0; i < MAX_REPLACEMENTS; i++) {
                ensureExists();
                Optional<T> done = locked(work, false);
                if (done.isPresent()) {
                    return done.get();
                }
            }
            throw replaced();
        });
    }

    /** Reads the file beside other readers; empty where there is none. */
    <T> Optional<T> shared(Work<T> work) throws IOException {
        return uninterrupted(() -> {
            for (int i = 0; i < MAX_REPLACEMENTS; i++) {
                if (attributes().isEmpty()) {
                    return Optional.empty();
                }
                Optional<T> done = locked(work, true);
                if (done.isPresent()) {
                    return done;
                }
            }
            throw replaced();
        });
    }

    private IOException replaced() {
        return failure(Phrase.of("submit:journal.replaced"));
    }

    private interface Attempt<T> {
        T run() throws IOException;
    }

    /**
     * Runs on a thread of its own, which is out of reach of interrupts. An interrupt closes the channel of the thread
     * that works on it, and with that drops the lock while a write may still be under way: another process would then
     * append within it. The interrupt is put off until the work is done.
     */
    private <T> T uninterrupted(Attempt<T> attempt) throws IOException {
        ReentrantLock lock = LOCKS.computeIfAbsent(realPath(), ignored -> new ReentrantLock());
        boolean interrupted = Thread.interrupted();
        lock.lock();
        try {
            FutureTask<T> work = new FutureTask<>(attempt::run);
            Thread thread = new Thread(work, "preflight-journal");
            thread.setDaemon(true);
            thread.start();
            while (true) {
                try {
                    return work.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        } finally {
            lock.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As an I/O accident, where it is one; anything else is thrown as it is. */
    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof IOException accident) {
            return accident;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw new IllegalStateException(cause);
    }

    /** Empty where another file was put in this one's place meanwhile. */
    private <T> Optional<T> locked(Work<T> work, boolean shared) throws IOException {
        Optional<Identity> before = attributes().map(JournalFile::identity);
        try (FileChannel channel = FileChannel.open(path, shared ? TO_READ : TO_WRITE)) {
            lock(channel, shared); // until the channel is closed
            Optional<Identity> after = attributes().map(JournalFile::identity);
            return before.isPresent() && before.equals(after)
                    ? Optional.of(work.on(channel, after.get()))
                    : Optional.empty();
        }
    }

    private void lock(FileChannel channel, boolean shared) throws IOException {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_NANOS;
        while (System.nanoTime() - start < LOCK_TIMEOUT.toNanos()) {
            try {
                if (channel.tryLock(0, Long.MAX_VALUE, shared) != null) {
                    return;
                }
            } catch (OverlappingFileLockException e) {
                // a copy of this class in another class loader holds it: wait as for another process
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(LONGEST_PAUSE_NANOS, pause * 2);
        }
        throw failure(Phrase.of("submit:journal.busy").with("seconds", LOCK_TIMEOUT.toSeconds()));
    }

    private void ensureExists() throws IOException {
        if (attributes().isEmpty()) {
            JournalDirectories.createPrivate(JournalDirectories.of(path));
            JournalDirectories.createPrivateFile(path);
        }
    }

    private static String key(BasicFileAttributes attributes) {
        if (attributes.isDirectory()) {
            return "submit:journal.directory";
        }
        return attributes.isSymbolicLink() ? "submit:journal.link" : "submit:journal.special";
    }

    private IOException failure(Phrase why) {
        return new IOException(why.with("file", path.toString()).toString());
    }

    /** What is at the path; empty where nothing is. */
    private Optional<BasicFileAttributes> attributes() throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile()) {
                throw failure(Phrase.of(key(attributes)));
            }
            return Optional.of(attributes);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Identity identity(BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        return new Identity(String.valueOf(key == null ? attributes.creationTime() : key));
    }

    private Path realPath() {
        Path directory = JournalDirectories.of(path);
        try {
            return directory.toRealPath().resolve(path.getFileName());
        } catch (IOException e) {
            return path; // the directory is not there yet: the second use finds it
        }
    }

    /** Appends bytes behind what is there and waits until the disk has them. */
    void append(FileChannel channel, byte[] bytes) throws IOException {
        write(channel, bytes, channel.size());
    }

    /** Writes bytes at a position and waits until the disk has them. */
    void write(FileChannel channel, byte[] bytes, long position) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = position;
        while (buffer.hasRemaining()) {
            at += disk.write(channel, buffer, at);
        }
        channel.force(true);
    }
}
