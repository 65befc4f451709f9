package io.mediapreflight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The facts of real images beside each of three tools: {@code image-tools.tsv} has what exiftool, mediainfo and ffprobe report of the
 * corpus, as {@code testdata/README.md} says. Where both say something they say the same, but for the differences that
 * {@code image-differences.tsv} lists with the reason. The table of {@code docs/second-opinion.md} has the counts.
 */
class ImageFactsCorpusTest {
    private static final List<String> TOOLS = List.of("exiftool", "mediainfo", "ffprobe");
    private static final String TABLE_HEAD =
            "| fact of an image | same as exiftool | different | same as mediainfo | different | same as ffprobe | different |";
    private static final String NOTHING = "-";

    /** exiftool and mediainfo round to a hundredth of a second. */
    private static final BigDecimal SAME_SECONDS = new BigDecimal("0.011");

    private static final List<String> DIFFERENCES = new ArrayList<>();

    /** By fact, then tool: how often both say the same, and how often they differ. */
    private static final Map<String, Map<String, int[]>> COUNTS = new TreeMap<>();

    @BeforeAll
    static void compare_the_corpus() throws IOException {
        Path corpus = Corpus.directory();
        Preflight preflight = Preflight.standard();
        for (OracleRow row : OracleRow.table(RecordedTools.lines("/image-tools.tsv"))) {
            preflight
                    .check(corpus.resolve(row.path()))
                    .facts()
                    .filter(ImageFacts.class::isInstance)
                    .map(ImageFacts.class::cast)
                    .ifPresent(image -> facts(image).forEach((fact, ours) -> compare(row, fact, ours)));
        }
    }

    /** Empty where the headers do not say. */
    private static Map<String, Optional<String>> facts(ImageFacts image) {
        Map<String, Optional<String>> facts = new LinkedHashMap<>();
        facts.put("width", Optional.of(String.valueOf(image.width())));
        facts.put("height", Optional.of(String.valueOf(image.height())));
        facts.put("bitDepth", image.bitDepth().map(String::valueOf));
        facts.put("alpha", image.alpha().map(String::valueOf));
        facts.put("animated", image.animated().map(String::valueOf));
        facts.put("duration", image.duration().map(Fraction::toDecimal).map(BigDecimal::toPlainString));
        facts.put(
                "exifOrientation", image.orientation().map(ExifOrientation::tag).map(String::valueOf));
        return facts;
    }

    private static void compare(OracleRow row, String fact, Optional<String> ours) {
        for (String tool : TOOLS) {
            String theirs = row.text(tool + "." + fact);
            if (!theirs.equals(NOTHING)) {
                boolean isSame = ours.isPresent() && isSame(fact, ours.get(), theirs);
                COUNTS.computeIfAbsent(fact, key -> new TreeMap<>())
                        .computeIfAbsent(tool, key -> new int[2])[isSame ? 0 : 1]++;
                if (!isSame) {
                    DIFFERENCES.add(String.join("\t", row.path(), fact, ours.orElse(NOTHING), tool, theirs));
                }
            }
        }
    }

    private static boolean isSame(String fact, String ours, String theirs) {
        return fact.equals("duration")
                ? new BigDecimal(ours).subtract(new BigDecimal(theirs)).abs().compareTo(SAME_SECONDS) < 0
                : ours.equals(theirs);
    }

    @Test
    void every_difference_is_listed_with_its_reason() throws IOException {
        List<String> listed = RecordedTools.lines("/image-differences.tsv").stream()
                .skip(1)
                .map(line -> line.substring(0, line.lastIndexOf('\t')))
                .toList();

        assertThat(DIFFERENCES).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void the_documents_have_the_counts() throws IOException {
        List<String> documented = Files.readAllLines(Oracle.document("second-opinion.md"));
        int head = documented.indexOf(TABLE_HEAD);

        assertThat(head).as("where the table begins").isPositive();
        assertThat(documented.subList(head + 2, Math.min(documented.size(), head + 2 + COUNTS.size())))
                .containsExactlyElementsOf(table());
    }

    private static List<String> table() {
        List<String> rows = new ArrayList<>();
        COUNTS.forEach((fact, byTool) -> {
            StringBuilder line = new StringBuilder("| `" + fact + "` |");
            for (String tool : TOOLS) {
                int[] counts = byTool.getOrDefault(tool, new int[2]);
                line.append(' ')
                        .append(counts[0])
                        .append(" | ")
                        .append(counts[1])
                        .append(" |");
            }
            rows.add(line.toString());
        });
        return rows;
    }
}
