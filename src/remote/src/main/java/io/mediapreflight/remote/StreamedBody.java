package io.mediapreflight.remote;

import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The body of a server that serves no ranges: read in order, as far as it is asked for and up to a budget. What was read is kept, in
 * memory at first and then in a temporary file, which on POSIX systems has no name while it is open.
 */
final class StreamedBody implements AutoCloseable {
    private static final int CHUNK = 64 << 10;

    /** Most images fit. */
    private static final int MAX_MEMORY = 1 << 20;

    private final Response response;
    private final long budget;
    private final byte[] chunk = new byte[CHUNK];
    private byte[] memory = new byte[CHUNK];
    private @Nullable FileChannel file;
    private long received;
    private boolean ended;

    /** @param budget how many bytes are read at most */
    StreamedBody(Response response, long budget) {
        this.response = response;
        this.budget = budget;
    }

    long received() {
        return received;
    }

    /**
     * Reads all of it, or as much as the budget lets.
     *
     * @return how long it is; empty where it is longer than that
     */
    OptionalLong measure() throws IOException {
        while (!ended && received < budget) {
            readOn(budget);
        }
        return ended ? OptionalLong.of(received) : OptionalLong.empty();
    }

    /** Reads as {@link io.mediapreflight.source.Source#read} does. */
    int read(long offset, ByteBuffer into) throws IOException {
        while (offset >= received && !ended) {
            readOn(offset);
        }
        if (offset >= received) {
            return -1;
        }
        int length = (int) Math.min(into.remaining(), received - offset);
        if (file == null) {
            into.put(memory, (int) offset, length);
            return length;
        }
        ByteBuffer part = into.slice().limit(length);
        int read = file.read(part, offset);
        into.position(into.position() + Math.max(0, read));
        return read;
    }

    private void readOn(long wanted) throws IOException {
        if (received == budget) {
            throw new BytesUnavailableException(
                    Phrase.of("remote:budget").with("bytes", budget).toString());
        }
        // In the front little is read at a time, since most headers are there.
        int most = wanted - received < CHUNK && received < CHUNK ? CHUNK / 4 : CHUNK;
        int read = response.read(chunk, 0, (int) Math.min(most, budget - received));
        if (read < 0) {
            if (!response.isDelimited()) {
                throw Faults.unknown("remote:end-unknown");
            }
            ended = true;
            response.end();
            return;
        }
        keep(read);
    }

    private void keep(int length) throws IOException {
        if (file == null && received + length > MAX_MEMORY) {
            spill();
        }
        if (file == null) {
            if (received + length > memory.length) {
                memory = Arrays.copyOf(memory, (int) Math.max(2L * memory.length, received + length));
            }
            System.arraycopy(chunk, 0, memory, (int) received, length);
        } else {
            write(ByteBuffer.wrap(chunk, 0, length), received);
        }
        received += length;
    }

    private void spill() throws IOException {
        Path path = Files.createTempFile("preflight-url-", ".tmp");
        file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        write(ByteBuffer.wrap(memory, 0, (int) received), 0);
        memory = new byte[0];
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        long place = at;
        FileChannel out = file;
        while (out != null && bytes.hasRemaining()) {
            place += out.write(bytes, place);
        }
    }

    @Override
    public void close() throws IOException {
        response.close();
        memory = new byte[0];
        if (file != null) {
            file.close();
        }
    }
}
