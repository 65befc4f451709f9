package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.contract.JournalContract;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.Journal;
import io.mediapreflight.submit.journal.JournalOutcome;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteJournalTest extends JournalContract {
    private static final int BUSY_MILLIS = 20_000;

    @TempDir
    Path directory;

    @Override
    protected Journal reopened() throws IOException {
        return JdbcJournal.open(database());
    }

    private DataSource database() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + directory.resolve("journal.db"));
        return source;
    }

    @Test
    void tables_of_a_newer_release_are_refused() throws IOException, SQLException {
        reopened();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO preflight_journal_version (version) VALUES (99)");
        }
        assertThatThrownBy(this::reopened).isInstanceOf(IOException.class).hasMessageContaining("version 99");
    }

    @Test
    void a_state_of_a_newer_release_is_an_error() throws IOException, SQLException {
        Journal journal = reopened();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO preflight_journal (place, entry_id, digest, begun_at, state, base_url, model,"
                            + " media_digests) VALUES (1, 'e', 'd1', '2026-04-21T07:17:39.146000000Z', 'PAUSED', 'https://a.example', 'm', '')");
        }
        assertThatThrownBy(journal::list).hasMessageContaining("PAUSED");
    }

    @Test
    void an_outcome_is_written_although_its_intent_was_lost() throws IOException, SQLException {
        Journal journal = reopened();
        Intent intent = new Intent("d1", URI.create("https://a.example"), "m", Instant.EPOCH, List.of());
        String entryId = ((Decision.Proceed) journal.begin(intent, false)).entryId();
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM preflight_journal");
        }
        journal.finish(entryId, new JournalOutcome.Accepted("task_1", "m", Optional.empty(), Optional.empty()));

        assertThat(reopened().begin(intent, false))
                .isInstanceOfSatisfying(
                        Decision.Known.class,
                        known -> assertThat(known.record().taskId()).contains("task_1"));
    }

    @Test
    void opening_it_twice_makes_the_tables_once() throws IOException {
        reopened();
        assertThat(reopened().list()).isEmpty();
    }
}
