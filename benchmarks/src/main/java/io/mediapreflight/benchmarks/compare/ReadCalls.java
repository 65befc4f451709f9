package io.mediapreflight.benchmarks.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** How often this thread asks the system to read, as Linux counts it; mapped files are not counted. */
final class ReadCalls {
    private static final Path COUNTERS = Path.of("/proc/thread-self/io");
    private static final String READS = "syscr: ";

    private ReadCalls() {}

    /** Returns the mean of {@code times} operations; empty where the system does not count. */
    static OptionalDouble counted(Runnable operations, int times) {
        try {
            long before = count();
            long own = count() - before; // what the counting itself reads
            long start = count();
            operations.run();
            return OptionalDouble.of((double) (count() - start - own) / times);
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    private static long count() throws IOException {
        return Files.readAllLines(COUNTERS).stream()
                .filter(line -> line.startsWith(READS))
                .mapToLong(line -> Long.parseLong(line.substring(READS.length())))
                .findFirst()
                .orElseThrow(() -> new IOException("no count of reads"));
    }
}
