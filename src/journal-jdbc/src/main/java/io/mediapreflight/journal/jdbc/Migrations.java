package io.mediapreflight.journal.jdbc;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the tables, and brings them up to date: step by step, each in a transaction together with its number, so that of several
 * submitters that start at once each step is taken by one.
 */
final class Migrations {
    /** The last of them. They lie in {@code META-INF/mediapreflight/journal}, and none is changed once it was released. */
    private static final int KNOWN = 1;

    /** How often a step is tried while others take it. */
    private static final int MAX_ATTEMPTS = 10;

    private static final long PAUSE_MILLIS = 50;

    private final Database database;

    Migrations(Database database) {
        this.database = database;
    }

    void run() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                int found = found();
                if (found > KNOWN) {
                    throw new IOException(Phrase.of("jdbc:newer")
                            .with("found", found)
                            .with("known", KNOWN)
                            .toString());
                }
                for (int next = found + 1; next <= KNOWN; next++) {
                    int step = next;
                    database.inTransaction(connection -> take(connection, step));
                }
                return;
            } catch (SQLException e) {
                if (attempt == MAX_ATTEMPTS || Thread.currentThread().isInterrupted()) {
                    throw Database.failure(e);
                }
                pause();
            }
        }
    }

    /** The version that is there. The table is only made where there is none, for which a user needs rights that few should have. */
    private int found() throws SQLException, IOException {
        try {
            return database.inTransaction(Migrations::version);
        } catch (SQLException e) {
            database.inTransaction(Migrations::prepare);
            return database.inTransaction(Migrations::version);
        }
    }

    /** PostgreSQL fails here if two do it at once, in spite of the condition. */
    private static boolean prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(
                    "CREATE TABLE IF NOT EXISTS preflight_journal_version (version INTEGER NOT NULL PRIMARY KEY)");
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT MAX(version) FROM preflight_journal_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static boolean take(Connection connection, int step) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            // First of all, since its key keeps others from the same step.
            statement.executeUpdate("INSERT INTO preflight_journal_version (version) VALUES (" + step + ")");
            for (String sql : script(step).split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            return true;
        }
    }

    private static String script(int step) throws IOException {
        String name = "/META-INF/mediapreflight/journal/" + step + ".sql";
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the next attempt is the last
        }
    }
}
