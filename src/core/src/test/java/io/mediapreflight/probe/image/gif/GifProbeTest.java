package io.mediapreflight.probe.image.gif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.GifBuilder;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.probe.Completeness;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GifProbeTest {
    private static final int WIDTH = 6;

    /** Sub-blocks that fill the bytes gone over, and more. */
    private static final int BEYOND = GifBlocks.MAX_WALK / 255;

    private static Probed probed(byte[] bytes) throws IOException {
        return GifProbe.probe(new Window(BytesSource.of(bytes), ByteBuffer.allocate(Window.CAPACITY)));
    }

    private static ImageFacts facts(GifBuilder gif) throws IOException {
        return Probing.facts(probed(gif.bytes()));
    }

    private static List<MalformedCode> codes(byte[] bytes) throws IOException {
        return probed(bytes).defects().stream().map(Malformed::code).toList();
    }

    private static MalformedCode cutOff(byte[] bytes) throws IOException {
        return ((Completeness.CutOff) Probing.completeness(probed(bytes)))
                .where()
                .code();
    }

    @Test
    void reads_the_logical_screen() throws IOException {
        assertThat(facts(GifBuilder.of(640, 65_535).frame()))
                .isEqualTo(ImageFacts.builder()
                        .width(640)
                        .height(65_535)
                        .coding("LZW")
                        .components(1)
                        .bitDepth(2)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    @Test
    void adds_up_the_delays_of_an_animation_as_browsers_do() throws IOException {
        ImageFacts facts = facts(GifBuilder.of(9, 9)
                .looping()
                .control(25, true)
                .frame()
                .control(2, false)
                .frame()
                .control(1, false)
                .frame());
        assertThat(facts.animated()).contains(true);
        assertThat(facts.alpha()).contains(true);
        assertThat(facts.duration()).contains(new Fraction(25 + 2 + 10, 100));
    }

    @Test
    void one_frame_is_no_animation_whatever_loops() throws IOException {
        assertThat(facts(GifBuilder.of(9, 9).looping().frame()).animated()).contains(false);
    }

    @Test
    void knows_whether_a_long_first_frame_is_followed_where_it_asks_for_a_loop() throws IOException {
        GifBuilder looping = GifBuilder.of(9, 9).looping().frame(9, 9, 2, BEYOND);
        GifBuilder other = GifBuilder.of(9, 9).frame(9, 9, 2, BEYOND);
        assertThat(facts(looping.frame()).animated()).contains(true);
        assertThat(facts(other.frame()).animated()).isEmpty();
    }

    @Test
    void does_not_know_what_follows_a_frame_that_makes_no_sense() throws IOException {
        GifBuilder gif = GifBuilder.of(9, 9).looping().frame(9, 9, 0, 1).frame();

        assertThat(facts(gif).animated()).isEmpty();
        assertThat(facts(gif).duration()).isEmpty();
    }

    @Test
    void goes_on_behind_a_frame_that_is_larger_than_the_logical_screen() throws IOException {
        GifBuilder gif = GifBuilder.of(9, 9)
                .control(20, false)
                .frame(10, 9, 2, 1)
                .control(30, false)
                .frame();

        assertThat(facts(gif).animated()).contains(true);
        assertThat(facts(gif).duration()).contains(new Fraction(50, 100));
    }

    @Test
    void reads_no_more_than_its_bound() throws IOException {
        RecordingSource source = RecordingSource.of(
                GifBuilder.of(9, 9).frame(9, 9, 2, 40 * BEYOND).bytes());
        Probed probed = GifProbe.probe(new Window(source, ByteBuffer.allocate(Window.CAPACITY)));
        assertThat(Probing.completeness(probed)).isEqualTo(Completeness.Whole.EXACT);
        assertThat(source.bytesRead()).isLessThan(GifBlocks.MAX_WALK + 2L * Window.CAPACITY);
    }

    @Test
    void ends_with_its_trailer() throws IOException {
        byte[] gif = GifBuilder.of(9, 9).frame().bytes();
        assertThat(Probing.completeness(probed(gif))).isEqualTo(Completeness.Whole.EXACT);
        assertThat(Probing.completeness(probed(Bytes.join(gif, Bytes.zeros(5)))))
                .isEqualTo(new Completeness.Whole(5));
        assertThat(cutOff(GifBuilder.of(9, 9).frame().withoutTrailer())).isEqualTo(MalformedCode.MISSING_END);
        assertThat(cutOff(GifBuilder.of(9, 9).bytes())).isEqualTo(MalformedCode.MISSING_IMAGE_DATA);
    }

    @Test
    void does_not_know_the_end_of_a_long_one_that_ends_otherwise() throws IOException {
        byte[] gif = GifBuilder.of(9, 9).frame(9, 9, 2, BEYOND + 1).withoutTrailer();
        assertThat(Probing.completeness(probed(gif))).isInstanceOf(Completeness.Undecided.class);
    }

    @Test
    void a_logical_screen_without_a_side_is_malformed() throws IOException {
        byte[] gif = GifBuilder.of(9, 9).frame().bytes();
        assertThat(codes(Bytes.patched(gif, WIDTH, Bytes.zeros(2))))
                .containsExactly(MalformedCode.DIMENSION_OUT_OF_RANGE);
    }

    @Test
    void a_frame_beyond_the_logical_screen_is_doubtful() throws IOException {
        assertThat(codes(GifBuilder.of(9, 9).frame(10, 9, 2, 1).bytes())).containsExactly(MalformedCode.CANVAS_SIZE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 72})
    void codes_of_a_length_that_does_not_exist_are_malformed(int bits) throws IOException {
        assertThat(codes(GifBuilder.of(9, 9).frame(9, 9, bits, 1).bytes()))
                .containsExactly(MalformedCode.CODING_METHOD);
    }

    @Test
    void a_block_of_no_known_kind_is_doubtful() throws IOException {
        assertThat(codes(GifBuilder.of(9, 9).frame().raw(Bytes.u8(0x77)).bytes()))
                .containsExactly(MalformedCode.NOT_A_BLOCK);
    }
}
