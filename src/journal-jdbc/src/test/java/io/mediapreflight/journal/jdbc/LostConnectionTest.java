package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.journal.jdbc.WatchedDatabase.Incident;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What is left when the database is lost around a submission, and when others come between two transactions of one. */
class LostConnectionTest {
    private static final Intent INTENT =
            new Intent("d1", URI.create("https://a.example"), "m", Instant.EPOCH, List.of());

    private static final JournalOutcome ACCEPTED =
            new JournalOutcome.Accepted("task_1", "m", Optional.empty(), Optional.empty());

    private static final JournalOutcome REFUSED =
            new JournalOutcome.Refused(OptionalInt.of(402), Optional.empty(), "no credits");

    @TempDir
    Path directory;

    private WatchedDatabase database = new WatchedDatabase(new SQLiteDataSource());
    private Journal journal = Journal.none();

    @BeforeEach
    void open() throws IOException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + directory.resolve("journal.db"));
        database = new WatchedDatabase(source);
        journal = JdbcJournal.open(database.source(), Duration.ofSeconds(20));
    }

    @Test
    void a_claim_that_was_not_committed_lets_nothing_be_sent_and_leaves_nothing() throws IOException {
        database.next(Incident.LOST_BEFORE_COMMIT);
        assertThatThrownBy(() -> journal.begin(INTENT, false)).hasMessageContaining("08006");

        assertThat(journal.list()).isEmpty();
        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Proceed.class);
    }

    @Test
    void a_claim_whose_commit_was_not_acknowledged_lets_nothing_be_sent() throws IOException {
        database.next(Incident.LOST_BEHIND_COMMIT);
        assertThatThrownBy(() -> journal.begin(INTENT, false)).hasMessageContaining("08006");

        assertThat(states()).containsExactly(State.INTENDED);
        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Known.class);
    }

    @Test
    void an_outcome_waits_for_a_database_that_was_lost_behind_the_sending() throws IOException {
        String entry = proceed(false);
        database.next(Incident.NO_CONNECTION, Incident.LOST_BEFORE_COMMIT, Incident.NO_CONNECTION);
        journal.finish(entry, ACCEPTED);

        assertThat(states()).containsExactly(State.ACCEPTED);
    }

    @Test
    void an_outcome_whose_commit_was_not_acknowledged_is_there_once() throws IOException {
        String entry = proceed(false);
        database.next(Incident.LOST_BEHIND_COMMIT);
        journal.finish(entry, ACCEPTED);

        assertThat(states()).containsExactly(State.ACCEPTED);
    }

    @Test
    void an_outcome_that_cannot_be_written_leaves_the_intent_which_forbids_another() throws IOException {
        Journal impatient = JdbcJournal.open(database.source(), Duration.ZERO);
        String entry = ((Decision.Proceed) impatient.begin(INTENT, false)).entryId();
        database.next(Incident.NO_CONNECTION);
        assertThatThrownBy(() -> impatient.finish(entry, ACCEPTED)).isInstanceOf(IOException.class);

        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Known.class);
    }

    @Test
    void one_that_is_sent_again_while_the_claim_is_given_back_forbids_another() throws IOException {
        String holder = proceed(false);
        database.between(() -> journal.finish(holder, REFUSED));
        String again = proceed(true);

        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Known.class);
        journal.finish(again, REFUSED);
        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Proceed.class);
    }

    @Test
    void one_that_is_sent_again_passes_beside_one_that_took_the_claim_before_it() throws IOException {
        String holder = proceed(false);
        database.between(() -> {
            journal.finish(holder, REFUSED);
            proceed(false);
        });
        proceed(true);

        assertThat(states()).containsExactly(State.REFUSED, State.INTENDED, State.INTENDED);
        assertThat(journal.begin(INTENT, false)).isInstanceOf(Decision.Known.class);
    }

    private String proceed(boolean again) throws IOException {
        return ((Decision.Proceed) journal.begin(INTENT, again)).entryId();
    }

    private List<State> states() throws IOException {
        return journal.list().stream().map(JournalRecord::state).toList();
    }
}
