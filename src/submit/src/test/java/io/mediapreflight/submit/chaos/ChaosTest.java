package io.mediapreflight.submit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.Cleared;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several processes, each with several threads, submit the same requests to a service that fails in every way there is,
 * while they are interrupted and killed. In full, and with the figures, it is run by
 *
 * <pre>{@code
 * mvn -pl src/submit -am test -Dtest=ChaosTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.chaos.requests=10000
 * }</pre>
 */
class ChaosTest {
    private static final int REQUESTS = Integer.getInteger("preflight.chaos.requests", 60);
    private static final long SEED = Long.getLong("preflight.chaos.seed", 20_260_421L);
    private static final int PROCESSES = 3;
    private static final int THREADS = 4;
    private static final int KILLS = Math.max(2, REQUESTS / 250);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);
    private final List<Path> outputs = new ArrayList<>();
    private Path journal;
    private int kills;

    @Test
    @Tag("sampled")
    void no_request_is_carried_out_twice_none_is_lost_and_the_key_stays_secret() throws Exception {
        journal = directory.resolve("state/journal.jsonl");
        Files.copy(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), directory.resolve("image.jpg"));
        Files.copy(Cleared.TESTDATA.resolve("exactly-3s.mp4"), directory.resolve("video.mp4"));
        try (ChaosServer server = new ChaosServer(SEED)) {
            runAll(server);
            FileJournal account = FileJournal.open(journal);
            print(server, account.list());
            assertThat(server.duplicates()).as("carried out, and sent again").isEmpty();
            assertThat(account.damage()).isEmpty();
            assertNothingIsLost(server, account.list());
            assertNoTaskIsInvented(server.carriedOut(), account.list());
        }
        assertThat(leaks()).isEmpty();
    }

    private void runAll(ChaosServer server) throws Exception {
        List<Process> workers = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            workers.add(worker(server));
        }
        int step = Math.max(1, REQUESTS / (KILLS + 1));
        while (workers.stream().anyMatch(Process::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(20));
            if (kills < KILLS && server.posts() > step * (kills + 1)) {
                kill(server, workers);
            }
        }
        for (Process worker : workers) {
            assertThat(worker.exitValue()).isZero();
        }
    }

    /** One of those that are at work is killed, and another one takes its place. */
    private void kill(ChaosServer server, List<Process> workers) throws Exception {
        int victim = random.nextInt(workers.size());
        if (workers.get(victim).isAlive()) {
            workers.get(victim).destroyForcibly().waitFor();
            workers.set(victim, worker(server));
            kills++;
        }
    }

    private Process worker(ChaosServer server) throws IOException {
        Path output = directory.resolve("output-" + outputs.size() + ".txt");
        outputs.add(output);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosWorker.class.getName(),
                server.url().toString(),
                journal.toString(),
                directory.toString(),
                Integer.toString(REQUESTS),
                Integer.toString(THREADS),
                Long.toString(random.nextLong()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    /** Every request that may have been carried out is in the journal as accepted with its task, or as without a response. */
    private void assertNothingIsLost(ChaosServer server, List<JournalRecord> account) throws Exception {
        ChaosWorker worker = new ChaosWorker(server.url(), journal, directory, 0, random);
        List<String> digests = server.carriedOut().stream().map(worker::digest).toList();
        List<String> standing = account.stream()
                .filter(entry -> entry.state().forbidsAnother())
                .map(JournalRecord::digest)
                .toList();
        assertThat(standing).containsAll(digests).doesNotHaveDuplicates();
    }

    private static void assertNoTaskIsInvented(Set<Integer> carriedOut, List<JournalRecord> account) {
        Set<String> tasks = new TreeSet<>();
        carriedOut.forEach(request -> tasks.add(ChaosServer.taskId(request)));
        assertThat(account.stream().map(JournalRecord::taskId).flatMap(Optional::stream))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .isSubsetOf(tasks);
    }

    /** Lines that hold the key: of whatever was printed, logged and thrown, and of the journal. */
    private List<String> leaks() throws IOException {
        List<Path> files = new ArrayList<>(outputs);
        files.add(journal);
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                lines.filter(line -> line.contains(ChaosWorker.CORE_OF_KEY)).forEach(found::add);
            }
        }
        return found;
    }

    private void print(ChaosServer server, List<JournalRecord> account) {
        Map<State, Integer> states = new EnumMap<>(State.class);
        account.forEach(entry -> states.merge(entry.state(), 1, Integer::sum));
        System.out.println("chaos: " + REQUESTS + " requests, " + PROCESSES + " processes of " + THREADS + " threads, "
                + kills + " killed; " + server.posts() + " POSTs, "
                + server.carriedOut().size()
                + " perhaps carried out, " + server.duplicates().size() + " twice; journal " + states + "; faults "
                + server.faults());
    }
}
