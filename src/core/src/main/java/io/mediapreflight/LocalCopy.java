package io.mediapreflight;

import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.FileStamp;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.source.SourceDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes that a request's URL serves, held here to be checked in its place: a file, or any {@link Source}. A source stays the
 * caller's, and open until the request is submitted, since its bytes are read once more then. Two copies are equal if they are the
 * same file or the same source.
 */
public final class LocalCopy {
    private final Optional<Path> file;
    private final Optional<Path> givenAs;
    private final Optional<Source> source;

    private LocalCopy(Optional<Path> file, Optional<Path> givenAs, Optional<Source> source) {
        this.file = file;
        this.givenAs = givenAs;
        this.source = source;
    }

    /** A file, which is opened for each reading. */
    public static LocalCopy of(Path file) {
        return of(file, file);
    }

    /**
     * A file that is read by one path and shown by another, as where links in what was given have been followed.
     *
     * @param givenAs what verdicts show, and whose name counts
     */
    public static LocalCopy of(Path file, Path givenAs) {
        return new LocalCopy(Optional.of(file), Optional.of(givenAs), Optional.empty());
    }

    /** Bytes in memory, in a channel, in a store. */
    public static LocalCopy of(Source source) {
        return new LocalCopy(Optional.empty(), Optional.empty(), Optional.of(source));
    }

    /** The file; empty for a source. */
    public Optional<Path> file() {
        return file;
    }

    /** The file as it is shown; empty for a source. */
    public Optional<Path> givenAs() {
        return givenAs;
    }

    /** The source; empty for a file. */
    public Optional<Source> source() {
        return source;
    }

    /**
     * What shows without reading it that a file has changed. Empty for a source: only its bytes show it.
     *
     * @throws IOException where there is no such file, or it is no regular file
     */
    public Optional<FileStamp> stamp() throws IOException {
        return file.isPresent() ? Optional.of(FileStamp.of(file.get())) : Optional.empty();
    }

    /** The size without reading the bytes; empty where a source does not know it. */
    OptionalLong size() throws IOException {
        return source.isPresent()
                ? GuardedSource.of(source.get()).size()
                : OptionalLong.of(stamp().orElseThrow().size());
    }

    /**
     * Reads it from the first byte to the last.
     *
     * @param maximum how many bytes it may have
     * @throws SourceChangedException where it has more, or changes meanwhile
     */
    SourceDigest digest(long maximum) throws IOException {
        if (source.isPresent()) {
            return SourceDigest.of(source.get(), maximum);
        }
        try (FileSource opened = FileSource.open(file.orElseThrow())) {
            return SourceDigest.of(opened, maximum);
        }
    }

    /** A digest of another algorithm, in lower-case hexadecimal digits. */
    String digest(MessageDigest algorithm, long maximum) throws IOException {
        if (source.isPresent()) {
            return SourceDigest.hex(source.get(), algorithm, maximum);
        }
        try (FileSource opened = FileSource.open(file.orElseThrow())) {
            return SourceDigest.hex(opened, algorithm, maximum);
        }
    }

    MediaVerdict judged(Preflight preflight, Subject subject) {
        return source.isPresent()
                ? preflight.judged(source.get(), subject)
                : preflight.judged(file.orElseThrow(), named(subject));
    }

    private Subject named(Subject subject) {
        Path name = givenAs.orElseThrow().getFileName();
        return subject.name().isPresent() || name == null ? subject : subject.named(name.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalCopy that
                && file.equals(that.file)
                && source.orElse(null) == that.source.orElse(null);
    }

    @Override
    public int hashCode() {
        return Objects.hash(file, System.identityHashCode(source.orElse(null)));
    }

    /** The file's name; of a source its type, since it may print anything. */
    @Override
    public String toString() {
        return givenAs.map(Path::toString)
                .orElseGet(() -> source.orElseThrow().getClass().getSimpleName());
    }
}
