package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.RecordText;
import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Guards {@link Probed#VERSION}: caches trust facts of the same version. {@code probe-version.txt} has a digest of what
 * the probes find in each sample, and the version they found it under. Where the change is right and the version is
 * raised (or a sample is merely new), this test writes what the table must be to {@code target/probe-version.txt}.
 */
class ProbeVersionTest {
    private static final String TABLE = "probe-version.txt";
    private static final Path WRITTEN = Path.of("target", TABLE);
    private static final String COPY = "copy src/core/target/" + TABLE + " over src/core/src/test/resources/" + TABLE;
    private static final int SHOWN_BYTES = 8;

    private static int recordedVersion;
    private static Map<String, String> recorded;
    private static Map<String, String> found;

    @BeforeAll
    static void probe_the_samples() throws IOException {
        List<String> lines = lines();
        recordedVersion = Integer.parseInt(lines.get(0).substring("version ".length()));
        recorded = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            recorded.put(line.substring(2 * SHOWN_BYTES + 1), line.substring(0, 2 * SHOWN_BYTES));
        }
        found = new TreeMap<>();
        for (String name : Testdata.names()) {
            Inspection.Seen seen = (Inspection.Seen) Preflight.standard().inspect(Testdata.file(name));
            found.put(name, digest(RecordText.of(seen.probed())));
        }
    }

    @Test
    void other_findings_have_another_version() {
        List<String> changed = found.keySet().stream()
                .filter(name ->
                        recorded.containsKey(name) && !recorded.get(name).equals(found.get(name)))
                .toList();
        if (Probed.VERSION == recordedVersion) {
            assertThat(changed)
                    .as("the probes find other facts in these samples than before: if that is right, raise "
                            + "Probed.VERSION, so that no cache serves the old facts, and run this test again")
                    .isEmpty();
        }
    }

    @Test
    void the_table_is_of_this_version_and_of_all_samples() throws IOException {
        boolean sameVersion = Probed.VERSION == recordedVersion;
        boolean onlyOthers = found.entrySet().stream()
                .allMatch(each ->
                        recorded.getOrDefault(each.getKey(), each.getValue()).equals(each.getValue()));
        if (!sameVersion || onlyOthers) {
            Files.writeString(WRITTEN, table());
        }

        assertThat(recordedVersion).as("Probed.VERSION was changed: " + COPY).isEqualTo(Probed.VERSION);
        assertThat(recorded.keySet()).as("the samples are others: " + COPY).containsExactlyElementsOf(found.keySet());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("version " + Probed.VERSION + "\n");
        found.forEach(
                (name, digest) -> table.append(digest).append(' ').append(name).append('\n'));
        return table.toString();
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ProbeVersionTest.class.getResourceAsStream("/" + TABLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
