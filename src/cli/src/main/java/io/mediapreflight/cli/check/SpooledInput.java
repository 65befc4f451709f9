package io.mediapreflight.cli.check;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.commons.io.IOUtils;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.commons.io.output.TaggedOutputStream;

/** The beginning of a stream, kept in a temporary file for as long as it is open. */
final class SpooledInput implements Source {
    private static final int CHUNK = 1 << 16;
    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final FileChannel channel;
    private final long kept;
    private final boolean whole;

    private SpooledInput(FileChannel channel, long kept, boolean whole) {
        this.channel = channel;
        this.kept = kept;
        this.whole = whole;
    }

    /**
     * Reads a stream to its end, or until {@code maximum} bytes are kept.
     *
     * @throws NotKeptException where the temporary file cannot be written
     * @throws IOException where the stream cannot be read
     */
    static SpooledInput of(InputStream in, long maximum) throws IOException, NotKeptException {
        FileChannel channel = temporaryFile();
        TaggedOutputStream copy = new TaggedOutputStream(Channels.newOutputStream(channel));
        try {
            BoundedInputStream beginning = BoundedInputStream.builder()
                    .setInputStream(in)
                    .setMaxCount(maximum)
                    .get();
            long kept = IOUtils.copyLarge(beginning, copy, new byte[CHUNK]);
            return new SpooledInput(channel, kept, kept < maximum);
        } catch (IOException | RuntimeException e) {
            channel.close();
            if (copy.isCauseOf(e) && e.getCause() instanceof IOException cause) {
                throw new NotKeptException(cause);
            }
            throw e;
        }
    }

    /** On POSIX systems the file has no name any more once it is open, so nothing is left behind however this ends. */
    private static FileChannel temporaryFile() throws NotKeptException {
        try {
            return FileChannel.open(
                    Files.createTempFile("preflight-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new NotKeptException(e);
        }
    }

    /** Makes an empty temporary file with a name, which this user alone may read where files have permissions. */
    static TemporaryEntry named() throws NotKeptException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                    ? TemporaryEntry.file(directory, "preflight-input-", OWN)
                    : TemporaryEntry.file(directory, "preflight-input-");
        } catch (IOException e) {
            throw new NotKeptException(e);
        }
    }

    @Override
    public OptionalLong size() {
        return whole ? OptionalLong.of(kept) : OptionalLong.empty();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (offset >= kept && !whole) {
            throw new BytesUnavailableException(
                    Phrase.of("cli:input-partly-kept").with("bytes", kept).toString());
        }
        return channel.read(into, offset);
    }

    /** Whether all of the stream was kept. */
    boolean isWhole() {
        return whole;
    }

    /** Writes what was kept into a file that has a name. */
    void copyTo(Path file) throws NotKeptException {
        try (FileChannel copy = FileChannel.open(file, StandardOpenOption.WRITE)) {
            long copied = 0;
            while (copied < kept) {
                copied += channel.transferTo(copied, kept - copied, copy);
            }
        } catch (IOException e) {
            throw new NotKeptException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The temporary file could not be written: a failure of our own, and none of the stream's. */
    static final class NotKeptException extends Exception {
        private static final long serialVersionUID = 1L;

        NotKeptException(IOException cause) {
            super(cause);
        }

        String reason() {
            return getCause() instanceof IOException e
                    ? Diagnostics.reason(e)
                    : Phrase.of("cli:reason.unknown").toString();
        }
    }
}
