package io.mediapreflight.journal.jdbc;

import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.JournalRecord.State;
import io.mediapreflight.submit.journal.RequestDigest;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table. An entry that was let pass without {@code again} holds the claim to its digest, which is unique, as long as it forbids another submission.
 */
final class Entries {
    private static final String SELECT =
            "SELECT entry_id, digest, begun_at, state, task_id, request_id, message, base_url, model FROM preflight_journal ";

    private static final String IN_ORDER = "ORDER BY place, begun_at, entry_id";

    private static final int SQLITE_CONSTRAINT = 19;

    private static final String FAILED = "failed";
    private static final int SECONDS_FOR_A_STATEMENT = 30;

    /** What a service says may have no end. */
    private static final int MAX_MESSAGE = 1000;

    private Entries() {}

    /**
     * Writes an intent down.
     *
     * @return false where another entry has the claim; the transaction can do nothing more then
     */
    static boolean insert(Connection connection, String entryId, Intent intent, boolean claiming) throws SQLException {
        // Clocks of several machines differ, so that the time is no order; two that are written at once may share a
        // place.
        String sql =
                "INSERT INTO preflight_journal (place, entry_id, digest, claim, begun_at, state, base_url, model, media_digests)"
                        + " VALUES ((SELECT COALESCE(MAX(place), 0) + 1 FROM preflight_journal), ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = prepared(connection, sql)) {
            set(
                    insert,
                    entryId,
                    intent.digest(),
                    claiming ? intent.digest() : null,
                    intent.at().toString(),
                    State.INTENDED.name(),
                    RequestDigest.service(intent.baseUrl()).toString(),
                    intent.model(),
                    String.join(",", intent.mediaDigests()));
            insert.executeUpdate();
            return true;
        } catch (SQLException e) {
            if (claiming && isTaken(e)) {
                return false;
            }
            throw e;
        }
    }

    /** SQL's class for broken constraints; SQLite's driver gives no state, but SQLITE_CONSTRAINT in the last byte of its code. */
    private static boolean isTaken(SQLException e) {
        String state = e.getSQLState();
        boolean hasState = state != null && !state.isEmpty();
        return hasState ? state.startsWith("23") : (e.getErrorCode() & 0xff) == SQLITE_CONSTRAINT;
    }

    /**
     * The entry that forbids another submission of a request: the last that was accepted, else the last without a response.
     *
     * @param except the id of the one that asks
     */
    static Optional<JournalRecord> standing(Connection connection, Intent intent, String except)
            throws SQLException, IOException {
        List<String> digests = new ArrayList<>(intent.earlierDigests());
        digests.add(intent.digest());
        return standing(connection, digests, except);
    }

    /** The same of any request by its digests. */
    static Optional<JournalRecord> standing(Connection connection, List<String> digests, String except)
            throws SQLException, IOException {
        if (digests.isEmpty()) {
            return Optional.empty();
        }
        String sql =
                SELECT + "WHERE digest IN (?" + ", ?".repeat(digests.size() - 1) + ") AND entry_id <> ? " + IN_ORDER;
        List<String> values = new ArrayList<>(digests);
        values.add(except);
        Optional<JournalRecord> standing = Optional.empty();
        for (JournalRecord entry : records(connection, sql, values.toArray(String[]::new))) {
            boolean weaker = entry.state() != State.ACCEPTED
                    && standing.filter(other -> other.state() == State.ACCEPTED).isPresent();
            if (entry.state().forbidsAnother() && !weaker) {
                standing = Optional.of(entry);
            }
        }
        return standing;
    }

    /** Every entry, oldest first. */
    static List<JournalRecord> all(Connection connection) throws SQLException, IOException {
        return records(connection, SELECT + IN_ORDER);
    }

    /** Writes an outcome down; false where there is no such entry. The same outcome twice changes nothing. */
    static boolean finish(Connection connection, String entryId, JournalOutcome outcome) throws SQLException {
        String sql =
                "UPDATE preflight_journal SET state = ?, task_id = ?, created_at = ?, request_id = ?, code = ?, message = ?,"
                        + " claim = CASE WHEN ? = 'REFUSED' THEN NULL ELSE claim END WHERE entry_id = ?";
        try (PreparedStatement update = prepared(connection, sql)) {
            if (outcome instanceof JournalOutcome.Accepted accepted) {
                set(
                        update,
                        State.ACCEPTED.name(),
                        accepted.taskId(),
                        accepted.createdAt().orElse(null),
                        accepted.requestId().orElse(null),
                        null,
                        null,
                        State.ACCEPTED.name(),
                        entryId);
            } else if (outcome instanceof JournalOutcome.Refused refused) {
                String state = State.REFUSED.name();
                set(
                        update,
                        state,
                        null,
                        null,
                        null,
                        refused.code().orElse(null),
                        shortened(refused.message()),
                        state,
                        entryId);
            } else {
                String why = ((JournalOutcome.Unanswered) outcome).why();
                String state = State.UNANSWERED.name();
                set(update, state, null, null, null, null, shortened(why), state, entryId);
            }
            return update.executeUpdate() > 0;
        }
    }

    /** Writes down how a task ended; returns how many entries became this task, 0 or 1 in practice. */
    static int taskEnded(Connection connection, URI baseUrl, String taskId, String status) throws SQLException {
        String sql =
                "UPDATE preflight_journal SET state = ?, message = ?, claim = CASE WHEN ? = 'FAILED' THEN NULL ELSE claim END"
                        + " WHERE task_id = ? AND base_url = ?";
        String state = (status.equals(FAILED) ? State.FAILED : State.ACCEPTED).name();
        try (PreparedStatement update = prepared(connection, sql)) {
            set(
                    update,
                    state,
                    status,
                    state,
                    taskId,
                    RequestDigest.service(baseUrl).toString());
            return update.executeUpdate();
        }
    }

    private static List<JournalRecord> records(Connection connection, String sql, String... parameters)
            throws SQLException, IOException {
        try (PreparedStatement select = prepared(connection, sql)) {
            set(select, parameters);
            List<JournalRecord> records = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    records.add(record(rows));
                }
            }
            return records;
        }
    }

    private static JournalRecord record(ResultSet row) throws SQLException, IOException {
        return new JournalRecord(
                row.getString("entry_id"),
                row.getString("digest"),
                Instant.parse(row.getString("begun_at")),
                state(row.getString("state")),
                Optional.ofNullable(row.getString("task_id")),
                Optional.ofNullable(row.getString("request_id")),
                Optional.ofNullable(row.getString("message")),
                URI.create(row.getString("base_url")),
                row.getString("model"));
    }

    /** A state of a newer release might forbid a submission. */
    private static State state(String name) throws IOException {
        for (State state : State.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        throw new IOException(
                Phrase.of("jdbc:unknown-state").with("state", name).toString());
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(SECONDS_FOR_A_STATEMENT);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable String... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, storable(values[i]));
        }
    }

    private static String shortened(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE) + "…";
    }

    /** PostgreSQL takes no NUL, and no half of a surrogate pair. */
    private static @Nullable String storable(@Nullable String text) {
        if (text == null || text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        StringBuilder storable = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
                .forEach(storable::appendCodePoint);
        return storable.toString();
    }
}
