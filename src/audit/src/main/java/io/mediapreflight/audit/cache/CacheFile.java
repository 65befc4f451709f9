package io.mediapreflight.audit.cache;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The file of a cache. It is made where there is none; a file that is anything else is never written to, and its own
 * journal, if it has one, is not touched either.
 */
final class CacheFile {
    private static final int HEADER_BYTES = 100; // sqlite.org/fileformat2.html 1.3

    /** A statement of ours takes milliseconds, and a minute on the slowest disk. */
    private static final Duration STATEMENT_LIMIT = Duration.ofMinutes(1);

    private final Path file;
    private final Duration lockTimeout;

    /** @param lockTimeout how long to wait for a lock that another process holds */
    CacheFile(Path file, Duration lockTimeout) {
        this.file = file.toAbsolutePath();
        this.lockTimeout = lockTimeout;
    }

    /**
     * A connection for writing.
     *
     * @throws IOException where there is no library, no such directory, another file of that name, or one that others can write
     */
    CacheConnection openOrCreate() throws IOException {
        SqliteLibrary.load();
        try {
            CacheOwnership.require(file);
            if (holdsAnything()) {
                requireHeaderOfCache();
            } else {
                createForThisUserAlone();
            }
            CacheConnection connection = connect("mode=rwc");
            try {
                setUp(connection);
                CacheOwnership.require(file); // once more: what SQLite has opened beside it was not there before
                return connection;
            } catch (SQLException | IOException e) {
                connection.closeQuietly();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(Phrase.of("audit:cache.not-opened").with("reason", String.valueOf(e.getMessage())), e);
        }
    }

    /** A connection that cannot write, to a file that {@link #openOrCreate} has opened. */
    CacheConnection openReader() throws SQLException {
        CacheConnection connection = connect("mode=rw");
        try {
            connection.execute("PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            connection.closeQuietly();
            throw e;
        }
    }

    /** A statement over the connection, which is closed where the table is not as it must be. */
    PreparedStatement prepare(CacheConnection connection, String sql) throws IOException {
        try {
            return connection.prepare(sql);
        } catch (SQLException e) {
            connection.closeQuietly();
            throw failure(Phrase.of("audit:cache.damaged").with("reason", String.valueOf(e.getMessage())), e);
        }
    }

    private boolean holdsAnything() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw notACache("special");
            }
            // SQLite itself takes a file that is shorter than its header for a new database, and would overwrite it.
            if (attributes.size() > 0 && attributes.size() < HEADER_BYTES) {
                throw notACache("no-database");
            }
            return attributes.size() > 0;
        } catch (NoSuchFileException e) {
            Path directory = file.getParent();
            if (directory != null && !Files.isDirectory(directory)) {
                throw failure(Phrase.of("audit:cache.no-directory"), e);
            }
            return false;
        } catch (AccessDeniedException e) {
            throw failure(Phrase.of("audit:cache.no-permission"), e);
        }
    }

    /** Left to itself SQLite makes files by the umask, which may let a group write. */
    private void createForThisUserAlone() throws IOException {
        Path directory = file.getParent();
        if (directory != null && CacheOwnership.hasOwners(directory)) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException e) {
                // An empty file, a link to nowhere, or one that another audit has just made.
            } catch (IOException e) {
                throw failure(Phrase.of("audit:cache.not-created"), e);
            }
        }
    }

    /**
     * Opened for writing, a foreign database might be recovered or checkpointed: its header is looked at before. No channel of
     * ours may open the file for that: to close it would release every lock that SQLite has in this process
     * (sqlite.org/howtocorrupt.html, 2.2).
     */
    private void requireHeaderOfCache() throws SQLException, IOException {
        try (CacheConnection header = connect("mode=ro&immutable=1")) {
            // A checkpoint that goes on, or that ended when its process was killed, has written page 1 and not yet the
            // pages
            // that it counts: without this SQLite calls that malformed. Opened for writing, it recovers them from its
            // log.
            header.execute("PRAGMA writable_schema = ON");
            requireCache(header);
        }
    }

    private void setUp(CacheConnection connection) throws SQLException, IOException {
        if (connection.number("PRAGMA application_id") == 0) {
            create(connection);
        }
        if (requireCache(connection) < Schema.VERSION) {
            rebuild(connection);
        }
        requireOwnSchema(connection, true);
        addMissingColumns(connection);
        // In a write-ahead log no writer waits for a reader. Some file systems have no shared memory for one, and the
        // file may be in use at this very moment: then it stays with the rollback journal.
        String mode = connection.text("PRAGMA journal_mode");
        if (!mode.equals("wal")) {
            mode = tryWriteAheadLog(connection, mode);
        }
        // With a log NORMAL is as safe from corruption as FULL; what a power cut takes is the last rows, which are only
        // probed again. With a rollback journal it would not be safe (sqlite.org/pragma.html#pragma_synchronous).
        connection.execute("PRAGMA synchronous = " + (mode.equals("wal") ? "NORMAL" : "FULL"));
    }

    private static String tryWriteAheadLog(CacheConnection connection, String mode) {
        try {
            return connection.text("PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            return mode;
        }
    }

    /** With the journal that a new file has, so that the mark of a cache is in the file itself and not in its log. */
    private static void create(CacheConnection connection) throws SQLException {
        connection.execute("BEGIN IMMEDIATE");
        // Another process may have been first.
        boolean empty = connection.number("PRAGMA application_id") == 0
                && connection.number("SELECT count(*) FROM sqlite_master") == 0;
        if (empty) {
            for (String sql : Schema.SET_UP) {
                connection.execute(sql);
            }
        }
        connection.execute("COMMIT");
    }

    /** An older preflight's table is recreated: what was in it is only probed again. */
    private void rebuild(CacheConnection connection) throws SQLException, IOException {
        connection.execute("BEGIN IMMEDIATE");
        if (connection.number("PRAGMA user_version") < Schema.VERSION) { // else another process was first
            requireOwnSchema(connection, false);
            connection.execute("DROP TABLE file");
            for (String sql : Schema.SET_UP) {
                connection.execute(sql);
            }
        }
        connection.execute("COMMIT");
    }

    /** Triggers, views and virtual tables run code of the file's author: ours has none, so a file with one is refused. */
    private void requireOwnSchema(CacheConnection connection, boolean current) throws SQLException, IOException {
        Optional<Phrase> foreign =
                current ? Schema.foreignObject(connection) : Schema.foreignObjectOfAnyVersion(connection);
        if (foreign.isPresent()) {
            throw failure(Phrase.of("audit:cache.foreign").with("reason", foreign.get()));
        }
    }

    /** A cache from before a fact was known has no column for it. */
    private static void addMissingColumns(CacheConnection connection) throws SQLException {
        if (Schema.missing(columns(connection)).isEmpty()) {
            return;
        }
        connection.execute("BEGIN IMMEDIATE");
        for (String definition : Schema.missing(columns(connection))) { // another process may have been first
            connection.execute("ALTER TABLE file ADD COLUMN " + definition);
        }
        connection.execute("COMMIT");
    }

    private static Set<String> columns(CacheConnection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement = connection.prepare("SELECT name FROM pragma_table_info('file')");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                names.add(result.getString(1));
            }
        }
        return names;
    }

    /** Returns the version of the cache, which is known here. */
    private int requireCache(CacheConnection connection) throws IOException {
        int version;
        try {
            if (connection.number("PRAGMA application_id") != Schema.APPLICATION_ID) {
                throw notACache("other-database");
            }
            version = connection.number("PRAGMA user_version");
        } catch (SQLException e) {
            throw notACache("no-database");
        }
        if (version > Schema.VERSION) {
            throw failure(
                    Phrase.of("audit:cache.version").with("version", version).with("known", Schema.VERSION));
        }
        if (version < 1) {
            throw notACache("no-version");
        }
        return version;
    }

    private IOException notACache(String reason) {
        return failure(Phrase.of("audit:cache.not-a-cache").with("reason", Phrase.of("audit:cache.reason." + reason)));
    }

    private IOException failure(Phrase why, Exception cause) {
        IOException failure = failure(why);
        failure.initCause(cause);
        return failure;
    }

    private IOException failure(Phrase why) {
        return CacheOwnership.failure(file, why);
    }

    /** By URI, as that keeps every byte of the name. */
    private CacheConnection connect(String how) throws SQLException {
        return CacheConnection.open("jdbc:sqlite:" + file.toUri() + "?" + how, lockTimeout, STATEMENT_LIMIT);
    }
}
