package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.Samples;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sizes, counts and times that lie. Every place of every sample is tried, since any may be read as a number. */
class LyingNumbersTest {
    private static final long[] LIES = {
        0, 1, 7, 0xFFFF, Integer.MAX_VALUE, 1L << 31, 0xFFFF_FFFFL, Long.MAX_VALUE, 1L << 63, -1
    };

    /** In a short run each place has one lie of each width, in turn. */
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("sampled")
    void a_lie_of_16_bits_anywhere_has_a_verdict_within_the_budget(String name) {
        assertThat(maxRead(name, 2)).isLessThanOrEqualTo(Window.BUDGET);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("sampled")
    void a_lie_of_32_bits_anywhere_has_a_verdict_within_the_budget(String name) {
        assertThat(maxRead(name, 4)).isLessThanOrEqualTo(Window.BUDGET);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("sampled")
    void a_lie_of_64_bits_anywhere_has_a_verdict_within_the_budget(String name) {
        assertThat(maxRead(name, 8)).isLessThanOrEqualTo(Window.BUDGET);
    }

    private static long maxRead(String name, int width) {
        byte[] bytes = Samples.all().get(name);
        List<byte[]> lies = lies(width);
        return IntStream.range(0, bytes.length)
                .parallel()
                .mapToLong(offset -> maxRead(bytes, offset, lies))
                .max()
                .orElseThrow();
    }

    /** The lies in this width; some become the same when they are cut down to it. */
    private static List<byte[]> lies(int width) {
        return Arrays.stream(LIES)
                .mapToObj(lie -> width == 2 ? Bytes.u16(lie) : Bytes.number(width == 8, lie))
                .map(ByteBuffer::wrap)
                .distinct()
                .map(ByteBuffer::array)
                .toList();
    }

    private static long maxRead(byte[] bytes, int offset, List<byte[]> lies) {
        List<byte[]> tried = ALL ? lies : List.of(lies.get(offset % lies.size()));
        return tried.stream()
                .mapToLong(lie ->
                        Judged.anything(Bytes.patched(bytes, offset, lie)).bytesRead())
                .max()
                .orElseThrow();
    }

    static Stream<Arguments> boxes() {
        return Stream.of("moov", "mvhd", "trak", "tkhd", "mdia", "mdhd", "minf", "stbl", "stsd", "avc1")
                .flatMap(box ->
                        Stream.of(7L, (long) Integer.MAX_VALUE, 0xFFFF_FFFFL).map(size -> arguments(box, size)));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void a_box_that_is_smaller_than_its_header_or_larger_than_its_parent_fails(String box, long size) {
        byte[] clip = Mp4Builder.clip().brand("isom").bytes();
        byte[] lie = Bytes.patched(clip, Bytes.indexOf(clip, box) - 4, Bytes.u32(size));
        assertThat(Judged.findings(Judged.video(lie))).contains("video.readable=fail");
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments("mvhd", 12, 0L, List.of("video.readable=fail")),
                arguments("mdhd", 12, 0L, List.of("video.readable=fail")),
                arguments("mvhd", 16, 0xFFFF_FFFFL, List.of()),
                arguments("mvhd", 16, 0xFFFF_FFFEL, List.of("video.duration.max=warn")),
                arguments("mdhd", 16, 0xFFFF_FFFEL, List.of("video.duration.max=warn")),
                arguments("mdhd", 16, 0L, List.of()),
                arguments("stts", 4, 0xFFFF_FFFFL, List.of("video.readable=fail")),
                arguments("stsz", 8, 0xFFFF_FFFFL, List.of("video.readable=warn")));
    }

    /** Offsets are from behind the box's type. */
    @ParameterizedTest
    @MethodSource("fields")
    void a_field_that_lies_is_judged_for_what_it_says(String box, int offset, long value, List<String> findings) {
        byte[] clip = Mp4Builder.clip().bytes();
        byte[] lie = Bytes.patched(clip, Bytes.indexOf(clip, box) + 4 + offset, Bytes.u32(value));
        assertThat(Judged.findings(Judged.video(lie))).isEqualTo(findings);
    }
}
