package io.mediapreflight.journal.jdbc;

import io.mediapreflight.submit.chaos.ChaosWorker;
import io.mediapreflight.submit.journal.Journal;
import java.io.IOException;
import javax.sql.DataSource;

/** A process that submits with a journal in PostgreSQL, at the port that the second argument is. */
final class JdbcChaosWorker {
    private static final int MAX_ATTEMPTS = 200;

    private JdbcChaosWorker() {}

    public static void main(String[] arguments) throws Exception {
        ChaosWorker.work(arguments, opened(PostgresServer.database(Integer.parseInt(arguments[1]))));
    }

    /** The database may be down just now. */
    private static Journal opened(DataSource source) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return JdbcJournal.open(source);
            } catch (IOException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }
}
