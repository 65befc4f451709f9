package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.accepted;
import static io.mediapreflight.submit.journal.Journals.intent;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SharedJournalTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final int REQUESTS = 60;

    @TempDir
    Path directory;

    private Path file;
    private Path service;

    @BeforeEach
    void name() throws IOException {
        file = directory.resolve("journal.jsonl");
        service = Files.createFile(directory.resolve("service"));
    }

    @Test
    void threads_with_one_journal_send_each_request_once() throws Exception {
        JournalChild.sendAll(Journals.open(file), service, REQUESTS, 8, new Random(1));

        assertThat(Files.readAllLines(service)).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(Journals.open(file).list()).hasSize(REQUESTS).allMatch(SharedJournalTest::isAccepted);
    }

    @Test
    void threads_with_a_journal_each_send_each_request_once() throws Exception {
        List<Thread> threads = new ArrayList<>();
        AtomicBoolean failed = new AtomicBoolean();
        for (int i = 0; i < 4; i++) {
            FileJournal journal = Journals.open(file);
            Random random = new Random(i);
            threads.add(new Thread(() -> {
                try {
                    JournalChild.sendAll(journal, service, REQUESTS, 2, random);
                } catch (Exception e) {
                    failed.set(true);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(failed).isFalse();
        assertThat(Files.readAllLines(service)).hasSize(REQUESTS).doesNotHaveDuplicates();
        assertThat(Journals.open(file).list()).hasSize(REQUESTS).allMatch(SharedJournalTest::isAccepted);
    }

    @Test
    void a_thread_that_is_interrupted_all_the_time_loses_nothing() throws Exception {
        FileJournal journal = Journals.open(file);
        List<Decision> seen = new ArrayList<>();
        Thread sender = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                try {
                    Decision decision = journal.begin(intent("d" + i), false);
                    seen.add(decision);
                    journal.finish(Journals.entryId(decision), accepted("task_d" + i));
                } catch (IOException e) {
                    // interrupted before it began
                }
                Thread.interrupted();
            }
        });
        sender.start();
        while (sender.isAlive()) {
            sender.interrupt();
            TimeUnit.MICROSECONDS.sleep(200);
        }

        assertThat(seen).isNotEmpty().allMatch(Decision.Proceed.class::isInstance);
        assertThat(Journals.open(file).list()).hasSameSizeAs(seen).allMatch(SharedJournalTest::isAccepted);
        assertThat(Journals.open(file).damage()).isEmpty();
    }

    @Test
    @Tag("sampled")
    void processes_killed_at_random_send_no_request_twice_and_lose_none() throws Exception {
        Random random = new Random(7);
        List<Process> children = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            children.add(child(i));
        }
        for (int kills = 0; kills < (ALL ? 6 : 2); kills++) {
            awaitGrowth(service, random.nextInt(400));
            int victim = random.nextInt(children.size());
            children.get(victim).destroyForcibly().waitFor();
            children.set(victim, child(100 + kills));
        }
        for (Process child : children) {
            assertThat(child.waitFor()).isZero();
        }

        List<String> sent = Files.readAllLines(service);
        FileJournal journal = Journals.open(file);
        assertThat(sent).doesNotHaveDuplicates();
        assertThat(journal.damage()).isEmpty();
        assertThat(journal.list())
                .extracting(JournalRecord::digest)
                .hasSize(4 * REQUESTS)
                .doesNotHaveDuplicates();
        assertThat(journal.list())
                .filteredOn(SharedJournalTest::isAccepted)
                .extracting(JournalRecord::digest)
                .isSubsetOf(sent)
                .hasSizeGreaterThan(4 * REQUESTS - 30);
    }

    private Process child(int seed) throws IOException {
        return Jvm.start(JournalChild.class, file.toString(), service.toString(), "" + 4 * REQUESTS, "2", "" + seed);
    }

    /** Waits until something is sent, and then a moment. */
    private static void awaitGrowth(Path file, int millis) throws Exception {
        long size = Files.size(file);
        long start = System.nanoTime();
        while (Files.size(file) == size && System.nanoTime() - start < 2_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @Test
    void a_process_sees_at_once_what_another_began() throws Exception {
        FileJournal journal = Journals.open(file);
        assertThat(Jvm.start(JournalChild.class, file.toString(), service.toString(), "3", "1", "1")
                        .waitFor())
                .isZero();

        assertThat(journal.begin(intent("d2"), false)).isInstanceOf(Decision.Known.class);
    }

    @Test
    void reads_only_what_was_added() throws IOException {
        FileJournal other = Journals.open(file);
        writeMany(10_000);
        FileJournal journal = Journals.open(file);
        long whole = journal.bytesRead();
        assertThat(whole).isGreaterThan(Files.size(file) - 1);

        for (int i = 0; i < 20; i++) {
            journal.finish(proceed(journal, "new" + i), accepted("task"));
            proceed(other, "other" + i);
        }
        assertThat(journal.bytesRead() - whole).isLessThan(60 * 600 + 60 * Reservation.BYTES);
        assertThat(journal.begin(intent("d9999"), false)).isInstanceOf(Decision.Known.class);
    }

    private void writeMany(int entries) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(JournalFile.HEADER);
            for (int i = 0; i < entries; i++) {
                out.write(Reservation.blank());
                out.write(JournalLine.write(JournalEvent.intent("e" + i, intent("d" + i))));
                out.write(JournalLine.write(OutcomeLines.event("e" + i, Journals.NOW, accepted("task_" + i))));
            }
        }
    }

    private static boolean isAccepted(JournalRecord entry) {
        return entry.state() == JournalRecord.State.ACCEPTED
                && entry.taskId().equals(Optional.of("task_" + entry.digest()));
    }
}
