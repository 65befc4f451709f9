package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.accepted;
import static io.mediapreflight.submit.journal.Journals.intent;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static io.mediapreflight.submit.journal.Journals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReservationTest {
    @TempDir
    Path directory;

    private Path file;
    private final SmallDisk disk = new SmallDisk();
    private FileJournal journal;

    /** Takes what fits and then fails, as a full disk does; what is there already may be written over. */
    private static final class SmallDisk implements JournalFile.Disk {
        private long size = Long.MAX_VALUE;

        @Override
        public int write(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
            int room = (int) Math.min(bytes.remaining(), Math.max(0, size - at));
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            int written = channel.write(bytes.slice().limit(room), at);
            bytes.position(bytes.position() + written);
            return written;
        }
    }

    @BeforeEach
    void open() throws IOException {
        file = directory.resolve("journal.jsonl");
        journal = FileJournal.open(file, Clock.fixed(Journals.NOW, ZoneOffset.UTC), disk);
    }

    private void fillUp(int room) throws IOException {
        disk.size = Files.size(file) + room;
    }

    @Test
    void an_outcome_finds_room_however_little_of_the_next_line_fits() throws IOException {
        for (int room = 0; room < 340; room += 17) {
            disk.size = Long.MAX_VALUE;
            String digest = "d" + room;
            String entry = proceed(journal, digest);
            fillUp(room);
            journal.finish(entry, accepted("task_" + room));

            for (FileJournal any : new FileJournal[] {journal, Journals.open(file)}) {
                Decision.Known known = (Decision.Known) any.begin(intent(digest), false);
                assertThat(known.record().state()).isEqualTo(State.ACCEPTED);
                assertThat(known.record().taskId()).isEqualTo(Optional.of("task_" + room));
                assertThat(any.damage()).isEmpty();
            }
        }
    }

    @Test
    void a_refusal_finds_room_and_sets_the_request_free() throws IOException {
        String entry = proceed(journal, "d1");
        fillUp(0);
        journal.finish(entry, refused("no credits ".repeat(90)));
        disk.size = Long.MAX_VALUE;

        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.REFUSED);
        proceed(journal, "d1");
    }

    @Test
    void another_process_sees_what_was_written_behind_its_back() throws IOException {
        FileJournal other = Journals.open(file);
        String entry = proceed(journal, "d1");
        assertThat(other.list()).extracting(JournalRecord::state).containsExactly(State.INTENDED);
        fillUp(0);
        journal.finish(entry, accepted("task_1"));

        assertThat(((Decision.Known) other.begin(intent("d1"), false)).record().taskId())
                .contains("task_1");
    }

    @Test
    void an_id_as_long_as_can_be_asked_for_has_room() throws IOException {
        String entry = proceed(journal, "d1");
        fillUp(0);
        String id = "t".repeat(512);
        journal.finish(
                entry,
                new JournalOutcome.Accepted(id, "m".repeat(500), Optional.of("c".repeat(500)), Optional.empty()));

        assertThat(Journals.open(file).list()).extracting(JournalRecord::taskId).containsExactly(Optional.of(id));
    }

    @Test
    void what_has_no_room_at_all_is_an_error() throws IOException {
        String entry = proceed(journal, "d1");
        fillUp(0);
        String id = "é".repeat(900);

        assertThatThrownBy(() -> journal.finish(entry, accepted(id))).hasMessage("No space left on device");
        assertThat(Journals.open(file).list()).extracting(JournalRecord::state).containsExactly(State.INTENDED);
    }

    @Test
    void an_intent_whose_reservation_does_not_fit_was_never_begun() throws IOException {
        for (int room = 40; room < Reservation.BYTES + 240; room += 97) {
            Files.deleteIfExists(file);
            disk.size = room;
            FileJournal fresh = FileJournal.open(file, Clock.systemUTC(), disk);
            assertThatThrownBy(() -> fresh.begin(intent("d1"), false)).hasMessage("No space left on device");
            disk.size = Long.MAX_VALUE;

            assertThat(fresh.list()).isEmpty();
            proceed(fresh, "d1");
            assertThat(fresh.damage()).isEmpty();
        }
    }

    /** A page may reach the disk without its neighbours: any mixture is either the whole outcome or none. */
    @Test
    void a_half_written_reservation_leaves_the_request_without_a_response() throws IOException {
        String entry = proceed(journal, "d1");
        byte[] blank = Files.readAllBytes(file);
        fillUp(0);
        journal.finish(entry, accepted("task_1"));
        byte[] full = Files.readAllBytes(file);
        int from = JournalFile.HEADER.length;
        int whole = new String(full, StandardCharsets.US_ASCII).indexOf("}", from) + 1;
        for (int split = from + 1; split < from + Reservation.ROOM; split += 3) {
            assertState(mixture(full, blank, split), split < whole ? State.INTENDED : State.ACCEPTED);
            assertState(mixture(blank, full, split), State.INTENDED);
        }
        assertThat(Journals.open(file).list())
                .extracting(JournalRecord::entryId)
                .containsExactly(entry);
    }

    private static byte[] mixture(byte[] first, byte[] second, int split) {
        byte[] mixture = second.clone();
        System.arraycopy(first, 0, mixture, 0, split);
        return mixture;
    }

    private void assertState(byte[] content, State expected) throws IOException {
        Files.write(file, content);
        FileJournal read = Journals.open(file);
        assertThat(read.damage()).isEmpty();
        assertThat(read.list()).extracting(JournalRecord::state).containsExactly(expected);
    }
}
