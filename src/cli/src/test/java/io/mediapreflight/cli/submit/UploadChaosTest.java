package io.mediapreflight.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Main;
import io.mediapreflight.cli.Run;
import io.mediapreflight.fixture.store.ObjectStore;
import io.mediapreflight.submit.chaos.ChaosServer;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.JournalRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of a manifest with local media, to a store whose connections break and to a service that fails in every way there is, by two processes of
 * the program that are killed at random. All rows by {@code -Dpreflight.chaos.rows=200}, which is the default.
 */
@Tag("heavy")
class UploadChaosTest {
    private static final int ROWS = Integer.getInteger("preflight.chaos.rows", 200);
    private static final long SEED = Long.getLong("preflight.chaos.seed", 20_260_421L);
    private static final int KILLS = Math.max(2, ROWS / 20);
    private static final int IMAGES = 60;
    private static final int VIDEOS = 25;

    /** Each run gets some of the rows through that were refused before. */
    private static final int MAX_RUNS = 40;

    private static final String API_KEY = "sk-upload-q7Zk2vX9mB4tR8wY";
    private static final String ACCESS_KEY = "AKIAQ3ZXCHAOS7W2KD5V";
    private static final String SECRET = "Jx8hQw2LpZ5vN1cR7tYbK4mS9dF3gA6e";
    private static final Set<String> SETTLED = Set.of("accepted", "alreadyAccepted", "unanswered", "alreadyUnanswered");

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private final List<Path> outputs = new ArrayList<>();
    private int kills;

    @Test
    void every_row_is_sent_once_and_every_task_is_known_whatever_is_killed() throws Exception {
        writeMedia();
        ObjectStore store = new ObjectStore(ACCESS_KEY, SECRET);
        int port = URI.create(store.endpoint()).getPort();
        try (ChaosServer service = new ChaosServer(SEED);
                StoreProxy proxy = new StoreProxy(port, 3, SEED)) {
            runAndKill(service, proxy);
            Map<Integer, JsonNode> rows = runToTheEnd(service, proxy);
            List<JournalRecord> journal = FileJournal.open(journal()).list();
            System.out.println("upload chaos: " + ROWS + " rows, " + outputs.size() + " processes, " + kills
                    + " killed; " + service.posts() + " POSTs, "
                    + service.carriedOut().size() + " perhaps carried out, "
                    + service.duplicates().size() + " twice; " + store.puts() + " PUTs of " + (IMAGES + VIDEOS)
                    + " files");

            assertThat(service.duplicates()).as("carried out, and sent again").isEmpty();
            assertThat(rows).hasSize(ROWS);
            assertEachTaskIsKnown(rows, service.carriedOut(), journal);
        } finally {
            store.stop();
        }
        assertThat(leaks()).isEmpty();
    }

    private Path journal() {
        return directory.resolve("journal.jsonl");
    }

