package io.mediapreflight.ffmpeg.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.DecoderCoding;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.VideoFacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How the videos of the corpus are coded, as their headers say and as FFmpeg knows once it has looked at frames and packets. Where both
 * say something they say the same, but for the differences that {@code coding-differences.tsv} lists with the reason. The table of
 * {@code docs/second-opinion.md} has the counts.
 */
class CodingAgreementTest {
    private static final String TABLE_HEAD = "| fact | same | different | headers say nothing | FFmpeg says nothing |";

    private static final List<String> DIFFERENCES = new ArrayList<>();

    /** Same, different, not said by the headers, not said by FFmpeg. */
    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    @BeforeAll
    static void compare_the_corpus() throws IOException {
        Path corpus = Corpus.directory();
        record Both(String file, Map<String, String> headers, Map<String, String> decoder) {}
        Corpus.files().parallelStream()
                .flatMap(file -> video(file)
                        .map(facts -> new Both(
                                corpus.relativize(file).toString(),
                                HeaderCoding.of(facts.coding()),
                                DecoderCoding.read(file)))
                        .stream())
                .filter(both -> !both.decoder().isEmpty())
                .toList()
                .forEach(both -> note(both.file(), both.headers(), both.decoder()));
    }

    private static Optional<VideoFacts> video(Path file) {
        return HeaderReadings.probed(file)
                .flatMap(probed -> probed.facts())
                .filter(VideoFacts.class::isInstance)
                .map(VideoFacts.class::cast);
    }

    private static void note(String file, Map<String, String> headers, Map<String, String> decoder) {
        TreeSet<String> names = new TreeSet<>(headers.keySet());
        names.addAll(decoder.keySet());
        for (String name : names) {
            int[] counts = COUNTS.computeIfAbsent(name, fact -> new int[4]);
            if (!headers.containsKey(name)) {
                counts[2]++;
            } else if (!decoder.containsKey(name)) {
                counts[3]++;
            } else if (headers.get(name).equals(decoder.get(name))) {
                counts[0]++;
            } else {
                counts[1]++;
                DIFFERENCES.add(String.join("\t", file, name, headers.get(name), decoder.get(name)));
            }
        }
    }

    @Test
    void every_difference_is_listed_with_its_reason() throws IOException {
        assertThat(DIFFERENCES).containsExactlyInAnyOrderElementsOf(listed());
    }

    @Test
    void the_documents_have_the_counts() throws IOException {
        List<String> documented = Files.readAllLines(Testdata.repository().resolve("docs/second-opinion.md"));
        int head = documented.indexOf(TABLE_HEAD);
        assertThat(head).as("where the table begins").isPositive();
        int end = Math.min(documented.size(), head + 2 + COUNTS.size());
        List<String> rows = documented.subList(head + 2, end);
        assertThat(rows).containsExactlyElementsOf(table());
    }

    private static List<String> table() {
        List<String> rows = new ArrayList<>();
        for (Map.Entry<String, int[]> fact : COUNTS.entrySet()) {
            int[] counts = fact.getValue();
            rows.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %d | %d | %d | %d |",
                    fact.getKey(),
                    counts[0],
                    counts[1],
                    counts[2],
                    counts[3]));
        }
        return rows;
    }

    private static List<String> listed() throws IOException {
        try (InputStream list = CodingAgreementTest.class.getResourceAsStream("/coding-differences.tsv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .toList();
        }
    }
}
