package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How advice on metadata reaches a verdict, with a decoder and without one. The reader is made up; the files are real. */
class MetadataReaderTest {
    private static final Advice PLACE = new Advice(AdviceId.PRIVACY_LOCATION, Phrase.verbatim("Paris"));
    private static final Advice UNIFORM = new Advice(AdviceId.IMAGE_UNIFORM, Phrase.verbatim("one colour"));
    private static final byte[] PNG = PngBuilder.image().bytes();

    private final List<OptionalLong> sizes = new ArrayList<>();
    private final Preflight reading = Preflight.builder()
            .metadata((source, probed) -> {
                try {
                    sizes.add(source.size());
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                return List.of(PLACE);
            })
            .build();

    @TempDir
    Path directory;

    @Test
    void advises_on_a_file_without_a_decoder() throws IOException {
        Path file = Files.write(directory.resolve("image.png"), PNG);
        Verdict verdict = reading.check(file);
        assertThat(verdict.advice()).containsExactly(PLACE);
        assertThat(verdict.decoderResult()).isEmpty();
        assertThat(verdict.passed()).isTrue();
        assertThat(sizes).containsExactly(OptionalLong.of(PNG.length));
    }

    @Test
    void advises_on_bytes_that_are_no_file() {
        assertThat(reading.check(BytesSource.of(PNG), Subject.image()).advice()).containsExactly(PLACE);
    }

    @Test
    void advises_on_the_media_of_a_request() throws IOException {
        Path file = Files.write(directory.resolve("image.png"), PNG);
        GenerationRequest request = GenerationRequest.builder()
                .model(Limits.klingV3MotionControl().model())
                .image("https://media.example.org/image.png")
                .build();
        RequestVerdict verdict =
                reading.check(request, List.of(), LocalMedia.none().withImage(file));
        assertThat(verdict.media().get(0).advice()).containsExactly(PLACE);
    }

    @Test
    void is_not_asked_about_what_has_no_facts() throws IOException {
        reading.check(BytesSource.of("nonsense".getBytes(StandardCharsets.US_ASCII)), Subject.image());
        reading.check(directory.resolve("missing.png"));
        assertThat(sizes).isEmpty();
    }

    @Test
    void says_once_what_the_decoder_says_as_well() throws IOException {
        Path file = Files.write(directory.resolve("image.png"), PNG);
        DecoderResult decoderResult = new DecoderResult("Test", Optional.empty(), new Decoding.Decoded(Depth.ENDS, 1));
        Preflight both = reading.toBuilder()
                .examiner((path, probed) -> new Examination(decoderResult, List.of(UNIFORM, PLACE), 0))
                .build();
        Verdict verdict = both.check(file);
        assertThat(verdict.advice()).containsExactly(UNIFORM, PLACE);
        assertThat(verdict.decoderResult()).contains(decoderResult);
    }

    @Test
    void says_in_the_order_of_the_ids_what_only_one_of_them_says() throws IOException {
        Path file = Files.write(directory.resolve("image.png"), PNG);
        DecoderResult decoderResult = new DecoderResult("Test", Optional.empty(), new Decoding.Decoded(Depth.ENDS, 1));
        Preflight both = reading.toBuilder()
                .examiner((path, probed) -> new Examination(decoderResult, List.of(UNIFORM), 0))
                .build();
        assertThat(both.check(file).advice()).containsExactly(UNIFORM, PLACE);
    }
}
