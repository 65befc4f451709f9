package io.mediapreflight.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;

/**
 * Real files against ffprobe, exiftool and mediainfo. Where two of the three agree we agree with them, but for the
 * differences that {@code corpus-differences.tsv} lists with the reason in bytes.
 */
class CorpusTest {
    private static final Set<String> READ_HERE =
            Set.of("jpeg", "png", "webp", "gif", "heic", "avif", "mp4", "m4v", "mov", "3gp", "mkv", "webm");
    private static final double SAME_SECONDS = 0.06;

    private final Preflight preflight = Preflight.standard();
    private final Limits limits = preflight.limits();

    @Test
    void agrees_wherever_two_of_three_tools_do_but_for_the_differences_that_are_listed() throws IOException {
        Path directory = Corpus.directory();
        List<String> differences = new ArrayList<>();
        for (OracleRow row : Oracle.rows()) {
            if (READ_HERE.contains(row.text("format"))) {
                compare(row, preflight.check(directory.resolve(row.path())), differences);
            }
        }
        assertThat(differences).containsExactlyInAnyOrderElementsOf(listedDifferences());
    }

    @Test
    void passes_no_file_that_every_tool_sees_outside_a_limit() throws IOException {
        Path directory = Corpus.directory();
        List<String> wronglyPassed = new ArrayList<>();
        for (OracleRow row : Oracle.rows()) {
            if (preflight.check(directory.resolve(row.path())).passed() && isOutside(row)) {
                wronglyPassed.add(row.path());
            }
        }
        assertThat(wronglyPassed).isEmpty();
    }

    @Test
    void reads_no_more_of_a_real_file_than_the_bound_for_its_kind() throws IOException {
        Path directory = Corpus.directory();
        for (OracleRow row : Oracle.rows()) {
            Verdict verdict = preflight.check(directory.resolve(row.path()));
            long bound = verdict.kind().equals(Optional.of(Kind.VIDEO)) ? 2L << 20 : 256L << 10;
            assertThat(verdict.bytesRead()).as(row.path()).isLessThanOrEqualTo(bound);
        }
    }

    private static void compare(OracleRow row, Verdict verdict, List<String> differences) {
        String format = row.text("format").equals("m4v") ? "mp4" : row.text("format");
        note(differences, row, "format", verdict.format().map(Format::id), Optional.of(format));
        if (!row.text("kind").equals("broken")) {
            note(differences, row, "kind", verdict.kind().map(Kind::id), Optional.of(row.text("kind")));
        }
        Optional<PixelSize> size = size(verdict);
        noteNumber(differences, row, "width", size.map(PixelSize::width), OracleRow.agreed(row.widths(), 0), 0);
        noteNumber(differences, row, "height", size.map(PixelSize::height), OracleRow.agreed(row.heights(), 0), 0);
        if (row.text("kind").equals("video")) {
            Optional<Fraction> container =
                    video(verdict).flatMap(facts -> facts.durations().container());
            Optional<Double> agreed = OracleRow.agreed(row.durations(), SAME_SECONDS);
            noteNumber(differences, row, "duration", container, agreed, SAME_SECONDS);
        }
        Optional<Double> animated =
                image(verdict).filter(facts -> facts.animated().orElse(false)).isPresent()
                        ? OracleRow.agreed(row.durations(), SAME_SECONDS)
                        : Optional.empty();
        noteNumber(differences, row, "duration", image(verdict).flatMap(ImageFacts::duration), animated, SAME_SECONDS);
        String rotation = row.text("rotation").equals("-") ? "0" : row.text("rotation");
        if (verdict.facts().isPresent()) {
            note(differences, row, "rotation", Optional.of(rotation(verdict)), Optional.of(rotation));
        }
    }

    private static Optional<VideoFacts> video(Verdict verdict) {
        return verdict.facts().filter(VideoFacts.class::isInstance).map(VideoFacts.class::cast);
    }

    private static Optional<ImageFacts> image(Verdict verdict) {
        return verdict.facts().filter(ImageFacts.class::isInstance).map(ImageFacts.class::cast);
    }

    private static Optional<PixelSize> size(Verdict verdict) {
        Optional<PixelSize> ofImage = image(verdict).map(facts -> PixelSize.of(facts.width(), facts.height()));
        return ofImage.isPresent() ? ofImage : video(verdict).flatMap(VideoFacts::size);
    }

    private static String rotation(Verdict verdict) {
        int ofVideo = video(verdict).map(facts -> facts.rotation().orElse(0)).orElse(0);
        return String.valueOf(image(verdict)
                .flatMap(ImageFacts::orientation)
                .map(orientation -> orientation.rotation())
                .orElse(ofVideo));
    }

    private static void note(
            List<String> differences, OracleRow row, String fact, Optional<String> ours, Optional<String> theirs) {
        if (!ours.equals(theirs)) {
            differences.add(String.join("\t", row.path(), fact, ours.orElse("-"), theirs.orElse("-")));
        }
    }

    private static void noteNumber(
            List<String> differences,
            OracleRow row,
            String fact,
            Optional<Fraction> ours,
            Optional<Double> theirs,
            double tolerance) {
        boolean agrees = theirs.isEmpty()
                || ours.filter(value -> Math.abs(value.toDecimal().doubleValue() - theirs.get()) <= tolerance)
                        .isPresent();
        if (!agrees) {
            String known = ours.map(Fraction::toDecimalString).orElse("-");
            differences.add(String.join("\t", row.path(), fact, known, String.valueOf(theirs.get())));
        }
    }

    /** Whether every tool that says anything sees it outside one of the limits, or none takes it for an accepted format. */
    private boolean isOutside(OracleRow row) {
        boolean isStill = Set.of("jpeg", "png").contains(row.text("format"));
        if (isStill || row.text("kind").equals("image")) {
            double min = limits.imageSide().min();
            double max = limits.imageSide().max();
            return !isStill
                    || all(row.widths(), width -> width < min || width > max)
                    || all(row.heights(), height -> height < min || height > max);
        }
        double min = limits.videoSide().min();
        double max = limits.videoSide().max();
        double shortest = limits.videoMinSeconds().toDecimal().doubleValue();
        double longest = limits.videoMaxSeconds(Orientation.IMAGE).toDecimal().doubleValue();
        return !Set.of("mp4", "m4v", "mov").contains(row.text("format"))
                || all(row.widths(), width -> width < min || width > max)
                || all(row.heights(), height -> height < min || height > max)
                || all(row.durations(), seconds -> seconds < shortest || seconds > longest);
    }

    private static boolean all(List<Double> values, DoublePredicate outside) {
        return !values.isEmpty() && values.stream().allMatch(outside::test);
    }

    private static List<String> listedDifferences() throws IOException {
        try (InputStream list = CorpusTest.class.getResourceAsStream("/corpus-differences.tsv")) {
            assertThat(list).isNotNull();
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .toList();
        }
    }
}
