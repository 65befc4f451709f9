package io.mediapreflight.submit.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file in memory that can be read at any position, and nothing else: a fuzzer opens a million of them. */
final class MemoryFuzzChannel extends FileChannel {
    private final byte[] bytes;

    MemoryFuzzChannel(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(ByteBuffer into, long position) {
        if (position >= bytes.length) {
            return -1;
        }
        int length = Math.min(into.remaining(), bytes.length - (int) position);
        into.put(bytes, (int) position, length);
        return length;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    private static IOException unused() {
        return new IOException("not this of a file in memory");
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        throw unused();
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        throw unused();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) throws IOException {
        throw unused();
    }

    @Override
    public int write(ByteBuffer from, long position) throws IOException {
        throw unused();
    }

    @Override
    public long position() throws IOException {
        throw unused();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        throw unused();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        throw unused();
    }

    @Override
    public void force(boolean metaData) throws IOException {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        throw unused();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        throw unused();
    }

    @Override
    protected void implCloseChannel() {}
}
