package io.mediapreflight.audit.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Manifests in each of their formats; the first byte says which extension one has. */
class ManifestFuzzTest {
    private static final List<String> NAMES = List.of("a.csv", "a.tsv", "a.jsonl", "a");
    /** Some 5 MiB without Jazzer, whose hooks allocate what they compare: a header of 150 columns took 35 with them. */
    private static final long MAX_HEAP = 64L << 20;

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "\0id,image,video,orientation,prompt,resolution\n1,a.png,b.mp4,video,\"a \"\"dance\"\"\",720P\n,,,,,\n",
                "\0image;video\r\na.png;b.mp4\r\n\"open;\r\nc.png;d.mp4\r\n",
                "\1image\tvideo\na.png\tb.mp4\n",
                "\2{\"image\":\"a.png\",\"id\":7}\n\n{\"image\":\"\\udc80.png\",\"promt\":\"x\"}\n[]\n",
                "\3\uFEFFvideo\nb.mp4",
                "\3\n {\"video\":null}\n");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "manifest.dict")
    @FuzzTest(maxDuration = "")
    void any_manifest_has_rows_that_can_be_written_and_read_again(byte[] bytes) throws Exception {
        String name = NAMES.get(bytes.length == 0 ? 0 : (bytes[0] & 0xFF) % NAMES.size());
        byte[] text = Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
        Heap.requireAtMost(MAX_HEAP, () -> require(text, name));
    }

    private static void require(byte[] text, String name) throws IOException {
        Optional<List<ManifestRow>> rows = rows(new ByteArrayInputStream(text), name);
        Texts.requireSame(rows(new SlowInput(text), name), rows, "a byte at a time");
        if (rows.isPresent()) {
            long line = 0;
            for (ManifestRow row : rows.get()) {
                Texts.require(row.line() >= line, "a row at " + row.line() + " behind " + line);
                line = row.line();
                for (RequestDefect defect : row.defects()) {
                    Texts.requireShown(SafeText.of(defect.what().toString()));
                }
            }
            requireWritten(rows.get());
        }
    }

    /** Empty where no row can be read. */
    private static Optional<List<ManifestRow>> rows(InputStream in, String name) throws IOException {
        List<ManifestRow> rows = new ArrayList<>();
        try (Manifest manifest = Manifest.open(in, name)) {
            for (Optional<ManifestRow> row = manifest.next(); row.isPresent(); row = manifest.next()) {
                rows.add(row.get());
            }
            return Optional.of(rows);
        } catch (ManifestException e) {
            Texts.requireShown(SafeText.of(String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Rows that say something are the same as CSV and as JSON Lines, quoted by hand. */
    private static void requireWritten(List<ManifestRow> rows) throws IOException {
        List<Map<String, String>> valid = rows.stream()
                .filter(row -> row.defects().isEmpty())
                .map(ManifestFuzzTest::cells)
                .filter(cells -> !cells.isEmpty())
                .toList();
        StringBuilder csv = new StringBuilder("id,image,video,prompt,resolution,orientation\n");
        StringBuilder jsonl = new StringBuilder();
        for (Map<String, String> cells : valid) {
            for (String column : List.of("id", "image", "video", "prompt", "resolution", "orientation")) {
                csv.append('"')
                        .append(cells.getOrDefault(column, "").replace("\"", "\"\""))
                        .append(column.equals("orientation") ? "\"\n" : "\",");
            }
            jsonl.append('{');
            cells.forEach((column, text) -> jsonl.append(jsonl.charAt(jsonl.length() - 1) == '{' ? "" : ",")
                    .append(SafeText.json(column))
                    .append(':')
                    .append(SafeText.json(text)));
            jsonl.append("}\n");
        }
        requireRows(valid, SurrogateEscape.encode(csv.toString()), "again.csv");
        requireRows(valid, jsonl.toString().getBytes(UTF_8), "again.jsonl");
    }

    private static void requireRows(List<Map<String, String>> expected, byte[] text, String name) throws IOException {
        List<Map<String, String>> read = rows(new ByteArrayInputStream(text), name).orElseThrow().stream()
                .map(ManifestFuzzTest::cells)
                .toList();
        Texts.requireSame(read, expected, name + " " + Texts.of(text));
    }

    private static Map<String, String> cells(ManifestRow row) {
        Map<String, String> cells = new LinkedHashMap<>();
        row.id().ifPresent(value -> cells.put("id", value));
        row.image().ifPresent(value -> cells.put("image", value));
        row.video().ifPresent(value -> cells.put("video", value));
        row.prompt().ifPresent(value -> cells.put("prompt", value));
        row.resolution().ifPresent(value -> cells.put("resolution", value));
        row.orientation().ifPresent(value -> cells.put("orientation", value));
        return cells;
    }

    /** Gives one byte at a time, as a pipe may. */
    private static final class SlowInput extends ByteArrayInputStream {
        SlowInput(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(1, length));
        }
    }
}
