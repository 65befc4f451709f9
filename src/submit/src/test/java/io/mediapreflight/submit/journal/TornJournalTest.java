package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.accepted;
import static io.mediapreflight.submit.journal.Journals.intent;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornJournalTest {
    private static final int FIRST_INTENT = JournalFile.HEADER.length + Reservation.BYTES;

    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("journal.jsonl");
    }

    @Test
    void a_torn_intent_was_never_sent_whatever_its_length() throws IOException {
        proceed(Journals.open(file), "d1");
        int before = (int) Files.size(file);
        proceed(Journals.open(file), "d2");
        byte[] whole = Files.readAllBytes(file);
        for (int length : lengths(whole, before)) {
            Files.write(file, Arrays.copyOf(whole, length));
            FileJournal journal = Journals.open(file);

            assertThat(journal.damage()).isEmpty();
            assertThat(journal.begin(intent("d1"), false)).isInstanceOf(Decision.Known.class);
            String entry = proceed(journal, "d2");
            journal.finish(entry, accepted("task_2"));
            assertThat(journal.damage()).as("torn at %d", length).isEmpty();
            assertThat(states(journal)).containsExactly(State.INTENDED, State.ACCEPTED);
            assertThat(states(Journals.open(file))).containsExactly(State.INTENDED, State.ACCEPTED);
        }
    }

    @Test
    void an_intent_that_lacks_its_line_feed_alone_counts() throws IOException {
        String entry = proceed(Journals.open(file), "d1");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));

        FileJournal journal = Journals.open(file);
        assertThat(journal.begin(intent("d1"), false)).isInstanceOf(Decision.Known.class);
        proceed(journal, "d2");
        journal.finish(entry, accepted("task_1"));
        assertThat(states(journal)).containsExactly(State.ACCEPTED, State.INTENDED);
        assertThat(states(Journals.open(file))).containsExactly(State.ACCEPTED, State.INTENDED);
    }

    @Test
    void a_torn_outcome_leaves_the_request_without_a_response() throws IOException {
        FileJournal first = Journals.open(file);
        String entry = proceed(first, "d1");
        int before = (int) Files.size(file);
        first.finish(entry, accepted("task_1"));
        byte[] whole = Files.readAllBytes(file);
        for (int length : lengths(whole, before)) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThat(Journals.open(file).begin(intent("d1"), false))
                    .isEqualTo(new Decision.Known(Journals.record(entry, "d1", State.INTENDED)));
        }
    }

    @Test
    void the_torn_bytes_stay_for_they_may_name_a_task() throws IOException {
        FileJournal first = Journals.open(file);
        first.finish(proceed(first, "d1"), accepted("task_1"));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        proceed(Journals.open(file), "d2");

        assertThat(Files.readString(file)).contains("\"taskId\":\"task_1\"").contains(" #torn ");
    }

    @Test
    void a_line_may_be_torn_that_was_to_close_a_torn_line() throws IOException {
        proceed(Journals.open(file), "d1");
        byte[] good = Files.readAllBytes(file);
        Files.writeString(file, "{\"type\":\"int", StandardOpenOption.APPEND);
        long torn = Files.size(file);
        proceed(Journals.open(file), "d2");
        byte[] whole = Files.readAllBytes(file);
        for (int length : lengths(whole, (int) torn)) {
            Files.write(file, Arrays.copyOf(whole, length));
            FileJournal journal = Journals.open(file);
            proceed(journal, "d2");

            assertThat(journal.damage()).isEmpty();
            assertThat(states(Journals.open(file))).containsExactly(State.INTENDED, State.INTENDED);
        }
        assertThat(whole).startsWith(good);
    }

    @Test
    void a_torn_first_line_is_completed() throws IOException {
        byte[] header = JournalFile.HEADER;
        for (int length = 0; length <= header.length; length++) {
            Files.write(file, Arrays.copyOf(header, length));
            String entry = proceed(Journals.open(file), "d1");

            assertThat(Journals.open(file).list()).containsExactly(Journals.record(entry, "d1", State.INTENDED));
            assertThat(Files.readAllBytes(file)).startsWith(header);
        }
    }

    @Test
    @Tag("sampled")
    void no_flipped_bit_makes_a_known_request_unknown() throws IOException {
        FileJournal first = Journals.open(file);
        first.finish(proceed(first, "d1"), accepted("task_1"));
        proceed(first, "d2");
        byte[] whole = Files.readAllBytes(file);
        for (int at : lengths(Arrays.copyOf(whole, whole.length + 1), 0)) {
            for (int mask : masks(at, whole[at])) {
                byte[] mangled = whole.clone();
                mangled[at] ^= (byte) mask;
                Files.write(file, mangled);
                for (String digest : List.of("d1", "d2")) {
                    assertThat(proceeds(digest)).as("byte %d ^ %d", at, mask).isFalse();
                }
            }
        }
    }

    /** Every bit, and all that it takes to make a line feed; in a short run one of them for each byte in turn. */
    private static int[] masks(int at, byte there) {
        int[] all = {1, 2, 4, 8, 16, 32, 64, 128, there ^ 0x0a};
        return ALL ? all : new int[] {all[at % all.length]};
    }

    /** Every length that is short of the whole, but of the many blanks of a reservation, which are alike, only some. */
    private static int[] lengths(byte[] whole, int from) {
        return IntStream.range(from, whole.length - 1)
                .filter(length -> length == 0 || whole[length - 1] != ' ' || whole[length] != ' ' || length % 101 == 0)
                .toArray();
    }

    private boolean proceeds(String digest) {
        try {
            return Journals.open(file).begin(intent(digest), false) instanceof Decision.Proceed;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void a_damaged_line_forbids_every_submission_and_is_named() throws IOException {
        FileJournal journal = damagedInTheFirstIntent();

        assertThat(journal.damage()).containsExactly(new JournalDamage(3, FIRST_INTENT));
        assertThatThrownBy(() -> journal.begin(intent("d9"), false))
                .isInstanceOf(DamagedJournalException.class)
                .hasMessageContaining("line 3 (at byte " + FIRST_INTENT + ")");
    }

    @Test
    void a_damaged_line_does_not_hide_the_others() throws IOException {
        FileJournal journal = damagedInTheFirstIntent();
        Decision.Known known = (Decision.Known) journal.begin(intent("d2"), false);
        journal.finish(known.record().entryId(), accepted("task_2"));

        assertThat(journal.list()).extracting(JournalRecord::taskId).containsExactly(Optional.of("task_2"));
    }

    @Test
    void a_damaged_line_gives_way_to_one_who_knows() throws IOException {
        assertThat(damagedInTheFirstIntent().begin(intent("d9"), true)).isInstanceOf(Decision.Proceed.class);
    }

    @Test
    void a_line_without_end_is_damage_and_takes_little_memory() throws IOException {
        proceed(Journals.open(file), "d1");
        Files.write(file, new byte[5_000_000], StandardOpenOption.APPEND);
        FileJournal journal = Journals.open(file);
        assertThatThrownBy(() -> journal.begin(intent("d9"), false)).isInstanceOf(DamagedJournalException.class);

        journal.begin(intent("d9"), true);
        assertThat(states(journal)).containsExactly(State.INTENDED, State.INTENDED);
        assertThat(journal.damage()).hasSize(1);
    }

    private FileJournal damagedInTheFirstIntent() throws IOException {
        FileJournal first = Journals.open(file);
        proceed(first, "d1");
        proceed(first, "d2");
        byte[] whole = Files.readAllBytes(file);
        whole[FIRST_INTENT + 40] ^= 1;
        Files.write(file, whole);
        return Journals.open(file);
    }

    private static List<State> states(FileJournal journal) throws IOException {
        return journal.list().stream().map(JournalRecord::state).toList();
    }

    @Test
    void an_outcome_without_its_intent_is_damage() throws IOException {
        FileJournal first = Journals.open(file);
        first.finish(proceed(first, "d1"), accepted("task_1"));
        List<String> lines = Files.readAllLines(file);
        Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(3) + "\n");

        FileJournal journal = Journals.open(file);
        assertThat(journal.damage()).containsExactly(new JournalDamage(3, FIRST_INTENT));
        assertThatThrownBy(() -> journal.begin(intent("d1"), false)).isInstanceOf(DamagedJournalException.class);
    }
}
