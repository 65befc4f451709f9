package io.mediapreflight;

import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.Source;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What has arrived of an upload, or as much of it as may be looked at again: in memory at first, then in a temporary file. Without a
 * size until the last byte is there, so that nothing can be taken for the end before.
 */
final class UploadedBytes implements Source {
    static final int FIRST_ROOM = 4096;

    private final Path directory;
    private final int maxMemory;
    private final List<Run> runs = new ArrayList<>(List.of(new Run(0, 0, 0)));
    private byte[] memory = new byte[FIRST_ROOM];
    private @Nullable FileChannel file; // none while memory is enough
    private long stored;
    private long received;
    private boolean isWhole;
    private long skipFrom = Long.MAX_VALUE;
    private long skipTo = Long.MAX_VALUE;
    private long wanted = Long.MAX_VALUE;
    private boolean missedSkipped;

    /**
     * @param directory for the temporary file
     * @param maxMemory how many bytes are held in memory before there is one
     */
    UploadedBytes(Path directory, int maxMemory) {
        this.directory = directory;
        this.maxMemory = maxMemory;
    }

    /** Takes what has arrived. */
    void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            boolean isSkipped = received >= skipFrom && received < skipTo;
            long change = isSkipped ? skipTo : received < skipFrom ? skipFrom : Long.MAX_VALUE;
            int length = (int) Math.min(bytes.remaining(), change - received);
            ByteBuffer part = bytes.slice().limit(length);
            if (!isSkipped) {
                store(part);
            }
            bytes.position(bytes.position() + length);
            received += length;
        }
    }

    private void store(ByteBuffer part) throws IOException {
        int length = part.remaining();
        Run last = runs.get(runs.size() - 1);
        if (last.start() + last.length() == received) {
            runs.set(runs.size() - 1, new Run(last.start(), last.length() + length, last.place()));
        } else {
            runs.add(new Run(received, length, stored));
        }
        if (file == null && stored + length > maxMemory) {
            spill();
        }
        if (file != null) {
            for (long at = stored; part.hasRemaining(); ) {
                at += file.write(part, at);
            }
        } else {
            if (stored + length > memory.length) {
                memory =
                        Arrays.copyOf(memory, (int) Math.min(maxMemory, Math.max(2L * memory.length, stored + length)));
            }
            part.get(memory, (int) stored, length);
        }
        stored += length;
    }

    /** On POSIX systems the file has no name once it is open, so that nothing is left behind however this ends. */
    private void spill() throws IOException {
        Path path = Files.createTempFile(directory, "preflight-upload-", ".tmp");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        ByteBuffer held = ByteBuffer.wrap(memory, 0, (int) stored);
        while (held.hasRemaining()) {
            file.write(held, held.position());
        }
        memory = new byte[0];
    }

    /** Does not keep what arrives between two places, of which the first is not before the end of what has arrived. */
    void skip(long from, long to) {
        skipFrom = from;
        skipTo = to;
    }

    /** That the last byte has arrived. */
    void end() {
        isWhole = true;
    }

    long received() {
        return received;
    }

    /** How many bytes are kept. */
    long stored() {
        return stored;
    }

    /** Forgets which bytes were asked for. */
    void startLook() {
        wanted = Long.MAX_VALUE;
    }

    /** The first byte that was asked for and has not arrived; {@link Long#MAX_VALUE} where there is none. */
    long wanted() {
        return wanted;
    }

    /** Whether a byte was asked for that was not kept. */
    boolean missedSkipped() {
        return missedSkipped;
    }

    @Override
    public OptionalLong size() {
        return isWhole ? OptionalLong.of(received) : OptionalLong.empty();
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        if (offset >= received) {
            if (isWhole) {
                return -1;
            }
            wanted = Math.min(wanted, offset);
            throw new BytesUnavailableException(Phrase.of("upload.not-arrived").toString());
        }
        for (int i = runs.size() - 1; i >= 0; i--) {
            Run run = runs.get(i);
            if (offset >= run.start() && offset < run.start() + run.length()) {
                return copy(run, offset, into);
            }
        }
        missedSkipped = true;
        throw new BytesUnavailableException(Phrase.of("upload.not-kept").toString());
    }

    private int copy(Run run, long offset, ByteBuffer into) throws IOException {
        long place = run.place() + (offset - run.start());
        int length = (int) Math.min(into.remaining(), run.start() + run.length() - offset);
        if (file == null) {
            into.put(memory, (int) place, length);
            return length;
        }
        ByteBuffer part = into.slice().limit(length);
        int read = file.read(part, place);
        into.position(into.position() + Math.max(0, read));
        return read;
    }

    @Override
    public void close() throws IOException {
        memory = new byte[0];
        if (file != null) {
            file.close();
        }
    }

    /**
     * Bytes that were kept without a gap.
     *
     * @param start where they are in the upload
     * @param place where they were stored
     */
    private record Run(long start, long length, long place) {}
}
