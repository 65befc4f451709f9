package io.mediapreflight.spark;

import io.mediapreflight.source.Source;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;

/** An object of any of Hadoop's file systems, read at random positions. Where its length is known, a store is not asked for it. */
final class HadoopSource implements Source {
    private final FSDataInputStream in;
    private final OptionalLong size;

    private HadoopSource(FSDataInputStream in, OptionalLong size) {
        this.in = in;
        this.size = size;
    }

    /**
     * Opens an object.
     *
     * @param blockBytes how much is read at a time: a store need not read ahead further
     */
    static HadoopSource open(FileSystem files, Path path, OptionalLong length, int blockBytes) throws IOException {
        FutureDataInputStreamBuilder opening = files.openFile(path)
                .opt("fs.option.openfile.read.policy", "random")
                .opt("fs.s3a.readahead.range", Integer.toString(blockBytes));
        if (length.isPresent()) {
            opening.opt("fs.option.openfile.length", Long.toString(length.getAsLong()));
        }
        return new HadoopSource(FutureIO.awaitFuture(opening.build()), length);
    }

    @Override
    public OptionalLong size() {
        return size;
    }

    @Override
    public int read(long offset, ByteBuffer into) throws IOException {
        byte[] bytes = new byte[into.remaining()];
        try {
            int read = in.read(offset, bytes, 0, bytes.length);
            if (read > 0) {
                into.put(bytes, 0, read);
            }
            return read;
        } catch (EOFException e) {
            return -1; // some file systems say so of a position behind the end
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The failure by the JDK's names, by which its reason and its remedy are known. */
    static IOException explained(IOException failure, String path) {
        if (failure instanceof FileNotFoundException
                && !String.valueOf(failure.getMessage()).contains("denied")) {
            return caused(new NoSuchFileException(path), failure);
        }
        if (failure instanceof FileNotFoundException || failure instanceof AccessControlException) {
            return caused(new AccessDeniedException(path), failure);
        }
        return failure;
    }

    private static IOException caused(IOException failure, IOException cause) {
        failure.initCause(cause);
        return failure;
    }
}
