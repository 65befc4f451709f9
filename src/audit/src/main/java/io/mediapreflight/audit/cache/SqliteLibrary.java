package io.mediapreflight.audit.cache;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite itself, in machine code: the driver unpacks it into the folder for temporary files and links it. */
final class SqliteLibrary {
    private SqliteLibrary() {}

    /** @throws IOException where it cannot be unpacked or linked, or there is none for this machine */
    static void load() throws IOException {
        // It is unpacked through an interruptible channel.
        boolean interrupted = Thread.interrupted();
        // The driver logs each way that it tries, with stack traces; the exception says all there is to say.
        Logger logger = Logger.getLogger("org.sqlite");
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            if (!SQLiteJDBCLoader.initialize()) {
                throw new IOException("it could not be unpacked or linked");
            }
        } catch (Exception | LinkageError e) {
            throw new IOException(
                    "there is no cache without SQLite's native library, which cannot be loaded from the folder for "
                            + "temporary files (java.io.tmpdir, " + System.getProperty("java.io.tmpdir") + "): "
                            + e.getMessage(),
                    e);
        } finally {
            logger.setLevel(level);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
