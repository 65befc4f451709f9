package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Samples;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.codec.ProbedCodec;
import io.mediapreflight.probe.codec.SealedBytes;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts as a cache or a worker hands them over, with a right checksum, which no fuzzer guesses. */
class FactsFuzzTest {
    private static final long MAX_HEAP = 8L << 20;

    static Stream<byte[]> seeds() {
        return Stream.of(
                        Samples.all().values().stream(),
                        Seeds.webps(),
                        Seeds.matroskas(),
                        Seeds.heifs(),
                        Seeds.others())
                .flatMap(each -> each)
                .map(FactsFuzzTest::packed)
                .flatMap(Optional::stream)
                .map(packed -> Arrays.copyOf(packed, packed.length - 4));
    }

    private static Optional<byte[]> packed(byte[] file) {
        Inspection inspection = Preflight.standard().inspect(BytesSource.of(file));
        return ProbedCodec.encode(((Inspection.Seen) inspection).probed());
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "")
    void any_bytes_are_no_facts_or_those_that_are_packed_in_the_same_bytes(byte[] bytes) throws Exception {
        byte[] sealed = SealedBytes.seal(bytes);
        Heap.requireAtMost(MAX_HEAP, () -> require(sealed));
    }

    private static void require(byte[] sealed) {
        Optional<Probed> probed = ProbedCodec.decode(sealed);
        if (probed.isEmpty()) {
            return;
        }
        byte[] packed = ProbedCodec.encode(probed.get()).orElseThrow();
        Texts.requireSame(ProbedCodec.decode(packed), probed, "packed and read again");
        Texts.require(Arrays.equals(packed, sealed), "the same facts in other bytes");
        for (Malformed defect : probed.get().defects()) {
            Texts.require(defect.toString().length() < 100_000, "a text that runs on");
        }
        Texts.requireSame(judged(probed.get()), judged(probed.get()), "judged another time");
    }

    private static Object judged(Probed probed) {
        Inspection seen = new Inspection.Seen(probed, ByteCount.exactly(1000), 0, 0);
        return Preflight.standard().judge(seen, Subject.video()).findings();
    }
}
