package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DecoderReportTest {
    private static final ImageReading IMAGE = new ImageReading(
            Optional.of(Format.PNG),
            Optional.of(new ImageReading.Size(360, 480)),
            Optional.of(ExifOrientation.MIRRORED));
    private static final VideoReading VIDEO = VideoReading.builder()
            .format(Optional.of(Format.MP4))
            .codec(Optional.of("avc1"))
            .coded(Optional.of(PixelSize.of(720, 576)))
            .shown(Optional.of(new PixelSize(new Fraction(11520, 11), Fraction.of(576))))
            .rotation(OptionalInt.of(90))
            .mirrored(Optional.of(false))
            .container(Optional.of(new Fraction(1003, 100)))
            .audio(Optional.of(true))
            .build();

    @Test
    void a_result_that_no_decoder_saw_has_no_reading() {
        assertThat(JsonTree.object(SampleResults.report(JsonlReport::new, SampleResults.of("drawing.png"))))
                .doesNotContainKey("opinion");
    }

    @Test
    void an_image_has_what_the_decoder_read() {
        assertThat(decoderResult(new Decoding.Decoded(Depth.ENDS, 1), Optional.of(IMAGE)))
                .isEqualTo(Map.of(
                        "by",
                        "FFmpeg",
                        "decoding",
                        "decoded",
                        "depth",
                        "ends",
                        "pictures",
                        1L,
                        "format",
                        "png",
                        "width",
                        360L,
                        "height",
                        480L,
                        "exifOrientation",
                        2L));
    }

    @Test
    void a_video_has_the_keys_of_the_headers_facts_and_none_for_what_is_not_known() {
        Map<String, Object> decoderResult =
                decoderResult(new Decoding.Broken(Optional.of(new Fraction(47, 25)), "it ends"), Optional.of(VIDEO));
        assertThat(decoderResult)
                .containsEntry("decoding", "broken")
                .containsEntry("width", 720L)
                .containsEntry("displayWidth", 1047L)
                .containsEntry("rotation", 90L)
                .containsEntry("audio", true)
                .doesNotContainKeys("videoTrackSeconds", "depth", "pictures");
        assertThat(decoderResult.get("brokenAtSeconds")).hasToString("1.88");
        assertThat(decoderResult.get("durationSeconds")).hasToString("10.03");
    }

    @Test
    void what_was_not_found_out_says_so() {
        assertThat(decoderResult(new Decoding.Undecided("it crashed"), Optional.empty()))
                .isEqualTo(Map.of("by", "FFmpeg", "decoding", "undecided"));
    }

    @Test
    void a_text_says_that_a_file_was_decoded_and_whether_in_full() {
        assertThat(text(new Decoding.Decoded(Depth.ENDS, 2))).contains("31.7 kB, decoded\n");
        assertThat(text(new Decoding.Decoded(Depth.EVERY_FRAME, 2))).contains("31.7 kB, decoded in full\n");
        assertThat(text(new Decoding.Undecided("it crashed"))).contains("31.7 kB\n");
    }

    private static String text(Decoding decoding) {
        return new String(
                SampleResults.report(
                        out -> new TextReport(out, TextReport.Style.PLAIN), seen(decoding, Optional.of(IMAGE))),
                StandardCharsets.UTF_8);
    }

    @Test
    void a_verbose_text_has_it_in_a_line_of_its_own() {
        MediaVerdict result = seen(new Decoding.Decoded(Depth.EVERY_FRAME, 100), Optional.of(VIDEO));
        TextReport.Style verbose = new TextReport.Style(false, false, true, 0);
        assertThat(new String(
                        SampleResults.report(out -> new TextReport(out, verbose), result), StandardCharsets.UTF_8))
                .contains("\n         by FFmpeg, decoding decoded, depth everyPicture, pictures 100, format mp4, ");
    }

    @SuppressWarnings("unchecked") // an object of JSON
    private static Map<String, Object> decoderResult(Decoding decoding, Optional<MediaReading> reading) {
        byte[] line = SampleResults.report(JsonlReport::new, seen(decoding, reading));
        return (Map<String, Object>) JsonTree.object(line).get("opinion");
    }

    private static MediaVerdict seen(Decoding decoding, Optional<? extends MediaReading> reading) {
        MediaVerdict plain = SampleResults.of("drawing.png");
        DecoderResult decoderResult = new DecoderResult("FFmpeg", reading.map(each -> each), decoding);
        return new MediaVerdict(
                SourceName.of("drawing.png"),
                plain.subject(),
                plain.probed(),
                plain.bytes(),
                Optional.of(decoderResult),
                plain.findings(),
                plain.advice(),
                plain.limits(),
                plain.bytesRead(),
                plain.elapsedNanos());
    }
}
