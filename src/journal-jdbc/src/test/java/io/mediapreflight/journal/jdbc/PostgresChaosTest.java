package io.mediapreflight.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.submit.chaos.ChaosRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Submitters that are interrupted and killed, and share a journal in a PostgreSQL whose connections are cut and whose server crashes or is lost, so that
 * a standby takes over. In full, and with the figures, it is run by
 *
 * <pre>{@code
 * mvn -Pheavy -pl src/journal-jdbc -am test -Dtest=PostgresChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.chaos.requests=10000
 * }</pre>
 */
@Tag("heavy")
class PostgresChaosTest {
    private static final long MILLIS_TO_THE_FIRST = 1_500;
    private static final long MILLIS_BETWEEN = 6_000;

    @TempDir
    Path ofServers;

    @TempDir
    Path directory;

    @Test
    void no_request_is_carried_out_twice_and_none_is_lost() throws Exception {
        Optional<PostgresServer> started = PostgresServer.start(ofServers);
        assumeThat(started).as("a PostgreSQL server can be run here").isPresent();
        try (PostgresCluster cluster = new PostgresCluster(started.orElseThrow())) {
            ExecutorService thread = Executors.newSingleThreadExecutor();
            CountDownLatch over = new CountDownLatch(1);
            Future<?> accidents = thread.submit(() -> happenNowAndThen(cluster, over));
            try {
                new ChaosRun(JdbcChaosWorker.class, Integer.toString(cluster.port()), directory).run(() -> {
                    over.countDown();
                    await(accidents);
                    return JdbcJournal.open(cluster.database());
                });
            } finally {
                over.countDown();
                await(accidents);
                thread.shutdown();
            }
            System.out.println("chaos: " + cluster);
            assertThat(cluster.cuts()).isPositive();
            assertThat(cluster.failovers()).isPositive();
        }
    }

    private static Boolean happenNowAndThen(PostgresCluster cluster, CountDownLatch over) throws Exception {
        long pause = MILLIS_TO_THE_FIRST;
        for (boolean lost = true; !over.await(pause, TimeUnit.MILLISECONDS); lost = !lost) {
            if (lost) {
                cluster.failOver();
            } else {
                cluster.crash();
            }
            pause = MILLIS_BETWEEN;
        }
        return true;
    }

    private static void await(Future<?> accidents) throws IOException {
        try {
            accidents.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IOException(e);
        }
    }
}
