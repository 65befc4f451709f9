package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Formats that are recognised and not read further, as bytes. */
class OtherFormatsFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#others")
    @DictionaryFile(resourcePath = "other.dict")
    @FuzzTest(maxDuration = "")
    void any_other_file_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes);
    }
}
