package io.mediapreflight.submit.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.journal.Journal;
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

/**
 * Several processes, each with several threads, submit the same requests to a service that fails in every way there is, while they are interrupted
 * and killed. They share a journal.
 */
public final class ChaosRun {
    /** How many requests are submitted. */
    public static final int REQUESTS = Integer.getInteger("preflight.chaos.requests", 60);

    private static final long SEED = Long.getLong("preflight.chaos.seed", 20_260_421L);
    private static final int PROCESSES = 3;
    private static final int THREADS = 4;
    private static final int KILLS = Math.max(2, REQUESTS / 250);

    private final Class<?> program;
    private final String journal;
    private final Path directory;
    private final Random random = new Random(SEED);
    private final List<Path> outputs = new ArrayList<>();
    private int kills;

    /**
     * @param program the main class of a process that submits, which hands its arguments to {@link ChaosWorker#work}
     * @param journal how that class opens the journal
     * @param directory for the media and what the processes print
     */
    public ChaosRun(Class<?> program, String journal, Path directory) throws IOException {
        this.program = program;
        this.journal = journal;
        this.directory = directory;
        Files.copy(Cleared.TESTDATA.resolve("smallest-300x300.jpg"), directory.resolve("image.jpg"));
        Files.copy(Cleared.TESTDATA.resolve("exactly-3s.mp4"), directory.resolve("video.mp4"));
    }

    /** Opens the journal to look at it. */
    public interface Account {
        Journal open() throws IOException;
    }

    /** Runs to the end, and looks at what came of it. */
    public void run(Account account) throws Exception {
        try (ChaosServer server = new ChaosServer(SEED)) {
            runAll(server);
            Journal opened = account.open();
            List<JournalRecord> entries = opened.list();
            print(server, entries);
            assertThat(server.duplicates()).as("carried out, and sent again").isEmpty();
            assertNothingIsLost(server, entries);
            assertNoTaskIsInvented(server.carriedOut(), entries);
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
                program.getName(),
                server.url().toString(),
                journal,
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
        ChaosWorker worker = new ChaosWorker(server.url(), Journal.none(), directory, 0, random);
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

    /** Lines of whatever was printed, logged and thrown that hold the key. */
    private List<String> leaks() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : outputs) {
            found.addAll(leaks(file));
        }
        return found;
    }

    /** Lines of a file that hold the key. */
    public static List<String> leaks(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(ChaosWorker.CORE_OF_KEY)).toList();
        }
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
