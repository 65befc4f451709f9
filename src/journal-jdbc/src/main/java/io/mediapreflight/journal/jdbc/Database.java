package io.mediapreflight.journal.jdbc;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in transactions, each with a connection of its own. */
final class Database {
    private static final String NO_STATE = "-";

    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** What is done in a transaction. */
    interface Work<T> {
        T on(Connection connection) throws SQLException, IOException;
    }

    /** A result that may ask for a rollback. */
    interface Undoable {
        boolean isUndone();
    }

    /** Commits what was done, unless it throws or its result is undone. */
    <T> T inTransaction(Work<T> work) throws SQLException, IOException {
        Connection connection = source.getConnection();
        boolean automatic = connection.getAutoCommit();
        int isolation = connection.getTransactionIsolation();
        boolean committed = false;
        try {
            begin(connection, isolation);
            T result = work.on(connection);
            if (!(result instanceof Undoable undoable && undoable.isUndone())) {
                connection.commit();
                committed = true;
            }
            return result;
        } finally {
            giveBack(connection, committed, automatic, isolation);
        }
    }

    /** Each statement sees what was committed before it: a claim that waited for another must see what the other wrote. */
    private static void begin(Connection connection, int isolation) throws SQLException {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED
                && connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_READ_COMMITTED)) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        connection.setAutoCommit(false);
    }

    /** As a pool expects it. What fails here changes nothing of what was committed, and a failure before it is the one to report. */
    private static void giveBack(Connection connection, boolean committed, boolean automatic, int isolation) {
        try (connection) {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(automatic);
            if (connection.getTransactionIsolation() != isolation) {
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException e) {
            return; // the server undoes what was not committed, and a pool tests what it gets back
        }
    }

    /** The failure in the words of the driver. */
    static IOException failure(SQLException cause) {
        String state = cause.getSQLState();
        return new IOException(
                Phrase.of("jdbc:database")
                        .with("reason", String.valueOf(cause.getMessage()))
                        .with("state", state == null ? NO_STATE : state)
                        .toString(),
                cause);
    }
}
