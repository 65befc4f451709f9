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
        try (Connection connection = source.getConnection()) {
            boolean automatic = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                T result = work.on(connection);
                if (!(result instanceof Undoable undoable && undoable.isUndone())) {
                    connection.commit();
                    committed = true;
                }
                return result;
            } finally {
                restore(connection, committed, automatic);
            }
        }
    }

    /** A pool hands the connection out again. What fails here comes after the work, or in the wake of its failure. */
    private static void restore(Connection connection, boolean committed, boolean automatic) {
        try {
            if (!committed) {
                connection.rollback();
            }
            connection.setAutoCommit(automatic);
        } catch (SQLException e) {
            // a pool tests what it gets back; without a rollback the server undoes what was not committed
            return;
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
