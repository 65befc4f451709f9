package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.submit.contract.JournalContract;
import io.mediapreflight.submit.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("heavy")
class PostgresJournalTest extends JournalContract {
    @TempDir
    static Path directory;

    private static Optional<PostgresServer> server = Optional.empty();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = PostgresServer.start(directory);
        assumeThat(server).as("a PostgreSQL server can be run here").isPresent();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server.isPresent()) {
            server.get().close();
        }
    }

    @AfterEach
    void forget() throws SQLException {
        try (Connection connection = server.orElseThrow().database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE preflight_journal, preflight_journal_version");
        }
    }

    @Override
    protected Journal reopened() throws IOException {
        return JdbcJournal.open(server.orElseThrow().database());
    }
}
