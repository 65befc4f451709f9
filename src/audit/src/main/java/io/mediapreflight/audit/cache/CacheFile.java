package io.mediapreflight.audit.cache;

import io.mediapreflight.source.PathNames;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.sqlite.SQLiteConfig;

/**
 * The file of a cache. It is made where there is none; a file that is anything else is never written to, and its own
 * journal, if it has one, is not touched either.
 */
final class CacheFile {
    private static final int HEADER_BYTES = 100; // sqlite.org/fileformat2.html 1.3

    private final Path file;
    private final Duration patience;

    /** @param patience how long to wait for a lock that somebody else holds */
    CacheFile(Path file, Duration patience) {
        this.file = file.toAbsolutePath();
        this.patience = patience;
    }

    /**
     * A connection for writing.
     *
     * @throws IOException where there is no library, no such folder, or another file of that name
     */
    Connection openOrCreate() throws IOException {
        SqliteLibrary.load();
        try {
            if (holdsAnything()) {
                // Opened for writing, a foreign database might be recovered or checkpointed: look at its header
                // only. No channel of ours may open the file for that: to close it would release every lock that
                // SQLite has in this process (sqlite.org/howtocorrupt.html, 2.2).
                try (Connection header = connect("mode=ro&immutable=1")) {
                    requireCache(header);
                }
            }
            Connection connection = connect("mode=rwc");
            try {
                setUp(connection);
                return connection;
            } catch (SQLException | IOException e) {
                close(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new IOException(name() + " cannot be opened as a preflight cache: " + e.getMessage(), e);
        }
    }

    /** A connection that cannot write, to a file that {@link #openOrCreate} has opened. */
    Connection openReader() throws SQLException {
        Connection connection = connect("mode=rw");
        try {
            execute(connection, "PRAGMA query_only = ON");
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    /** A statement over the connection, which is closed where the table is not as it must be. */
    PreparedStatement prepare(Connection connection, String sql) throws IOException {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException e) {
            close(connection);
            throw new IOException(name() + " is a damaged preflight cache: " + e.getMessage(), e);
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // What was committed stays committed, and nothing else was promised.
        }
    }

    private boolean holdsAnything() throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw notACache("it is no regular file");
            }
            // SQLite itself takes a file that is shorter than its header for a new database, and would overwrite it.
            if (attributes.size() > 0 && attributes.size() < HEADER_BYTES) {
                throw notACache("it is no database");
            }
            return attributes.size() > 0;
        } catch (NoSuchFileException e) {
            Path folder = file.getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new IOException("there is no folder for the cache " + name(), e);
            }
            return false;
        } catch (AccessDeniedException e) {
            throw new IOException(name() + " cannot be opened as a preflight cache: it may not be read", e);
        }
    }

    private void setUp(Connection connection) throws SQLException, IOException {
        if (number(connection, "PRAGMA application_id") == 0) {
            create(connection);
        }
        requireCache(connection);
        addMissingColumns(connection);
        // In a write-ahead log nobody waits for a reader. Some file systems have no shared memory for one, and the
        // file may be in use at this very moment: then it stays with the rollback journal.
        String mode = text(connection, "PRAGMA journal_mode");
        if (!mode.equals("wal")) {
            mode = tryWriteAheadLog(connection, mode);
        }
        // With a log NORMAL is as safe from corruption as FULL; what a power cut takes is the last rows, which are only
        // probed again. With a rollback journal it would not be safe (sqlite.org/pragma.html#pragma_synchronous).
        execute(connection, "PRAGMA synchronous = " + (mode.equals("wal") ? "NORMAL" : "FULL"));
    }

    private static String tryWriteAheadLog(Connection connection, String mode) {
        try {
            return text(connection, "PRAGMA journal_mode = WAL");
        } catch (SQLException e) {
            return mode;
        }
    }

    /** With the journal that a new file has, so that the mark of a cache is in the file itself and not in its log. */
    private static void create(Connection connection) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        // Another process may have been first.
        boolean empty = number(connection, "PRAGMA application_id") == 0
                && number(connection, "SELECT count(*) FROM sqlite_master") == 0;
        if (empty) {
            for (String sql : Schema.SET_UP) {
                execute(connection, sql);
            }
        }
        execute(connection, "COMMIT");
    }

    /** A cache from before a fact was known has no column for it. */
    private static void addMissingColumns(Connection connection) throws SQLException {
        if (Schema.missing(columns(connection)).isEmpty()) {
            return;
        }
        execute(connection, "BEGIN IMMEDIATE");
        for (String definition : Schema.missing(columns(connection))) { // another process may have been first
            execute(connection, "ALTER TABLE file ADD COLUMN " + definition);
        }
        execute(connection, "COMMIT");
    }

    private static Set<String> columns(Connection connection) throws SQLException {
        Set<String> names = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT name FROM pragma_table_info('file')")) {
            while (answer.next()) {
                names.add(answer.getString(1));
            }
        }
        return names;
    }

    private void requireCache(Connection connection) throws IOException {
        int version;
        try {
            if (number(connection, "PRAGMA application_id") != Schema.APPLICATION_ID) {
                throw notACache("it is another database");
            }
            version = number(connection, "PRAGMA user_version");
        } catch (SQLException e) {
            throw notACache("it is no database");
        }
        if (version > Schema.VERSION) {
            throw new IOException(name() + " is a preflight cache of version " + version + ", and this preflight knows "
                    + Schema.VERSION + " only; use a newer preflight, or another file");
        }
        if (version < Schema.VERSION) {
            throw notACache("it has no version");
        }
    }

    private IOException notACache(String why) {
        return new IOException(name() + " is not a preflight cache: " + why);
    }

    private String name() {
        return PathNames.text(file);
    }

    /** By URI, as that keeps every byte of the name. */
    private Connection connect(String how) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.setGetGeneratedKeys(false); // or each insert would be followed by a query
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri() + "?" + how);
        try {
            // The file may come from anybody: what its triggers and views call must be harmless.
            execute(connection, "PRAGMA trusted_schema = OFF");
            return connection;
        } catch (SQLException e) {
            close(connection);
            throw e;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.getInt(1);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            String text = answer.getString(1);
            return text == null ? "" : text;
        }
    }
}
