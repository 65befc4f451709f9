package io.mediapreflight.ffmpeg.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.InProcessExaminer;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Real files as the header probes and FFmpeg read them. Where both say something they say the same, but for the differences that
 * {@code ffmpeg-differences.tsv} lists with the reason in bytes.
 */
class CorpusAgreementTest {
    private static final double SAME_SECONDS = 0.06;

    /** Enough of a video to meet what is wrong with those here; minutes of 4K are left undecided. */
    private static final long FRAMES = 40;

    private final List<String> differences = new ArrayList<>();
    private final Map<String, int[]> counts = new TreeMap<>();

    @Test
    void agrees_with_the_headers_but_for_the_differences_that_are_listed() throws IOException {
        Path corpus = Corpus.directory();
        Map<String, String> decodes = decodes(corpus);
        InProcessExaminer examiner = InProcessExaminer.builder(Limits.klingV3MotionControl())
                .bounds(DecodeBounds.standard().withFrames(FRAMES))
                .build();
        Corpus.files().parallelStream()
                .flatMap(file -> HeaderReadings.probed(file)
                        .map(probed -> new Examined(
                                corpus.relativize(file).toString(),
                                HeaderReadings.reading(probed),
                                examiner.examine(file, probed).decoderResult().orElseThrow()))
                        .stream())
                .toList()
                .forEach(examined -> note(examined, decodes.getOrDefault(examined.file(), "-")));
        counts.forEach((fact, count) ->
                System.out.printf("%-12s agree %d, differ %d, only one says %d%n", fact, count[0], count[1], count[2]));
        assertThat(differences).containsExactlyInAnyOrderElementsOf(listed());
        assertThat(counts.get("coded")[0]).as("videos that agree").isGreaterThan(100);
        assertThat(counts.get("size")[0]).as("images that agree").isGreaterThan(300);
    }

    private record Examined(String file, MediaReading headers, DecoderResult decoderResult) {}

    private void note(Examined examined, String decodes) {
        examined.decoderResult().reading().ifPresent(reading -> compare(examined.file(), examined.headers(), reading));
        if (examined.decoderResult().decoding() instanceof Decoding.Broken && decodes.equals("yes")) {
            differences.add(String.join("\t", examined.file(), "decoding", "yes", "broken"));
        }
    }

    private void compare(String file, MediaReading headers, MediaReading decoder) {
        note(file, "format", headers.format(), decoder.format(), Object::equals);
        if (headers instanceof ImageReading own && decoder instanceof ImageReading other) {
            note(file, "size", own.size(), other.size(), Object::equals);
            note(file, "orientation", own.orientation(), other.orientation(), Object::equals);
        } else if (headers instanceof VideoReading own && decoder instanceof VideoReading other) {
            note(file, "codec", own.codec(), other.codec(), Object::equals);
            note(file, "coded", own.coded(), other.coded(), PixelSize::isSameAs);
            note(file, "shown", own.shown(), other.shown(), (one, two) -> !one.isOffFrom(two));
            note(file, "rotation", boxed(own.rotation()), boxed(other.rotation()), Object::equals);
            note(file, "mirrored", own.mirrored(), other.mirrored(), Object::equals);
            note(file, "container", own.container(), other.container(), CorpusAgreementTest::isAsLong);
            note(file, "videoTrack", own.videoTrack(), other.videoTrack(), CorpusAgreementTest::isAsLong);
            note(file, "audio", own.audio(), other.audio(), Object::equals);
        }
    }

    private <T> void note(
            String file, String fact, Optional<T> headers, Optional<T> decoder, BiPredicate<T, T> isSame) {
        int[] count = counts.computeIfAbsent(fact, name -> new int[3]);
        if (headers.isEmpty() || decoder.isEmpty()) {
            count[2] += headers.isEmpty() && decoder.isEmpty() ? 0 : 1;
        } else if (isSame.test(headers.get(), decoder.get())) {
            count[0]++;
        } else {
            count[1]++;
            differences.add(String.join("\t", file, fact, text(headers.get()), text(decoder.get())));
        }
    }

    private static String text(Object value) {
        return value instanceof Fraction seconds ? seconds.toDecimalString() : value.toString();
    }

    private static Optional<Integer> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static boolean isAsLong(Fraction one, Fraction two) {
        return Math.abs(one.toDecimal().doubleValue() - two.toDecimal().doubleValue()) <= SAME_SECONDS;
    }

    /** Whether other programs got a frame out of each file. */
    private static Map<String, String> decodes(Path corpus) throws IOException {
        List<List<String>> rows = Files.readAllLines(corpus.resolve("oracle.tsv")).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
        int column = rows.get(0).indexOf("decodes");
        return rows.stream()
                .filter(row -> row.size() > column)
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(column)));
    }

    private static List<String> listed() throws IOException {
        try (InputStream list = CorpusAgreementTest.class.getResourceAsStream("/ffmpeg-differences.tsv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.lastIndexOf('\t')))
                    .toList();
        }
    }
}
