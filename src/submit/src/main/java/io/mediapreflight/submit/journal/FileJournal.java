package io.mediapreflight.submit.journal;

import io.mediapreflight.text.Phrase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A journal in a file that is only ever added to, shared by any number of threads and processes. A line is on the disk
 * before {@link #begin} or {@link #finish} returns. A line that a dying writer left unfinished is passed over; one that
 * was finished and cannot be read forbids every submission, since its content is unknown.
 */
public final class FileJournal implements Journal {
    private final JournalFile file;
    private final JournalReader reader;
    private final Clock clock;
    private final Map<String, Intent> underWay = new ConcurrentHashMap<>();

    private FileJournal(JournalFile file, Clock clock) {
        this.file = file;
        this.reader = new JournalReader(file.path());
        this.clock = clock;
    }

    /**
     * The journal in a file, which is created when the first intent is written: for its owner alone, as are the directories
     * above it that are not there.
     *
     * @throws IOException where what is there cannot be read, or is no journal
     */
    public static FileJournal open(Path file) throws IOException {
        return open(file, Clock.systemUTC());
    }

    /** The same, with a clock of your own for the time of outcomes. */
    public static FileJournal open(Path file, Clock clock) throws IOException {
        return open(file, clock, JournalFile.Disk.REAL);
    }

    static FileJournal open(Path file, Clock clock, JournalFile.Disk disk) throws IOException {
        FileJournal journal = new FileJournal(new JournalFile(file, disk), clock);
        journal.list();
        return journal;
    }

    /**
     * {@inheritDoc}
     *
     * @throws DamagedJournalException where a line cannot be read and {@code again} is not set
     */
    @Override
    public Decision begin(Intent intent, boolean again) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException(
                    Phrase.of("submit:interrupted-before").toString());
        }
        String entryId = UUID.randomUUID().toString();
        JournalEvent event = JournalEvent.intent(entryId, intent);
        Decision decision = file.exclusively((channel, identity) -> {
            reader.refresh(channel, identity);
            Optional<Decision> forbidden = again ? Optional.empty() : forbidden(channel, intent.digests());
            if (forbidden.isPresent()) {
                return forbidden.get();
            }
            append(channel, Reservation.blank(), JournalLine.write(event));
            return new Decision.Proceed(entryId);
        });
        if (decision instanceof Decision.Proceed) {
            underWay.put(entryId, intent);
        }
        return decision;
    }

    private Optional<Decision> forbidden(FileChannel channel, List<String> digests) throws IOException {
        Optional<JournalRecord> standing = standing(channel, digests);
        List<JournalDamage> damage = reader.damage();
        if (standing.isEmpty() && !damage.isEmpty()) {
            throw new DamagedJournalException(file.path(), damage);
        }
        return standing.map(Decision.Known::new);
    }

    @Override
    public void finish(String entryId, JournalOutcome outcome) throws IOException {
        Instant now = clock.instant();
        file.exclusively((channel, identity) -> {
            reader.refresh(channel, identity);
            JournalEvent event = OutcomeLines.event(entryId, now, outcome);
            if (reader.index().entry(entryId).isPresent()) {
                appendOrFill(channel, event);
            } else { // the file was replaced or mangled meanwhile
                byte[] intent = JournalLine.write(JournalEvent.intent(entryId, intentOf(entryId)));
                append(channel, Reservation.blank(), intent, JournalLine.write(event));
            }
            return entryId;
        });
        underWay.remove(entryId);
    }

    /** Where the disk has no room for one more line, the outcome goes to the place that was reserved for it. */
    private void appendOrFill(FileChannel channel, JournalEvent outcome) throws IOException {
        try {
            append(channel, JournalLine.write(outcome));
        } catch (IOException e) {
            OptionalLong place = reader.reservation(outcome.subject());
            Optional<byte[]> line = Reservation.filledWith(outcome);
            if (place.isEmpty() || line.isEmpty()) {
                throw e;
            }
            file.write(channel, line.get(), place.getAsLong());
        }
    }

    /**
     * The submission that forbids another of the same request, known by this digest or by that of an earlier version.
     */
    @Override
    public Optional<JournalRecord> standing(List<String> digests) throws IOException {
        return file.shared((channel, identity) -> {
                    reader.refresh(channel, identity);
                    return standing(channel, digests);
                })
                .flatMap(standing -> standing);
    }

    private Optional<JournalRecord> standing(FileChannel channel, List<String> digests) throws IOException {
        for (String entryId : reader.index().entriesOf(digests)) {
            reader.refreshReservation(channel, entryId);
        }
        return reader.index().standing(digests);
    }

    private Intent intentOf(String entryId) throws IOException {
        Intent intent = underWay.get(entryId);
        if (intent == null) {
            throw new IOException(Phrase.of("submit:journal.no-entry")
                    .with("file", file.path().toString())
                    .with("id", entryId)
                    .toString());
        }
        return intent;
    }

    @Override
    public void taskEnded(URI baseUrl, String taskId, String status) throws IOException {
        JournalEvent event = JournalEvent.task(baseUrl, taskId, clock.instant(), status);
        Optional<Boolean> news = file.shared((channel, identity) -> isNews(channel, identity, event));
        if (news.orElse(false)) {
            file.exclusively((channel, identity) -> {
                if (isNews(channel, identity, event)) {
                    append(channel, JournalLine.write(event));
                }
                return taskId;
            });
        }
    }

    private boolean isNews(FileChannel channel, JournalFile.Identity identity, JournalEvent event) throws IOException {
        reader.refresh(channel, identity);
        reader.refreshReservations(channel);
        return reader.index().isNews(event);
    }

    @Override
    public List<JournalRecord> list() throws IOException {
        return file.shared((channel, identity) -> {
                    reader.refresh(channel, identity);
                    reader.refreshReservations(channel);
                    return reader.index().all();
                })
                .orElse(List.of());
    }

    /** The lines that cannot be read, so that {@link #list} is silent about them: the first hundred. */
    public List<JournalDamage> damage() throws IOException {
        return file.shared((channel, identity) -> {
                    reader.refresh(channel, identity);
                    return reader.damage();
                })
                .orElse(List.of());
    }

    /** All that was ever read, for a test of how little it is. */
    long bytesRead() {
        return reader.bytesRead();
    }

    /** Adds lines behind the last one, having closed that where its writer did not come to it. */
    private void append(FileChannel channel, byte[]... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] header = JournalFile.HEADER;
        long size = channel.size();
        if (size < header.length) {
            JournalDirectories.force(JournalDirectories.of(
                    file.path())); // a reader of the header may trust that the file's name will last
            bytes.writeBytes(Arrays.copyOfRange(header, (int) size, header.length));
        } else if (reader.isWholeButUnclosed()) {
            bytes.write('\n');
        } else if (reader.unclosed() > 0) {
            bytes.writeBytes(TornLine.close(reader.unclosed()));
        }
        for (byte[] line : lines) {
            bytes.writeBytes(line);
        }
        file.append(channel, bytes.toByteArray());
    }
}
