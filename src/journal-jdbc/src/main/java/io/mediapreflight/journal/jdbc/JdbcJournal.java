package io.mediapreflight.journal.jdbc;

import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * A journal in one table of a database, shared by any number of threads, processes and machines. Tried with PostgreSQL and SQLite.
 *
 * <p>An intent is committed before {@link #begin} returns, and a unique key keeps two submitters from claiming one request at a time. An outcome is
 * written after the request was sent, when nothing may be lost any more: if the database fails then, {@link #finish} tries again for as long
 * as {@link #open(DataSource, Duration)} allows, and an outcome that could not be written leaves the intent, which forbids another submission.
 *
 * <p>A standby that lags behind when it takes over may lack the last commits. Use synchronous replication: an intent that is lost after it was sent
 * permits a second submission until its outcome is written, which restores the entry.
 */
public final class JdbcJournal implements Journal {
    private static final Duration RETRYING = Duration.ofSeconds(30);

    /** How often a claim is tried again that was taken by another, which then released it. */
    private static final int MAX_CLAIMS = 5;

    private final Database database;
    private final Duration retrying;
    private final Map<String, Intent> underWay = new ConcurrentHashMap<>();

    private JdbcJournal(Database database, Duration retrying) {
        this.database = database;
        this.retrying = retrying;
    }

    /**
     * Opens the journal of a database, and makes its tables, or brings them up to date, where that is needed.
     *
     * @param source hands out connections of their own to as many threads as submit
     * @throws IOException where the database fails, or has tables of a newer release
     */
    public static JdbcJournal open(DataSource source) throws IOException {
        return open(source, RETRYING);
    }

    /**
     * The same with another time limit for outcomes.
     *
     * @param retrying how long {@link #finish} tries to write an outcome while the database fails; 30 s unless set, 0 for one attempt
     */
    public static JdbcJournal open(DataSource source, Duration retrying) throws IOException {
        Database database = new Database(source);
        new Migrations(database).run();
        return new JdbcJournal(database, retrying);
    }

    @Override
    public Decision begin(Intent intent, boolean again) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(Phrase.of("jdbc:interrupted").toString());
        }
        String entryId = UUID.randomUUID().toString();
        try {
            Optional<JournalRecord> known = again ? sendAgain(entryId, intent) : claim(entryId, intent);
            if (known.isPresent()) {
                return new Decision.Known(known.get());
            }
        } catch (SQLException e) {
            throw Database.failure(e);
        }
        underWay.put(entryId, intent);
        return new Decision.Proceed(entryId);
    }

    /** Claims a request; the entry that forbids it where there is one. */
    private Optional<JournalRecord> claim(String entryId, Intent intent) throws IOException, SQLException {
        for (int i = 0; i < MAX_CLAIMS; i++) {
            // The claim is written first: a transaction that has only read cannot get SQLite's lock any more.
            Claim claim = database.inTransaction(connection -> Entries.insert(connection, entryId, intent, true)
                    ? new Claim(Entries.standing(connection, intent, entryId), false)
                    : Claim.TAKEN);
            if (claim.known().isPresent()) {
                return claim.known();
            }
            if (!claim.taken()) {
                return Optional.empty();
            }
            Optional<JournalRecord> other =
                    database.inTransaction(connection -> Entries.standing(connection, intent, entryId));
            if (other.isPresent()) {
                return other;
            }
        }
        throw new IOException(
                Phrase.of("jdbc:contended").with("times", MAX_CLAIMS).toString());
    }

    /**
     * What came of a claim.
     *
     * @param known the entry that forbids it; the transaction is rolled back then
     * @param taken whether another submitter holds the claim
     */
    private record Claim(Optional<JournalRecord> known, boolean taken) implements Database.Undoable {
        static final Claim TAKEN = new Claim(Optional.empty(), true);

        @Override
        public boolean isUndone() {
            return taken || known.isPresent();
        }
    }

    /** A request that is sent in spite of its entry leaves the claim to it, where it has one. */
    private Optional<JournalRecord> sendAgain(String entryId, Intent intent) throws IOException, SQLException {
        Claim claim = database.inTransaction(connection ->
                Entries.insert(connection, entryId, intent, true) ? new Claim(Optional.empty(), false) : Claim.TAKEN);
        if (claim.taken()) {
            database.inTransaction(connection -> Entries.insert(connection, entryId, intent, false));
        }
        return Optional.empty();
    }

    @Override
    public void finish(String entryId, JournalOutcome outcome) throws IOException {
        Optional<Intent> intent = Optional.ofNullable(underWay.get(entryId));
        persistently(() -> database.inTransaction(connection -> {
            if (!Entries.finish(connection, entryId, outcome)) {
                // The entry is gone, as after a failover to a server that had not got it.
                Intent begun = intent.orElseThrow(() -> new IOException(
                        Phrase.of("jdbc:no-entry").with("id", entryId).toString()));
                Entries.insert(connection, entryId, begun, false);
                Entries.finish(connection, entryId, outcome);
            }
            return true;
        }));
        underWay.remove(entryId);
    }

    /** A piece of work that may fail with the database. */
    private interface Work {
        void run() throws SQLException, IOException;
    }

    /** Tries until it works or the time is up. An interrupt does not end it, and is kept for the caller. */
    private void persistently(Work work) throws IOException {
        long start = System.nanoTime();
        boolean interrupted = Thread.interrupted();
        try {
            for (long pause = 50; ; pause = Math.min(2 * pause, 2000)) {
                try {
                    work.run();
                    return;
                } catch (SQLException e) {
                    if (System.nanoTime() - start >= retrying.toNanos()) {
                        throw Database.failure(e);
                    }
                }
                interrupted |= !sleeps(pause);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean sleeps(long millis) {
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            return false; // persistently() sets it again
        }
    }

    @Override
    public void taskEnded(URI baseUrl, String taskId, String status) throws IOException {
        persistently(
                () -> database.inTransaction(connection -> Entries.taskEnded(connection, baseUrl, taskId, status)));
    }

    @Override
    public Optional<JournalRecord> standing(List<String> digests) throws IOException {
        try {
            return database.inTransaction(connection -> Entries.standing(connection, digests, ""));
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }

    @Override
    public List<JournalRecord> list() throws IOException {
        try {
            return database.inTransaction(Entries::all);
        } catch (SQLException e) {
            throw Database.failure(e);
        }
    }
}
