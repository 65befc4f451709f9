package io.mediapreflight.audit.cache;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.probe.ByteCount;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Facts in an SQLite database that its owner may query as well: {@code sqlite3 FILE .schema} explains the table. Several
 * processes may use one file at once, on one machine. When a process is killed, only what was not yet written is
 * lost: at most half a second's work.
 *
 * <pre>{@code
 * try (SqliteCache cache = SqliteCache.open(Path.of("facts.db"))) {
 *     Optional<Inspection.Seen> known = cache.find(state);
 * }
 * }</pre>
 */
public final class SqliteCache implements FactsCache {
    /** A file system may record time in steps of two seconds (FAT); a file that is younger could change without a new time. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    /** Another audit's transactions take milliseconds. A person with {@code sqlite3} may take longer than we wait. */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);

    /** A kernel's clock ticks every 10 ms or faster: what changes twice within a tick may have one time of change. */
    private static final Duration TICKED = Duration.ofMillis(20);

    private final Path directory;
    private final Set<String> own;
    private final InstantSource clock;
    private final FirstFailure failure;
    private final Readers readers;
    private final BatchWriter writer;

    private SqliteCache(Path file, InstantSource clock, FirstFailure failure, Readers readers, BatchWriter writer)
            throws IOException {
        Path real = file.toRealPath();
        this.directory = directoryOf(real);
        this.own = CacheOwnership.SUFFIXES.stream()
                .map(real.getFileName().toString()::concat)
                .collect(Collectors.toUnmodifiableSet());
        this.clock = clock;
        this.failure = failure;
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Opens a cache, and makes it where there is none.
     *
     * @throws IOException where the file is anything but a cache of a version known here, which leaves it as it is; where
     *     it cannot be opened or made; and where SQLite's native library cannot be loaded
     */
    public static SqliteCache open(Path file) throws IOException {
        return open(file, InstantSource.system());
    }

    /** Opens a cache as {@link #open(Path)} does; the clock shows how fresh a file is when it is kept. */
    public static SqliteCache open(Path file, InstantSource clock) throws IOException {
        return open(file, clock, LOCK_TIMEOUT);
    }

    static SqliteCache open(Path file, InstantSource clock, Duration lockTimeout) throws IOException {
        CacheFile cacheFile = new CacheFile(file, lockTimeout);
        FirstFailure failure = new FirstFailure();
        BatchWriter writer = BatchWriter.start(cacheFile, failure);
        return new SqliteCache(file, clock, failure, new Readers(cacheFile, failure), writer);
    }

    @Override
    public Optional<Inspection.Seen> find(AssetState state) {
        return FileKey.of(state)
                .flatMap(readers::find)
                .map(probed -> new Inspection.Seen(probed, ByteCount.exactly(state.size()), 0, 0));
    }

    /** {@inheritDoc} To be called as soon as it was looked at: the current time, and how long that took, show how fresh it is. */
    @Override
    public void keep(AssetState state, Inspection.Seen seen) {
        keep(state, seen, Optional.empty());
    }

    @Override
    public Optional<Examination> findExamination(AssetState state, String identity) {
        return FileKey.of(state).flatMap(key -> readers.findExamination(key, identity));
    }

    /** {@inheritDoc} To be called as soon as it was examined. */
    @Override
    public void keepExamination(AssetState state, Inspection.Seen seen, String identity, Examination examination) {
        if (examination.lasting()) {
            ExaminationCodec.encode(examination)
                    .ifPresent(bytes -> keep(state, seen, Optional.of(new Row.Examined(identity, bytes))));
        }
    }

    private void keep(AssetState state, Inspection.Seen seen, Optional<Row.Examined> examined) {
        boolean sameSize = seen.bytes().isExact() && seen.bytes().atLeast() == state.size();
        Optional<FileKey> key = FileKey.of(state);
        Instant probed = clock.instant().minusNanos(seen.elapsedNanos());
        if (sameSize && isSettled(state, probed) && key.isPresent()) {
            Row.of(key.get(), seen.probed(), probed, examined).ifPresent(writer::add);
        }
    }

    private static boolean isSettled(AssetState state, Instant probed) {
        return !(state instanceof FileState file)
                || isSettled(file, probed); // other bytes of an object have another tag
    }

    private static boolean isSettled(FileState state, Instant probed) {
        Instant changed = state.changed().map(FileTime::toInstant).orElse(Instant.MIN);
        return !state.modified().toInstant().isAfter(probed.minus(SETTLED)) && !changed.isAfter(probed.minus(TICKED));
    }

    @Override
    public boolean isOwn(Path path) {
        Path name = path.getFileName();
        if (name == null || !own.contains(name.toString())) {
            return false;
        }
        try {
            return directoryOf(path.toAbsolutePath()).toRealPath().equals(directory);
        } catch (IOException e) {
            return false; // its directory is gone, and it with it
        }
    }

    private static Path directoryOf(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    /** The first failure of the file, in a sentence without a full stop. After it the cache is not used any more. */
    public Optional<String> failure() {
        return failure.first();
    }

    @Override
    public void close() {
        readers.close();
        writer.close();
    }
}
