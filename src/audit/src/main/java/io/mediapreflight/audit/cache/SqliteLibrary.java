package io.mediapreflight.audit.cache;

import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, in machine code: the driver unpacks it and links it. Left to itself it does so right in the directory for
 * temporary files, where a killed process leaves it for ever; here it has one of its own, which is gone once it is linked.
 */
final class SqliteLibrary {
    private static final String PREFIX = "preflight-sqlite-";
    private static final String DRIVERS_DIRECTORY = "org.sqlite.tmpdir";
    private static final String DIRECTORY = System.getProperty("java.io.tmpdir");

    /** Once it is linked it stays, whatever becomes of the directory for temporary files. */
    private static final AtomicBoolean LINKED = new AtomicBoolean();

    private SqliteLibrary() {}

    /** @throws IOException where it cannot be unpacked or linked, or there is none for this machine */
    static synchronized void load() throws IOException {
        if (LINKED.get()) {
            return;
        }
        // It is unpacked through an interruptible channel.
        boolean interrupted = Thread.interrupted();
        Optional<String> given = Optional.ofNullable(System.getProperty(DRIVERS_DIRECTORY));
        String directory = given.orElse(DIRECTORY);
        try (TemporaryEntry own = TemporaryEntry.directory(Path.of(directory), PREFIX)) {
            System.setProperty(DRIVERS_DIRECTORY, own.path().toString());
            link();
            LINKED.set(true);
            // A library that is linked needs no name any more. Windows keeps it, for a later start to delete.
        } catch (Exception | LinkageError e) {
            throw new IOException(
                    Phrase.of("audit:cache.library")
                            .with("directory", directory)
                            .with("reason", String.valueOf(e.getMessage()))
                            .toString(),
                    e);
        } finally {
            given.ifPresentOrElse(
                    value -> System.setProperty(DRIVERS_DIRECTORY, value),
                    () -> System.clearProperty(DRIVERS_DIRECTORY));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The driver logs each way that it tries, with stack traces; the exception says all there is to say. */
    private static void link() throws Exception {
        Logger logger = Logger.getLogger("org.sqlite");
        Level level = logger.getLevel();
        logger.setLevel(Level.OFF);
        try {
            if (!SQLiteJDBCLoader.initialize()) {
                throw new IOException(Phrase.of("audit:cache.library-unpacked").toString());
            }
        } finally {
            logger.setLevel(level);
        }
    }
}
