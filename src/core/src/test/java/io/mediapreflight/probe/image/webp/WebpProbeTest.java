package io.mediapreflight.probe.image.webp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.WebpBuilder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebpProbeTest {
    private static final int FIRST_BODY = 20;

    private static Probed probed(byte[] bytes) throws IOException {
        return WebpProbe.probe(new Window(BytesSource.of(bytes), ByteBuffer.allocate(Window.CAPACITY)));
    }

    private static ImageFacts facts(WebpBuilder webp) throws IOException {
        return Probing.facts(probed(webp.bytes()));
    }

    private static List<MalformedCode> codes(byte[] bytes) throws IOException {
        return probed(bytes).defects().stream().map(Malformed::code).toList();
    }

    @Test
    void reads_a_lossy_image() throws IOException {
        assertThat(facts(WebpBuilder.lossy(640, 16_383)))
                .isEqualTo(ImageFacts.builder()
                        .width(640)
                        .height(16_383)
                        .coding("VP8, lossy")
                        .components(3)
                        .bitDepth(8)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reads_a_lossless_image_with_and_without_alpha(boolean alpha) throws IOException {
        assertThat(facts(WebpBuilder.lossless(16_384, 1, alpha)))
                .isEqualTo(ImageFacts.builder()
                        .width(16_384)
                        .height(1)
                        .coding("VP8L, lossless")
                        .components(alpha ? 4 : 3)
                        .bitDepth(8)
                        .alpha(alpha)
                        .animated(false)
                        .build());
    }

    @Test
    void reads_the_size_alpha_and_orientation_of_an_extended_image() throws IOException {
        byte[] tiff = Bytes.join(
                Bytes.text("MM"),
                Bytes.u16(42),
                Bytes.u32(8),
                Bytes.u16(1),
                Bytes.u16(0x112),
                Bytes.u16(3),
                Bytes.u32(1),
                Bytes.u16(6),
                Bytes.u16(0),
                Bytes.u32(0));
        ImageFacts facts = facts(WebpBuilder.extended(700, 500, true)
                .chunk("VP8 ", WebpBuilder.vp8(700, 500))
                .chunk("EXIF", tiff));
        assertThat(facts.width()).isEqualTo(700);
        assertThat(facts.height()).isEqualTo(500);
        assertThat(facts.alpha()).contains(true);
        assertThat(facts.orientation()).contains(ExifOrientation.ROTATED_90);
    }

    @ParameterizedTest
    @CsvSource({"1, false, 40", "2, true, 80", "2045, true, 81800"})
    void counts_frames_and_adds_up_how_long_they_are_shown(int frames, boolean animated, int milliseconds)
            throws IOException {
        ImageFacts facts = facts(WebpBuilder.animation(16, 16, frames));
        assertThat(facts.animated()).contains(animated);
        assertThat(facts.duration()).contains(new Fraction(milliseconds, 1000));
    }

    @Test
    void knows_no_duration_of_more_frames_than_it_looks_at() throws IOException {
        byte[] webp = WebpBuilder.animation(16, 16, 2100).bytes();
        RecordingSource source = RecordingSource.of(webp);
        Probed probed = WebpProbe.probe(new Window(source, ByteBuffer.allocate(Window.CAPACITY)));
        assertThat(Probing.facts(probed).animated()).contains(true);
        assertThat(Probing.facts(probed).duration()).isEmpty();
        assertThat(source.bytesRead()).isLessThan(128 << 10);
    }

    @Test
    void an_image_of_another_size_than_the_canvas_is_malformed() throws IOException {
        assertThat(codes(WebpBuilder.extended(700, 500, false)
                        .chunk("VP8 ", WebpBuilder.vp8(700, 501))
                        .bytes()))
                .containsExactly(MalformedCode.CANVAS_SIZE);
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 15, 16", "0, 2, 16, 15", "0, 0, 17, 16"})
    void a_frame_that_reaches_beyond_the_canvas_is_malformed(int x, int y, int width, int height) throws IOException {
        assertThat(codes(WebpBuilder.animation(16, 16, 1)
                        .frame(x, y, width, height)
                        .bytes()))
                .containsExactly(MalformedCode.CANVAS_SIZE);
    }

    @Test
    void a_header_without_an_image_is_malformed() throws IOException {
        assertThat(codes(WebpBuilder.extended(700, 500, false).bytes()))
                .containsExactly(MalformedCode.MISSING_IMAGE_DATA);
        assertThat(codes(WebpBuilder.animation(700, 500, 0).bytes())).containsExactly(MalformedCode.MISSING_IMAGE_DATA);
    }

    /** No key frame, not shown, a version that does not exist, a first partition past the chunk, another start code, no width. */
    @ParameterizedTest
    @CsvSource({"0, 0x91", "0, 0x80", "0, 0x98", "2, 0xFF", "3, 0", "6, 0"})
    void a_bitstream_that_libwebp_refuses_is_malformed(int offset, String value) throws IOException {
        byte[] webp = WebpBuilder.lossy(256, 256).bytes();
        byte[] patched = offset == 6
                ? Bytes.patched(webp, FIRST_BODY + 6, Bytes.zeros(2))
                : Bytes.patched(webp, FIRST_BODY + offset, Bytes.u8(Integer.decode(value)));
        assertThat(codes(patched)).containsExactly(MalformedCode.IMAGE_DATA_START);
    }

    @Test
    void a_chunk_that_runs_past_riff_is_malformed() throws IOException {
        byte[] webp = WebpBuilder.lossy(256, 256).bytes();
        assertThat(codes(Bytes.patched(webp, 16, Bytes.u8(0xFF)))).containsExactly(MalformedCode.CHUNK_LENGTH);
    }

    @Test
    void says_how_many_bytes_are_missing_or_follow() throws IOException {
        byte[] webp = WebpBuilder.lossy(256, 256).bytes();
        assertThat(probed(webp).completeness()).contains(Completeness.Whole.EXACT);
        assertThat(probed(Bytes.join(webp, Bytes.zeros(9))).completeness()).contains(new Completeness.Whole(9));
        Optional<Completeness> cut =
                probed(java.util.Arrays.copyOf(webp, webp.length - 7)).completeness();
        assertThat(cut)
                .hasValueSatisfying(found ->
                        assertThat(((Completeness.CutOff) found).missingBytes()).isEqualTo(7));
    }
}
