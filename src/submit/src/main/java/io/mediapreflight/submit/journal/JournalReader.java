package io.mediapreflight.submit.journal;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the lines that were added since it last looked; from the first, where the file is another or has shrunk. */
final class JournalReader {
    /** A third of a million submissions; with more, the index would crowd a small heap. */
    private static final long MAX_FILE_BYTES = 640L << 20;

    private static final int CHUNK_BYTES = 65_536;

    /** Enough to show that something is wrong and where. */
    private static final int MAX_DAMAGE = 100;

    private final Path path;
    private JournalIndex index = new JournalIndex();
    private List<JournalDamage> damage = new ArrayList<>();
    private Optional<JournalFile.Identity> seen = Optional.empty();
    private long offset;
    private long lines;
    private byte[] rest = new byte[0];
    private long unclosed;
    private long bytesRead;

    /** Where the outcome of each intent that has none may yet be written. */
    private final Map<String, Long> reservations = new HashMap<>();

    /** What stands before the mark of the last line, where that was a reservation. */
    private Optional<byte[]> reserved = Optional.empty();

    JournalReader(Path path) {
        this.path = path;
    }

    JournalIndex index() {
        return index;
    }

    List<JournalDamage> damage() {
        return List.copyOf(damage);
    }

    /** Bytes at the end of the file that no line feed closes. */
    long unclosed() {
        return unclosed;
    }

    /** Whether those bytes are a whole line but for its line feed. */
    boolean isWholeButUnclosed() {
        return unclosed == rest.length && JournalLine.read(rest).isPresent();
    }

    /** A writer that dies leaves the beginning of a line, never a whole line and something after it. */
    private boolean endsInAMangledLineFeed() {
        return rest.length > 0
                && JournalLine.read(Arrays.copyOf(rest, rest.length - 1)).isPresent();
    }

    /** All that was ever read, for a test of how little it is. */
    long bytesRead() {
        return bytesRead;
    }

    /** Forgets everything, so that the next look is at the whole file. */
    private void restart(JournalFile.Identity identity) {
        index = new JournalIndex();
        damage = new ArrayList<>();
        seen = Optional.of(identity);
        offset = 0;
        lines = 0;
        rest = new byte[0];
        unclosed = 0;
        reservations.clear();
        reserved = Optional.empty();
    }

    /** Where the outcome of this intent may be written, though the disk has no room for another line. */
    OptionalLong reservation(String entryId) {
        Long place = reservations.get(entryId);
        return place == null ? OptionalLong.empty() : OptionalLong.of(place);
    }

    /** Reads what is new. */
    void refresh(FileChannel channel, JournalFile.Identity identity) throws IOException {
        long size = channel.size();
        if (size > MAX_FILE_BYTES) {
            throw failure(
                    Phrase.of("submit:journal.too-large").with("size", size).with("max", MAX_FILE_BYTES));
        }
        if (!seen.equals(Optional.of(identity)) || size < offset + unclosed) {
            restart(identity);
        }
        if (offset == 0) {
            readHeader(channel, size);
        }
        rest = new byte[0];
        unclosed = 0;
        if (offset > 0) {
            readLines(channel, size);
        }
        boolean readable = !isWholeButUnclosed()
                || JournalLine.read(rest).filter(this::applied).isPresent();
        if (!readable || endsInAMangledLineFeed()) {
            damaged();
        }
    }

    /** Another process may have filled the reservation of an entry since its lines were read. */
    void refreshReservation(FileChannel channel, String entryId) throws IOException {
        Long place = reservations.get(entryId);
        if (place != null) {
            TornLine.closed(read(channel, place, Reservation.BYTES - 1))
                    .flatMap(Reservation::outcomeIn)
                    .filter(outcome -> outcome.subject().equals(entryId))
                    .ifPresent(this::applied);
        }
    }

    /** Those of all entries that have no outcome: as many as are under way or were abandoned, which are few. */
    void refreshReservations(FileChannel channel) throws IOException {
        for (String entryId : List.copyOf(reservations.keySet())) {
            refreshReservation(channel, entryId);
        }
    }

    /** The first line; a beginning of it is what a writer left that died at once. */
    private void readHeader(FileChannel channel, long size) throws IOException {
        byte[] header = JournalFile.HEADER;
        byte[] found = read(channel, 0, (int) Math.min(size, header.length));
        if (!Arrays.equals(found, Arrays.copyOf(header, found.length))) {
            throw failure(Phrase.of("submit:journal.foreign"));
        }
        if (found.length == header.length) {
            offset = header.length;
            lines = 1;
        }
    }

    private void readLines(FileChannel channel, long size) throws IOException {
        byte[] begun = new byte[0];
        long lost = 0;
        for (long at = offset; at < size; ) {
            byte[] chunk = read(channel, at, (int) Math.min(CHUNK_BYTES, size - at));
            at += chunk.length;
            int from = 0;
            for (int i = 0; i < chunk.length; i++) {
                if (chunk[i] == '\n') {
                    close(joined(begun, chunk, from, i), lost);
                    begun = new byte[0];
                    lost = 0;
                    from = i + 1;
                }
            }
            begun = joined(begun, chunk, from, chunk.length);
            if (begun.length > 2 * JournalLine.MAX_BYTES) {
                lost += begun.length; // far too long to be a line of ours: only its length is kept
                begun = new byte[0];
            }
        }
        if (lost > 0) {
            damaged();
        }
        rest = begun;
        unclosed = lost + begun.length;
    }

    private void close(byte[] line, long lost) {
        Optional<byte[]> torn = TornLine.closed(line);
        boolean readable =
                lost == 0 && (JournalLine.read(line).filter(this::applied).isPresent() || torn.isPresent());
        if (!readable) {
            damaged();
        }
        reserved = torn.filter(text -> text.length == Reservation.ROOM);
        lines++;
        offset += lost + line.length + 1;
    }

    private boolean applied(JournalEvent event) {
        try {
            index.apply(event);
            noteReservation(event);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The line before an intent is its reservation, and may hold its outcome already. */
    private void noteReservation(JournalEvent event) {
        if (event.type().isOutcome()) {
            reservations.remove(event.subject());
        } else if (event.type() == JournalEvent.Type.INTENT
                && event.fields().getOrDefault(JournalEvent.RESERVED, "").equals(Integer.toString(Reservation.BYTES))
                && reserved.isPresent()) {
            reservations.put(event.subject(), offset - Reservation.BYTES);
            reserved.flatMap(Reservation::outcomeIn)
                    .filter(outcome -> outcome.subject().equals(event.subject()))
                    .ifPresent(this::applied);
        }
    }

    private void damaged() {
        JournalDamage found = new JournalDamage(lines + 1, offset);
        if (damage.size() < MAX_DAMAGE && !damage.contains(found)) {
            damage.add(found);
        }
    }

    private static byte[] joined(byte[] begun, byte[] chunk, int from, int to) {
        byte[] both = Arrays.copyOf(begun, begun.length + to - from);
        System.arraycopy(chunk, from, both, begun.length, to - from);
        return both;
    }

    private IOException failure(Phrase why) {
        return new IOException(why.with("file", path.toString()).toString());
    }

    private byte[] read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // until it is full or the file ends
        }
        if (buffer.hasRemaining()) {
            throw failure(Phrase.of("submit:journal.shrank"));
        }
        bytesRead += length;
        return buffer.array();
    }
}
