package io.mediapreflight.audit.manifest;

import static io.mediapreflight.audit.manifest.Manifests.rows;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.audit.text.Endless;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileManifestTest {
    private static final String CSV =
            "id,image,video,prompt\r\n1,a.png,\"b,\"\"c\"\".mp4\",\"two\nlines é\"\r\n,x,y,\n";
    private static final String JSONL =
            "{\"id\":1,\"image\":\"a.png\",\"prompt\":\"\\u00e9é\"}\n\n{\"video\":\"b\",\"x\":[{}]}\r\n";

    @ParameterizedTest
    @CsvSource({"m.csv", "m.tsv", "m.jsonl", "m"})
    void cut_at_every_byte_it_makes_rows_or_says_that_it_is_unusable(String name) throws IOException {
        for (String text : List.of(CSV, JSONL)) {
            byte[] bytes = text.getBytes(UTF_8);
            for (int length = 0; length <= bytes.length; length++) {
                readOrRefuse(Arrays.copyOf(bytes, length), name);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"m.csv", "m.tsv", "m.jsonl", "m"})
    void whatever_its_bytes_are_it_makes_rows_or_says_that_it_is_unusable(String name) throws IOException {
        Random random = new Random(name.hashCode());
        byte[] alphabet = "\",\n\r\t{}[]:imagevdo0\\\u00e9".getBytes(UTF_8);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = (i % 2 == 0 ? CSV : JSONL).getBytes(UTF_8);
            for (int changes = random.nextInt(8); changes >= 0; changes--) {
                int each = random.nextBoolean() ? random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
                bytes[random.nextInt(bytes.length)] = (byte) each;
            }
            readOrRefuse(bytes, name);
        }
    }

    @Test
    void random_rows_behind_a_good_header_are_rows_or_defects_with_growing_lines() throws IOException {
        Random random = new Random(5);
        String alphabet = "\",\n\rab";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder("image,video\n");
            for (int length = random.nextInt(30); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            List<ManifestRow> rows = Manifests.csv(text.toString());
            assertThat(rows).isSortedAccordingTo((a, b) -> Long.compare(a.line(), b.line()));
            assertThat(rows)
                    .allMatch(row -> (row.image().isPresent() || row.video().isPresent())
                            ? row.defects().isEmpty()
                            : row.defects().size() == 1);
        }
    }

    @Test
    void a_million_rows_are_read_to_the_last() throws IOException {
        int count = 1_000_000;
        InputStream text = new SequenceInputStream(
                new ByteArrayInputStream("image,video\n".getBytes(UTF_8)), new Endless("a.png,b.mp4\n", count));
        long last = 0;
        try (Manifest manifest = Manifest.open(text, "m.csv")) {
            for (Optional<ManifestRow> row = manifest.next(); row.isPresent(); row = manifest.next()) {
                last = row.get().line();
            }
        }
        assertThat(last).isEqualTo(count + 1L);
    }

    private static void readOrRefuse(byte[] bytes, String name) throws IOException {
        try {
            rows(bytes, name).forEach(row -> assertThat(row.line()).isPositive());
        } catch (ManifestException e) {
            assertThat(e).hasMessageStartingWith("it").hasMessageEndingWith(".");
        }
    }
}
