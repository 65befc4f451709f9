package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.submit.chaos.ChaosRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submitters that are interrupted and killed, and share a journal in a PostgreSQL whose connections are cut and whose server crashes. In full, and with
 * the figures, it is run by
 *
 * <pre>{@code
 * mvn -Pheavy -pl src/journal-jdbc -am test -Dtest=PostgresChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.chaos.requests=10000
 * }</pre>
 */
@Tag("heavy")
class PostgresChaosTest {
    private static final int ONE_IN = 400;
    private static final long SEED = 7;
    private static final long MILLIS_BETWEEN_CRASHES = 8_000;

    @TempDir
    Path ofServer;

    @TempDir
    Path directory;

    @Test
    void no_request_is_carried_out_twice_and_none_is_lost() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start(ofServer);
        assumeThat(started).as("a PostgreSQL server can be run here").isPresent();
        try (PostgresServer server = started.orElseThrow();
                FlakyProxy proxy = new FlakyProxy(server.port(), ONE_IN, SEED)) {
            AtomicInteger crashes = new AtomicInteger();
            AtomicBoolean over = new AtomicBoolean();
            Thread crashing = new Thread(() -> crashNowAndThen(server, over, crashes));
            crashing.start();
            try {
                new ChaosRun(JdbcChaosWorker.class, Integer.toString(proxy.port()), directory).run(() -> {
                    over.set(true);
                    join(crashing);
                    return JdbcJournal.open(server.database());
                });
            } finally {
                over.set(true);
                crashing.join();
            }
            System.out.println("chaos: " + proxy.cuts() + " connections cut, " + crashes + " crashes of the database");
            assertThat(proxy.cuts()).isPositive();
        }
    }

    private static void crashNowAndThen(PostgresServer server, AtomicBoolean over, AtomicInteger crashes) {
        try {
            while (true) {
                for (long slept = 0; slept < MILLIS_BETWEEN_CRASHES; slept += 100) {
                    Thread.sleep(100);
                    if (over.get()) {
                        return;
                    }
                }
                server.crash();
                crashes.incrementAndGet();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) throws IOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
