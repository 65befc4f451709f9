package io.mediapreflight.cli.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A process amid a checkpoint that does not end: it holds the locks that SQLite holds meanwhile (sqlite.org/walformat.html 2.3
 * for those in the shared memory, sqlite.org/lockingv3.html for that of the database) until its standard input ends.
 */
final class HeldCheckpoint {
    private static final long CHECKPOINT = 121;
    private static final long READERS_OF_THE_DATABASE_ALONE = 123;
    private static final long ALIVE = 128;
    private static final long SHARED_FIRST = 0x40000002L;
    private static final long SHARED_SIZE = 510;

    private HeldCheckpoint() {}

    public static void main(String[] arguments) throws IOException {
        Path database = Path.of(arguments[0]);
        Path memory = Path.of(arguments[0] + "-shm");
        try (FileChannel file = open(database);
                FileChannel shared = open(memory)) {
            file.lock(SHARED_FIRST, SHARED_SIZE, true);
            shared.lock(ALIVE, 1, true);
            shared.lock(CHECKPOINT, 1, false);
            shared.lock(READERS_OF_THE_DATABASE_ALONE, 1, false);
            System.out.println("held");
            while (System.in.read() >= 0) {
                // the parent says nothing
            }
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
