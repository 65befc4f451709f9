package io.mediapreflight.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Walks, opens, reads 4 KiB of and closes every file below a directory: no audit can do less. There are two of it: the lean one
 * has the attributes of each file from the walk, the plain one, as most would write it, asks {@code Files.walk} for the
 * paths and each path whether it is a regular file.
 */
public final class BareLoop {
    private static final int BATCH = 64;
    private static final int MAX_WAITING = 256;

    private final BlockingQueue<List<Path>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicLong bytes = new AtomicLong();

    /** The walking of a loop. */
    public enum Form {
        LEAN,
        PLAIN
    }

    private final Form form;

    public BareLoop(Form form) {
        this.form = form;
    }

    /** With a thread that walks, and so many others that read. */
    public long run(Path root, int threads) throws IOException, InterruptedException {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread reader = new Thread(this::read);
            reader.start();
            readers.add(reader);
        }
        Walker walker = new Walker();
        if (form == Form.LEAN) {
            Files.walkFileTree(root, walker);
        } else {
            try (Stream<Path> paths = Files.walk(root)) {
                paths.filter(Files::isRegularFile).forEach(walker::gather);
            }
        }
        waiting.put(walker.gathered);
        waiting.put(List.of());
        for (Thread reader : readers) {
            reader.join();
        }
        return bytes.get();
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(4096);
        try {
            for (List<Path> paths = waiting.take(); !paths.isEmpty(); paths = waiting.take()) {
                long sum = 0;
                for (Path path : paths) {
                    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                        buffer.clear();
                        sum += channel.read(buffer, 0);
                    }
                }
                bytes.addAndGet(sum);
            }
            waiting.put(List.of()); // for the others
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Walker extends SimpleFileVisitor<Path> {
        private List<Path> gathered = new ArrayList<>(BATCH);

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                gather(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private void gather(Path file) {
            gathered.add(file);
            if (gathered.size() == BATCH) {
                try {
                    waiting.put(gathered);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                gathered = new ArrayList<>(BATCH);
            }
        }
    }
}
