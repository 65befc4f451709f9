package io.mediapreflight.submit.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fuzz.Draw;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Journals of any bytes behind their header: read at once or as they grow, they say the same, and what is damaged in them is said.
 * Lines that begin like one of ours get their checksum, which no fuzzer guesses.
 */
class JournalFuzzTest {
    private static final long MAX_HEAP = 16L << 20;
    private static final Path NAME = Path.of("journal");
    private static final JournalFile.Identity IDENTITY = new JournalFile.Identity("one");
    private static final String CRC = ",\"crc\":\"";
    private static final Instant NOW = Instant.parse("2026-04-21T07:17:39.146Z");
    private static final URI SERVICE = URI.create("https://openapi.imini.ai/imini/router");

    static Stream<byte[]> seeds() {
        Intent intent = new Intent("d1", SERVICE, "kling/kling-v3-motion-control", NOW, List.of("aa", "bb"));
        byte[] begun = JournalLine.write(JournalEvent.intent("e1", intent));
        byte[] accepted = JournalLine.write(new JournalEvent(
                JournalEvent.Type.ACCEPTED,
                "e1",
                NOW,
                Map.of("taskId", "t1", "model", "m", "requestId", "r"),
                List.of()));
        byte[] failed = JournalLine.write(JournalEvent.task(SERVICE, "t1", NOW, "failed"));
        byte[] torn = Bytes.join(Arrays.copyOf(begun, 20), TornLine.close(20));
        return Stream.of(
                Bytes.join(begun, accepted, failed),
                Bytes.join(Reservation.blank(), begun, accepted),
                Bytes.join(filled(accepted), begun),
                Bytes.join(torn, begun),
                Arrays.copyOf(begun, begun.length - 1),
                Arrays.copyOf(begun, 30));
    }

    /** A reservation with an outcome in it. */
    private static byte[] filled(byte[] line) {
        return Bytes.patched(Reservation.blank(), 0, Arrays.copyOf(line, line.length - 1));
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "journal.dict")
    @FuzzTest(maxDuration = "")
    void any_journal_says_the_same_at_once_and_as_it_grows(byte[] bytes) throws Exception {
        byte[] file = Bytes.join(JournalFile.HEADER, sealedLines(bytes));
        Heap.requireAtMost(MAX_HEAP, () -> require(file));
    }

    private static void require(byte[] file) throws IOException {
        JournalReader atOnce = new JournalReader(NAME);
        refresh(atOnce, file);
        Draw draw = Draw.of(file, 2);
        JournalReader growing = new JournalReader(NAME);
        int cut = JournalFile.HEADER.length + draw.below(file.length - JournalFile.HEADER.length + 1);
        refresh(growing, Arrays.copyOf(file, cut));
        if (growing.isWholeButUnclosed() && cut < file.length && file[cut] != '\n') {
            return; // a whole line counts, and no writer adds to one but its line feed
        }
        refresh(growing, file);
        refresh(growing, file);
        Texts.requireSame(growing.index().all(), atOnce.index().all(), "as it grows");
        Texts.requireSame(growing.unclosed(), atOnce.unclosed(), "what is unclosed");
        if (atOnce.damage().isEmpty()) {
            requireUndamaged(atOnce, file);
        }
        for (JournalRecord each : atOnce.index().all()) {
            Texts.requireSame(atOnce.index().entry(each.entryId()), Optional.of(each), "an entry by its id");
            boolean isKnown = atOnce.index().entriesOf(List.of(each.digest())).contains(each.entryId());
            Texts.require(isKnown, "not known by its digest: " + each);
        }
        for (JournalDamage damage : atOnce.damage()) {
            Texts.require(damage.offset() <= file.length && damage.line() > 0, "damage beyond the file: " + damage);
        }
    }

    private static void refresh(JournalReader reader, byte[] file) throws IOException {
        try (MemoryFuzzChannel channel = new MemoryFuzzChannel(file)) {
            reader.refresh(channel, IDENTITY);
            reader.refreshReservations(channel);
        }
    }

    /** What a writer that finds the file would do, closing what is unclosed, damages nothing. */
    private static void requireUndamaged(JournalReader reader, byte[] file) throws IOException {
        byte[] closing = reader.isWholeButUnclosed()
                ? Bytes.text("\n")
                : reader.unclosed() > 0 ? TornLine.close(reader.unclosed()) : new byte[0];
        JournalReader closed = new JournalReader(NAME);
        refresh(closed, Bytes.join(file, closing));
        Texts.requireSame(closed.damage(), List.of(), "damage by closing");
        Texts.requireSame(closed.index().all(), reader.index().all(), "closed");
    }

    /** With the checksum of each line that begins with a brace and has room for one. */
    private static byte[] sealedLines(byte[] bytes) {
        StringBuilder sealedLines = new StringBuilder(bytes.length);
        String[] lines = new String(bytes, ISO_8859_1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            int crc = lines[i].lastIndexOf(CRC);
            sealedLines.append(i == 0 ? "" : "\n").append(crc < 0 ? lines[i] : sealed(lines[i], crc));
        }
        return sealedLines.toString().getBytes(ISO_8859_1);
    }

    private static String sealed(String line, int open) {
        CRC32 crc = new CRC32();
        crc.update(line.substring(0, open).getBytes(ISO_8859_1));
        int end = open + CRC.length() + 8 + 2;
        String rest = line.length() > end ? line.substring(end) : "";
        return line.substring(0, open) + CRC + String.format("%08x", (int) crc.getValue()) + "\"}" + rest;
    }
}
