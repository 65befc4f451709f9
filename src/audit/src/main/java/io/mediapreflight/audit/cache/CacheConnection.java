package io.mediapreflight.audit.cache;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

/**
 * A connection to a file of unknown origin: what its definitions call must be harmless, and no statement runs for
 * longer than is allowed.
 */
final class CacheConnection implements AutoCloseable {
    /** A row is found or written in some hundred steps, so that an honest statement is asked once in ten thousand rows. */
    private static final int STEPS_BETWEEN_LOOKS = 1_000_000;

    private final Connection connection;
    private final Clock clock;

    private CacheConnection(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /**
     * Opens a connection.
     *
     * @param lockTimeout how long to wait for a lock that another process holds
     * @param limit how long a statement may compute
     */
    static CacheConnection open(String url, Duration lockTimeout, Duration limit) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(lockTimeout.toMillis()));
        config.setGetGeneratedKeys(false); // or each insert would be followed by a query
        CacheConnection opened = new CacheConnection(config.createConnection(url), new Clock(limit));
        try {
            ProgressHandler.setHandler(opened.connection, STEPS_BETWEEN_LOOKS, opened.clock);
            // sqlite.org/security.html 1: for a database from an untrusted source.
            opened.execute("PRAGMA trusted_schema = OFF");
            opened.execute("PRAGMA cell_size_check = ON");
            return opened;
        } catch (SQLException e) {
            opened.closeQuietly();
            throw e;
        }
    }

    /** Has the time of the next statement begin now: to be called before each run of a prepared one. */
    void startClock() {
        clock.start();
    }

    void execute(String sql) throws SQLException {
        startClock();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int number(String sql) throws SQLException {
        startClock();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.getInt(1);
        }
    }

    String text(String sql) throws SQLException {
        startClock();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            String text = result.getString(1);
            return text == null ? "" : text;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        startClock();
        return connection.prepareStatement(sql);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** What was committed stays committed, and nothing else was promised. */
    void closeQuietly() {
        try {
            close();
        } catch (SQLException e) {
            // It was given up already.
        }
    }

    /** Interrupts a statement whose time is up. Started and asked by the thread that runs the statement. */
    private static final class Clock extends ProgressHandler {
        private final long limitNanos;
        private volatile long start = System.nanoTime();

        Clock(Duration limit) {
            this.limitNanos = limit.toNanos();
        }

        void start() {
            start = System.nanoTime();
        }

        @Override
        protected int progress() {
            return System.nanoTime() - start > limitNanos ? 1 : 0;
        }
    }
}
