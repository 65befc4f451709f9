package io.mediapreflight.io;

import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceInputStream;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import org.apache.commons.io.input.BoundedInputStream;

/**
 * The bytes of an {@link InputStream}, which can be read only once: in memory at first, then in a temporary file, which is deleted when
 * the source is closed. Of a stream that is longer than the maximum only the beginning is kept: its size is then unknown, and a check
 * finds it too large.
 *
 * <pre>{@code
 * try (SpooledSource upload = SpooledSource.of(request.getInputStream(), preflight.limits())) {
 *     Verdict verdict = preflight.check(upload, Subject.image());
 *     if (verdict.passed()) store.write(upload.newInputStream());
 * }
 * }</pre>
 *
 * <p>Once it is made, several threads may read it at once.
 */
public final class SpooledSource implements Source {
    /** What is held in memory before there is a file: most images fit, and a hundred uploads at once take 100 MB. */
    public static final int MEMORY = 1 << 20;

    private static final int CHUNK = 1 << 16;
    private static final FileAttribute<?>[] OWN = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private final Spool spool;
    private final Source kept;
    private final Path directory;
    private final long count;
    private final boolean complete;
    private volatile boolean closed;

    private SpooledSource(Spool spool, Path directory, long count, boolean complete) {
        this.spool = spool;
        this.directory = directory;
        this.kept = spool.kept();
        this.count = count;
        this.complete = complete;
    }

    /**
     * Reads a stream to its end, or until it is longer than any file that these limits accept. The stream is left open.
     *
     * @throws NotKeptException where the temporary file cannot be written
     * @throws IOException where the stream cannot be read; an unchecked exception of the stream becomes one, too
     */
    public static SpooledSource of(InputStream in, Limits limits) throws IOException {
        return of(in, limits.largestBytes());
    }

    /**
     * Reads a stream to its end, or until it is longer than {@code maximum} bytes: never more than one byte beyond them is read.
     *
     * @param maximum 0 or more
     */
    public static SpooledSource of(InputStream in, long maximum) throws IOException {
        return of(in, maximum, MEMORY, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /**
     * The same with bounds of your own.
     *
     * @param memory how many bytes are held in memory before there is a file; 0 or more
     * @param directory for temporary files
     */
    public static SpooledSource of(InputStream in, long maximum, int memory, Path directory) throws IOException {
        if (maximum < 0 || maximum == Long.MAX_VALUE || memory < 0) {
            throw new IllegalArgumentException("a stream of up to " + maximum + " bytes, " + memory + " in memory");
        }
        Spool spool = new Spool(memory, directory);
        try {
            long count = copy(in, maximum + 1, spool);
            return new SpooledSource(spool, directory, count, count <= maximum);
        } catch (IOException | RuntimeException | Error e) {
            spool.close();
            throw e;
        }
    }

    private static long copy(InputStream in, long most, Spool spool) throws IOException {
        BoundedInputStream beginning = BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(most)
                .get();
        byte[] chunk = new byte[CHUNK];
        long count = 0;
        for (int read = read(beginning, chunk); read >= 0; read = read(beginning, chunk)) {
            try {
                spool.write(chunk, 0, read);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException e) {
                throw new NotKeptException(e);
            }
            count += read;
        }
        return count;
    }

    private static int read(InputStream in, byte[] chunk) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new ClosedByInterruptException();
        }
        int read;
        try {
            read = in.read(chunk);
        } catch (RuntimeException e) {
            throw GuardedSource.accident(e);
        }
        if (read == 0) { // against the contract of streams; to ask again might never end
            throw new IOException(Phrase.of("io:no-byte").toString());
        }
        return read;
    }

    /** Whether all of the stream was kept, and not only its beginning. */
    public boolean isComplete() {
        return complete;
    }

    /** The size of the stream; empty where only its beginning was kept. */
    @Override
    public OptionalLong size() {
        return complete ? OptionalLong.of(count) : OptionalLong.empty();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (closed) {
            throw new IOException(Phrase.of("io:closed").toString());
        }
        if (offset >= count && !complete) {
            throw new BytesUnavailableException(
                    Phrase.of("io:partly-kept").with("bytes", count).toString());
        }
        return kept.read(offset, into);
    }

    /**
     * Reads what was kept from its first byte on, to store it after its check. Of a stream that is incomplete, reading past what was kept
     * is an {@link IOException}, not an end.
     */
    public InputStream newInputStream() {
        return SourceInputStream.of(this);
    }

    /**
     * Copies what was kept into a temporary file with a name, for what opens files by their names, such as FFmpeg. Where files have
     * permissions, its owner alone may read it. Closing it deletes it.
     *
     * @throws NotKeptException where it cannot be written
     */
    public TemporaryEntry toFile() throws NotKeptException {
        try {
            FileAttribute<?>[] attributes =
                    directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? OWN
                            : new FileAttribute<?>[0];
            TemporaryEntry entry = TemporaryEntry.file(directory, "preflight-input-", attributes);
            try {
                copyTo(entry.path());
                return entry;
            } catch (IOException | RuntimeException | Error e) {
                entry.close();
                throw e;
            }
        } catch (IOException e) {
            throw new NotKeptException(e);
        }
    }

    private void copyTo(Path file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long at = 0; at < count; at += buffer.limit()) {
                if (read(at, buffer.clear()) < 0) {
                    throw new IOException(Phrase.of("io:too-short").toString());
                }
                buffer.flip();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
        }
    }

    /** Forgets what was kept, and deletes the file. After that it cannot be read. */
    @Override
    public void close() throws IOException {
        closed = true;
        spool.close();
    }
}