    /** Files that differ by a comment in the image and by a box that players skip in the video. */
    private void writeMedia() throws IOException {
        byte[] image = Files.readAllBytes(Path.of(Run.sample("smallest-300x300.jpg")));
        byte[] video = Files.readAllBytes(Path.of(Run.sample("exactly-3s.mp4")));
        for (int i = 0; i < IMAGES; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(image, 0, 2);
            out.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 3, (byte) i});
            out.write(image, 2, image.length - 2);
            Files.write(directory.resolve("image-" + i + ".jpg"), out.toByteArray());
        }
        for (int i = 0; i < VIDEOS; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(video);
            out.writeBytes(new byte[] {0, 0, 0, 9, 'f', 'r', 'e', 'e', (byte) i});
            Files.write(directory.resolve("video-" + i + ".mp4"), out.toByteArray());
        }
        StringBuilder rows = new StringBuilder("id,image,video,orientation,prompt\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(i + ",image-" + i % IMAGES + ".jpg,video-" + i % VIDEOS + ".mp4,video,chaos " + i + ".\n");
        }
        Files.writeString(directory.resolve("jobs.csv"), rows);
    }

    private void runAndKill(ChaosServer service, StoreProxy proxy) throws Exception {
        List<Process> workers = new ArrayList<>();
        workers.add(started(service, proxy, "jsonl"));
        workers.add(started(service, proxy, "text"));
        int step = Math.max(1, ROWS / (KILLS + 1));
        while (workers.stream().anyMatch(Process::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(1 + random.nextInt(40));
            if (kills < KILLS && service.posts() > step * (kills + 1)) {
                int victim = random.nextInt(workers.size());
                kill(workers.get(victim));
                workers.set(victim, started(service, proxy, kills % 2 == 0 ? "jsonl" : "text"));
            }
        }
    }

    /** Two of three without a warning. */
    private void kill(Process worker) throws InterruptedException {
        kills++;
        if (random.nextInt(3) == 0) {
            worker.destroy();
        } else {
            worker.destroyForcibly();
        }
        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Until every row has been sent, and either has a task or may have one. */
    private Map<Integer, JsonNode> runToTheEnd(ChaosServer service, StoreProxy proxy) throws Exception {
        for (int i = 0; i < MAX_RUNS; i++) {
            Process worker = started(service, proxy, "jsonl");
            assertThat(worker.waitFor(5, TimeUnit.MINUTES)).isTrue();
            Map<Integer, JsonNode> rows = new TreeMap<>();
            for (String line : Files.readAllLines(outputs.get(outputs.size() - 1))) {
                JsonNode row = line.startsWith("{") ? JsonMapper.shared().readTree(line) : null;
                if (row != null
                        && row.has("outcome")
                        && SETTLED.contains(row.path("outcome").asString())) {
                    rows.put(row.path("line").asInt() - 2, row);
                }
            }
            if (rows.size() == ROWS) {
                return rows;
            }
        }
        throw new AssertionError("not every row was settled in " + MAX_RUNS + " runs");
    }

    private static void assertEachTaskIsKnown(
            Map<Integer, JsonNode> rows, Set<Integer> carriedOut, List<JournalRecord> journal) {
        Set<String> known = new TreeSet<>();
        journal.stream().map(JournalRecord::taskId).flatMap(Optional::stream).forEach(known::add);
        rows.forEach((number, row) -> {
            String outcome = row.path("outcome").asString();
            if (outcome.endsWith("ccepted")) {
                String task = row.path("taskId").asString();
                assertThat(task).isEqualTo(ChaosServer.taskId(number));
                assertThat(known).contains(task);
                assertThat(carriedOut).contains(number);
            }
        });
        // A request that forbids another is once in the journal.
        assertThat(journal.stream()
                        .filter(entry -> entry.state().forbidsAnother())
                        .map(JournalRecord::digest))
                .hasSize(ROWS)
                .doesNotHaveDuplicates();
    }

    private Process started(ChaosServer service, StoreProxy proxy, String form) throws IOException {
        Path output = directory.resolve("output-" + outputs.size() + ".txt");
        outputs.add(output);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-Dhttp.proxyHost=127.0.0.1",
                "-Dhttp.proxyPort=" + proxy.port(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(
                List.of("submit", "--manifest", directory.resolve("jobs.csv").toString()));
        command.addAll(List.of("--upload", "s3://media/in", "--endpoint-url", "http://store.example.org"));
        command.addAll(List.of("--proxy", "http://127.0.0.1:" + proxy.port()));
        command.addAll(List.of(
                "--base-url", service.url().toString(), "--journal", journal().toString()));
        command.addAll(List.of("--timeout", "4", "--in-flight", "8", "--format", form));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "IMINI_API_KEY", API_KEY,
                        "AWS_ACCESS_KEY_ID", ACCESS_KEY,
                        "AWS_SECRET_ACCESS_KEY", SECRET,
                        "AWS_REGION", "us-east-1",
                        "AWS_EC2_METADATA_DISABLED", "true"));
        return builder.start();
    }

    /** Lines of whatever was printed or written down that hold a key or a signature. */
    private List<String> leaks() throws IOException {
        List<Path> files = new ArrayList<>(outputs);
        files.add(journal());
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                boolean isSecret = line.contains("q7Zk2vX9mB4tR8wY")
                        || line.contains(SECRET)
                        || line.contains(ACCESS_KEY)
                        || line.contains("X-Amz-");
                if (isSecret) {
                    found.add(file.getFileName() + ": " + line);
                }
            }
        }
        return found;
    }
}
