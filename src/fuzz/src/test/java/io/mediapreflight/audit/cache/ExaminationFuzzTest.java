package io.mediapreflight.audit.cache;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.Examination;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.probe.codec.SealedBytes;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What an examination has found, as a cache hands it over, with a right checksum, which no fuzzer guesses. */
class ExaminationFuzzTest {
    private static final long MAX_HEAP = 8L << 20;

    static Stream<byte[]> seeds() {
        Advice advice =
                new Advice(AdviceId.PRIVACY_OWNER, Phrase.of("revealed.name").with("name", "Anna"));
        return Stream.of(
                        new Examination(Optional.empty(), List.of(), 0),
                        new Examination(Optional.empty(), List.of(advice), 0))
                .map(ExaminationCodec::encode)
                .flatMap(Optional::stream)
                .map(packed -> Arrays.copyOf(packed, packed.length - 4));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "")
    void any_bytes_are_no_examination_or_one_that_is_packed_and_read_again(byte[] bytes) throws Exception {
        byte[] sealed = SealedBytes.seal(bytes);
        Heap.requireAtMost(MAX_HEAP, () -> require(sealed));
    }

    private static void require(byte[] sealed) {
        Optional<Examination> read = ExaminationCodec.decode(sealed);
        if (read.isPresent()) {
            byte[] packed = ExaminationCodec.encode(read.get()).orElseThrow();
            Texts.requireSame(ExaminationCodec.decode(packed), read, "packed and read again");
            Texts.require(Arrays.equals(packed, sealed), "the same in other bytes");
        }
    }
}
