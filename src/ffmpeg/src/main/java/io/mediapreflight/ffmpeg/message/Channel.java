package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.text.Phrase;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Messages over a pair of pipes. Each stands behind a mark, the version of the protocol, its length and a checksum, since a
 * native library may write into the same pipe at any moment. Neither side trusts the other: a length is believed up to
 * {@link #MAX_BYTES}, which so bounds every text and list in a message, and what is allocated for it.
 */
public final class Channel {
    /** Raised with every change to what is sent: the two sides may come from two class paths. */
    public static final int VERSION = 2;

    /** Some hundred bytes are usual; the longest path takes 4 KiB, the longest list of defects some KiB, and a thumbnail about 10 KiB. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final byte[] MARK = {(byte) 0x89, 'M', 'P', 'W'};
    private static final int HEADER_BYTES = MARK.length + 3 * Integer.BYTES;

    private final InputStream in;
    private final OutputStream out;

    public Channel(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Sends a message whole, or nothing of it.
     *
     * @throws ProtocolException where it takes more than {@link #MAX_BYTES}
     */
    public void send(Message message) throws IOException, ProtocolException {
        PackedOutput packed = new PackedOutput();
        new MessageWriter(packed).message(message);
        byte[] content = packed.toByteArray();
        if (content.length > MAX_BYTES) {
            throw new ProtocolException(Phrase.of("ffmpeg:worker.too-much").toString());
        }
        out.write(framed(VERSION, content));
        out.flush();
    }

    /**
     * Waits for a message.
     *
     * @throws EOFException where the other side has ended, even within a message
     * @throws ProtocolException where there is anything else
     */
    public Message receive() throws IOException, ProtocolException {
        ByteBuffer header = ByteBuffer.wrap(bytes(HEADER_BYTES));
        for (byte each : MARK) {
            require(header.get() == each);
        }
        int version = header.getInt();
        if (version != VERSION) {
            throw new ProtocolException(Phrase.of("ffmpeg:worker.version")
                    .with("version", Integer.toString(version))
                    .with("current", Integer.toString(VERSION))
                    .toString());
        }
        int length = header.getInt();
        require(length >= 0 && length <= MAX_BYTES);
        byte[] content = bytes(length);
        require(header.getInt() == checksum(content));
        return message(content);
    }

    private static Message message(byte[] content) throws ProtocolException {
        try {
            PackedInput packed = new PackedInput(content, content.length);
            Message message = new MessageReader(packed).message();
            PackedInput.require(packed.isAtEnd());
            return message;
        } catch (CorruptEncodingException e) {
            throw ProtocolException.garbled();
        }
    }

    private static void require(boolean holds) throws ProtocolException {
        if (!holds) {
            throw ProtocolException.garbled();
        }
    }

    public static byte[] framed(int version, byte[] content) {
        return ByteBuffer.allocate(HEADER_BYTES + content.length)
                .put(MARK)
                .putInt(version)
                .putInt(content.length)
                .putInt(checksum(content))
                .put(content)
                .array();
    }

    private byte[] bytes(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new EOFException();
        }
        return bytes;
    }

    private static int checksum(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return (int) crc.getValue();
    }
}
