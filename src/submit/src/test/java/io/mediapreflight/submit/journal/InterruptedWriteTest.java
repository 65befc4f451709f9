package io.mediapreflight.submit.journal;

import static io.mediapreflight.submit.journal.Journals.accepted;
import static io.mediapreflight.submit.journal.Journals.proceed;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.journal.JournalRecord.State;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel that is closed drops the lock on its file: no interrupt may close one while a line is half written. */
class InterruptedWriteTest {
    @TempDir
    Path directory;

    private final List<Boolean> stillOpen = new ArrayList<>();
    private final Thread submitter = Thread.currentThread();

    /** Interrupts the submitting thread when half of the bytes are written. */
    private int writeHalvesAround(FileChannel channel, ByteBuffer bytes, long at) throws IOException {
        ByteBuffer half = bytes.slice().limit(bytes.remaining() / 2);
        int written = channel.write(half, at);
        bytes.position(bytes.position() + written);
        submitter.interrupt();
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, at + written);
        }
        stillOpen.add(channel.isOpen());
        return written;
    }

    @Test
    void keeps_its_channel_and_its_lock_to_the_end_of_the_line() throws IOException {
        FileJournal journal =
                FileJournal.open(directory.resolve("journal.jsonl"), Clock.systemUTC(), this::writeHalvesAround);
        String entry = proceed(journal, "d1");
        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
        journal.finish(entry, accepted("task_1"));
        assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();

        assertThat(stillOpen).containsExactly(true, true);
        assertThat(journal.damage()).isEmpty();
        assertThat(journal.list()).extracting(JournalRecord::state).containsExactly(State.ACCEPTED);
    }
}
