package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/** Matroska and WebM, as bytes. */
class MatroskaFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#matroskas")
    @DictionaryFile(resourcePath = "matroska.dict")
    @FuzzTest(maxDuration = "")
    void any_matroska_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes, 0, Bytes.u32(0x1A45DFA3));
    }
}
