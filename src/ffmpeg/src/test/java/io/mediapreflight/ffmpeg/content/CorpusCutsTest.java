package io.mediapreflight.ffmpeg.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.GrayFrames;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Cuts in real videos, against those that a person saw: {@code cut-labels.tsv}. Screens that fill with text at once are
 * taken for cuts; that is known, and counted.
 */
@Tag("heavy")
class CorpusCutsTest {
    private static final String TEXT_AT_ONCE = "a screen that fills with text at once";

    /** A frame at 10 a second, the slowest labelled video with a cut. */
    private static final BigDecimal A_FRAME = new BigDecimal("0.1");

    /** Longer videos are looked at so far, and so were the labels. */
    private static final Fraction LOOKED_AT = Fraction.of(31);

    private record Label(Path file, List<BigDecimal> cuts, String remark) {}

    @Test
    void finds_the_cuts_of_real_videos_and_nothing_else() throws IOException {
        List<String> errors = new ArrayList<>();
        int watched = 0;
        int right = 0;
        int text = 0;
        for (Label label : labels()) {
            Optional<List<BigDecimal>> found = found(label.file);
            if (found.isEmpty()) {
                continue; // a container that is not read at all
            }
            watched++;
            List<BigDecimal> missed = without(label.cuts, found.get());
            List<BigDecimal> wrong = without(found.get(), label.cuts);
            right += label.cuts.size() - missed.size();
            if (label.remark.equals(TEXT_AT_ONCE)) {
                text += wrong.size();
            } else if (!missed.isEmpty() || !wrong.isEmpty()) {
                errors.add(label.file.getFileName() + ": missed " + missed + ", wrong " + wrong);
            }
        }
        System.out.println(
                watched + " real videos watched, " + right + " cuts found, " + text + " text screens, " + errors);
        assertThat(errors).isEmpty();
        assertThat(right).isPositive();
    }

    private static List<BigDecimal> without(List<BigDecimal> some, List<BigDecimal> others) {
        return some.stream()
                .filter(one -> others.stream()
                        .noneMatch(other -> one.subtract(other).abs().compareTo(A_FRAME) <= 0))
                .toList();
    }

    /** What is found in a file; nothing where no frame of it is shown to the analysis. */
    private static Optional<List<BigDecimal>> found(Path file) throws IOException {
        VideoContent content = new VideoContent(Limits.klingV3MotionControl());
        Optional<Fraction> duration = GrayFrames.show(file, frame -> {
            if (frame.at().isAtMost(LOOKED_AT)) {
                content.add(frame);
            }
        });
        duration.map(content::advice).ifPresent(advice -> advice.forEach(System.out::println));
        return duration.map(seconds -> content.findings(seconds).cuts().stream()
                .map(Fraction::toDecimal)
                .toList());
    }

    private static List<Label> labels() throws IOException {
        Path corpus = Corpus.directory();
        try (InputStream table = CorpusCutsTest.class.getResourceAsStream("/cut-labels.tsv")) {
            assertThat(table).isNotNull();
            String text = new String(table.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new Label(corpus.resolve(cells[0]), times(cells[1]), cells[2]))
                    .toList();
        }
    }

    private static List<BigDecimal> times(String cell) {
        return Arrays.stream(cell.split(" "))
                .filter(time -> !time.isEmpty())
                .map(BigDecimal::new)
                .toList();
    }
}
