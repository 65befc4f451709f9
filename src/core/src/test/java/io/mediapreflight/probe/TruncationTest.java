package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file, cut off anywhere, has a verdict; and none of which every byte is needed passes. */
class TruncationTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");
    private static final int EVERY_BYTE_UP_TO = ALL ? 8192 : 256;
    private static final int STRIDE = ALL ? 499 : 1999;

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    static Stream<String> wholeSamples() {
        return Samples.whole().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_passes_as_it_is(String name) {
        assertThat(Judged.findings(Judged.anything(Samples.all().get(name)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wholeSamples")
    void no_beginning_of_a_sample_passes(String name) {
        byte[] bytes = Samples.whole().get(name);
        assertThat(IntStream.range(0, bytes.length)
                        .filter(length ->
                                Judged.anything(Arrays.copyOf(bytes, length)).passed()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_of_one_byte_at_a_time_change_no_verdict(String name) {
        byte[] bytes = Samples.all().get(name);
        assertThat(IntStream.rangeClosed(0, bytes.length).filter(length -> {
                    byte[] cut = Arrays.copyOf(bytes, length);
                    Verdict shortReads = check(RecordingSource.of(cut).shortReads(1));
                    return !sameVerdict(shortReads, Judged.anything(cut));
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wholeSamples")
    void no_beginning_of_a_sample_passes_where_its_size_is_not_known(String name) {
        byte[] bytes = Samples.whole().get(name);
        assertThat(IntStream.range(0, bytes.length)
                        .filter(length -> check(RecordingSource.of(Arrays.copyOf(bytes, length))
                                        .unknownSize())
                                .passed()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_of_three_bytes_of_a_source_that_does_not_know_its_size_end_in_a_verdict(String name) {
        byte[] bytes = Samples.all().get(name);
        assertThat(IntStream.rangeClosed(0, bytes.length)
                        .mapToObj(length -> check(RecordingSource.of(Arrays.copyOf(bytes, length))
                                .shortReads(3)
                                .unknownSize())))
                .allSatisfy(verdict -> assertThat(verdict.bytesRead()).isLessThanOrEqualTo(Window.BUDGET));
    }

    /** Each content once. */
    static List<String> testdata() {
        Map<ByteBuffer, String> contents = new java.util.LinkedHashMap<>();
        Testdata.names().forEach(name -> contents.putIfAbsent(ByteBuffer.wrap(Testdata.bytes(name)), name));
        return List.copyOf(contents.values());
    }

    @ParameterizedTest
    @MethodSource("testdata")
    @Tag("sampled")
    void every_beginning_of_a_real_file_has_a_verdict(String name) {
        ByteBuffer bytes = ByteBuffer.wrap(Testdata.bytes(name));
        Map<Boolean, Long> verdicts = lengths(bytes.limit())
                .parallel()
                .mapToObj(length -> Preflight.standard()
                        .check(BytesSource.of(bytes.duplicate().limit(length)), Subject.anything()))
                .collect(java.util.stream.Collectors.partitioningBy(
                        verdict -> verdict.bytesRead() <= Window.BUDGET, java.util.stream.Collectors.counting()));
        assertThat(verdicts.get(false)).isZero();
    }

    @ParameterizedTest
    @MethodSource("testdata")
    void short_reads_change_no_verdict_of_a_real_file(String name) {
        byte[] bytes = Testdata.bytes(name);
        assertThat(IntStream.iterate(bytes.length, length -> length >= 0, length -> length - 4999)
                        .filter(length -> {
                            byte[] cut = Arrays.copyOf(bytes, length);
                            return !sameVerdict(check(RecordingSource.of(cut).shortReads(7)), Judged.anything(cut));
                        }))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("testdata")
    void a_real_file_whose_size_is_not_known_passes_only_where_it_passes_with_it(String name) {
        byte[] bytes = Testdata.bytes(name);
        boolean passes = Judged.anything(bytes).passed();
        assertThat(check(RecordingSource.of(bytes).unknownSize()).passed() && !passes)
                .isFalse();
    }

    private static IntStream lengths(int length) {
        return IntStream.rangeClosed(0, length)
                .filter(each -> each <= EVERY_BYTE_UP_TO || each % STRIDE == 0 || each > length - 64);
    }

    private static Verdict check(RecordingSource source) {
        return Preflight.standard().check(source, Subject.anything());
    }

    private static boolean sameVerdict(Verdict one, Verdict other) {
        return one.findings().equals(other.findings()) && one.probed().equals(other.probed());
    }
}
