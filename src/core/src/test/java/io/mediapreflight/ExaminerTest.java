package io.mediapreflight;

import static io.mediapreflight.fixture.MadeDecoder.DECODED;
import static io.mediapreflight.fixture.MadeDecoder.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.MadeDecoder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a decoder is asked, and what becomes of its answer beside the readings. The decoder is made up; the files are real. */
class ExaminerTest {

    @TempDir
    Path directory;

    private Verdict judged(byte[] bytes, Subject subject, Examiner examiner) {
        return MadeDecoder.judged(directory, bytes, subject, examiner);
    }

    @Test
    void fails_what_breaks_and_says_when() {
        Decoding broken = new Decoding.Broken(Optional.of(new Fraction(9, 2)), "the last frame cannot be decoded");
        Verdict verdict =
                judged(Mp4Builder.clip().bytes(), Subject.video(Orientation.IMAGE), saying(Optional.empty(), broken));
        assertThat(Judged.findings(verdict)).containsExactly("video.decodable=fail");
        assertThat(verdict.findings().get(0).message())
                .isEqualTo("The video cannot be decoded: the last frame cannot be decoded, at 4.5 s (Test).");
    }

    @Test
    void fails_an_image_that_breaks_without_a_time() {
        Decoding broken = new Decoding.Broken(Optional.empty(), "the data are damaged");
        Verdict verdict = judged(PngBuilder.image().bytes(), Subject.image(), saying(Optional.empty(), broken));
        assertThat(Judged.findings(verdict)).containsExactly("image.decodable=fail");
        assertThat(verdict.findings().get(0).actual()).isEqualTo("the data are damaged (Test)");
    }

    @Test
    void does_not_know_where_the_decoder_does_not() {
        Decoding undecided = new Decoding.Undecided("the decoder crashed");
        Verdict verdict = judged(
                Mp4Builder.clip().bytes(), Subject.video(Orientation.IMAGE), saying(Optional.empty(), undecided));
        assertThat(Judged.findings(verdict)).containsExactly("video.decodable=unknown");
        assertThat(verdict.findings().get(0).actual()).isEqualTo("the decoder crashed");
    }

    @Test
    void asks_about_no_file_without_facts_and_about_no_bytes() {
        AtomicInteger asked = new AtomicInteger();
        Examiner counting = (file, probed) -> {
            asked.incrementAndGet();
            return new Examination(new DecoderResult("Test", Optional.empty(), DECODED), List.of(), 0);
        };
        judged("GIF89a".getBytes(java.nio.charset.StandardCharsets.US_ASCII), Subject.image(), counting);
        judged(new byte[0], Subject.image(), counting);
        Preflight preflight = Preflight.builder().examiner(counting).build();
        preflight.check(directory.resolve("missing"), Subject.image());
        preflight.check(BytesSource.of(PngBuilder.image().bytes()), Subject.image());
        assertThat(asked).hasValue(0);
        judged(PngBuilder.image().bytes(), Subject.image(), counting);
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(AdviceId.class)
    void advice_is_in_the_verdict_and_changes_no_outcome(AdviceId id) {
        Advice advice = new Advice(id, Phrase.verbatim("something"), Phrase.verbatim("something else"));
        Examiner advising = (file, probed) ->
                new Examination(new DecoderResult("Test", Optional.empty(), DECODED), List.of(advice), 0);
        Verdict verdict = judged(PngBuilder.image().bytes(), Subject.image(), advising);
        assertThat(verdict.advice()).containsExactly(advice);
        assertThat(verdict.passed()).isTrue();
        assertThat(((MediaVerdict) verdict).with(List.of()).advice()).containsExactly(advice);
    }

    @Test
    void adds_the_time_of_examining_to_that_of_looking() throws IOException {
        Path file =
                Files.write(directory.resolve("frame.png"), PngBuilder.image().bytes());
        Preflight preflight = Preflight.standard();
        Inspection inspection = preflight.inspect(file);
        Examination examination =
                new Examination(new DecoderResult("Test", Optional.empty(), DECODED), List.of(), 1_000_000_007);
        long looking = preflight.judge(inspection, Subject.image()).elapsedNanos();
        assertThat(preflight
                        .judge(inspection, Optional.of(examination), Subject.image())
                        .elapsedNanos())
                .isEqualTo(looking + 1_000_000_007);
    }

    @Test
    void gives_the_examiner_the_file_and_what_its_headers_say() throws IOException {
        Path file =
                Files.write(directory.resolve("frame.png"), PngBuilder.image().bytes());
        Preflight plain = Preflight.standard();
        Examination examination = new Examination(new DecoderResult("Test", Optional.empty(), DECODED), List.of(), 1);
        Preflight examined = plain.toBuilder()
                .examiner((path, probed) -> {
                    assertThat(path).isEqualTo(file);
                    assertThat(Optional.of(probed)).isEqualTo(probed(plain, file));
                    return examination;
                })
                .build();
        assertThat(examined.examine(file, plain.inspect(file))).contains(examination);
        assertThat(plain.examine(file, plain.inspect(file))).isEmpty();
    }

    private static Optional<Probed> probed(Preflight preflight, Path file) {
        return preflight.check(file).probed();
    }
}
