package io.mediapreflight.s3;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.source.ReadAheadSource;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The bytes of an object, read ahead in blocks. All of them are of the state in which it was listed, or else opened: a replaced object
 * is a {@link io.mediapreflight.source.SourceChangedException}. All reads together have one deadline.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class S3Source implements RemoteSource {
    private final ObjectReads reads;
    private final ObjectReads.State state;
    private final ReadAheadSource source;
    private final long maxBytes;
    private boolean closed;

    private S3Source(ObjectReads reads, ObjectReads.State state, Deadline deadline, byte[] head, long maxBytes) {
        this.reads = reads;
        this.state = state;
        this.source = ReadAheadSource.of(state.size(), (first, last) -> part(first, last, deadline), head);
        this.maxBytes = maxBytes;
    }

    /** An object of which nothing is known: its head is read. */
    static S3Source open(ObjectReads reads, long maxBytes) throws IOException {
        Deadline deadline = Deadline.in(S3Store.CHECK);
        try {
            ObjectReads.Part head = reads.read(0, ReadAheadSource.HEAD - 1, ObjectReads.State.ANY, deadline.left());
            return new S3Source(reads, head.state(), deadline, head.bytes(), maxBytes);
        } catch (EmptyRangeException e) {
            ObjectReads.State state = reads.look(deadline.left());
            if (state.size().orElse(-1) == 0) {
                return new S3Source(reads, state, deadline, new byte[0], maxBytes);
            }
            throw e.fault();
        }
    }

    /** One of which a listing has said enough. */
    static S3Source listed(ObjectReads reads, long size, String entityTag, long maxBytes) {
        ObjectReads.State state = new ObjectReads.State(OptionalLong.of(size), Optional.of(entityTag));
        return new S3Source(reads, state, Deadline.in(S3Store.CHECK), new byte[0], maxBytes);
    }

    private byte[] part(long first, long last, Deadline deadline) throws IOException {
        if (state.entityTag().isEmpty()) {
            throw S3Faults.unknown(
                    "s3:no-tag"); // nothing would show that this part is of another object than the first
        }
        try {
            return reads.read(first, last, state, deadline.left()).bytes();
        } catch (EmptyRangeException e) {
            throw e.fault();
        }
    }

    /** Where it is known by its entity tag. */
    public Optional<String> entityTag() {
        return state.entityTag();
    }

    @Override
    public OptionalLong size() {
        return state.size();
    }

    @Override
    public long received() {
        return source.received();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        return source.read(offset, into);
    }

    @Override
    public Optional<TemporaryEntry> toFile() throws IOException {
        if (state.size().isPresent() && state.size().getAsLong() > maxBytes) {
            return Optional.empty();
        }
        TemporaryEntry entry = TemporaryEntry.ofThisUser("preflight-s3-");
        try {
            long copied = reads.copy(state, maxBytes, S3Store.DOWNLOAD, () -> Files.newOutputStream(entry.path()));
            if (copied > maxBytes) {
                entry.close();
                return Optional.empty();
            }
            return Optional.of(entry);
        } catch (IOException | RuntimeException | Error e) {
            entry.close();
            throw e;
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** A moment after which nothing is waited for. */
    private record Deadline(Duration limit, long end) {
        static Deadline in(Duration limit) {
            return new Deadline(limit, System.nanoTime() + limit.toNanos());
        }

        Duration left() throws UnreachableException {
            long left = end - System.nanoTime();
            if (left <= 0) {
                throw S3Faults.unknown(Phrase.of("s3:deadline").with("seconds", limit.toSeconds()));
            }
            return Duration.ofNanos(left);
        }
    }
}
