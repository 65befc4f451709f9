package io.mediapreflight.benchmarks.contender;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** What no check of a file can do without: asking for its attributes, opening it, reading it. It reports nothing. */
public abstract class Floor implements Contender {
    /** Open, ask for the size, read 4 KiB, close: no check of a file can do less. All else is compared with it. */
    public static final String ONE_READ = "open, size, 4 KiB, close";

    private static final int BLOCK = 4096;

    private final String name;

    private Floor(String name) {
        this.name = name;
    }

    /** From nothing but a question to the file system up to three reads. */
    static List<Contender> all() {
        return List.of(
                new Stat(),
                new Reads("open, close", 0),
                new Reads(ONE_READ, 1),
                new Reads("two reads of 4 KiB", 2),
                new Reads("three reads of 4 KiB", 3));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Reported reported(Object result) {
        return Reported.NOTHING;
    }

    private static final class Stat extends Floor {
        Stat() {
            super("stat");
        }

        @Override
        public Object run(Path file) throws IOException {
            return Files.readAttributes(file, BasicFileAttributes.class);
        }
    }

    /** The reads are of different places: the beginning, the end, the middle. */
    private static final class Reads extends Floor {
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BLOCK);
        private final int count;

        Reads(String name, int count) {
            super(name);
            this.count = count;
        }

        @Override
        public Object run(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                long size = count == 0 ? 0 : channel.size();
                long sum = size;
                for (int i = 0; i < count; i++) {
                    buffer.clear();
                    sum += channel.read(buffer, i == 0 ? 0 : Math.max(0, size - BLOCK) / i);
                }
                return sum;
            }
        }
    }
}
