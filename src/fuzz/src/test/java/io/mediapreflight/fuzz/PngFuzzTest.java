package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** PNG, as bytes with right checksums: a fuzzer guesses none, and a wrong one ends the probe at once. */
class PngFuzzTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    @MethodSource("io.mediapreflight.fuzz.Seeds#pngs")
    @DictionaryFile(resourcePath = "png.dict")
    @FuzzTest(maxDuration = "")
    void any_png_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        byte[] changed = bytes.clone();
        System.arraycopy(SIGNATURE, 0, changed, 0, Math.min(SIGNATURE.length, changed.length));
        AnyMedia.check(PngModel.withChecksums(changed));
    }
}
