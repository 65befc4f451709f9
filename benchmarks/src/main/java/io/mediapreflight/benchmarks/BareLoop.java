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

/** Walks, opens, reads 4 KiB of and closes every file below a folder: no audit can do less. */
final class BareLoop {
    private static final int BATCH = 64;
    private static final int MOST_WAITING = 256;

    private final BlockingQueue<List<Path>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong bytes = new AtomicLong();

    /** With a thread that walks, and so many others that read. */
    long run(Path root, int threads) throws IOException, InterruptedException {
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread reader = new Thread(this::read);
            reader.start();
            readers.add(reader);
        }
        Walker walker = new Walker();
        Files.walkFileTree(root, walker);
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
                gathered.add(file);
            }
            if (gathered.size() == BATCH) {
                try {
                    waiting.put(gathered);
                } catch (InterruptedException e) {
                    return FileVisitResult.TERMINATE;
                }
                gathered = new ArrayList<>(BATCH);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
