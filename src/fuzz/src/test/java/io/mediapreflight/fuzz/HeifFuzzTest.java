package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/** HEIC and AVIF, as bytes. */
class HeifFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#heifs")
    @DictionaryFile(resourcePath = "heif.dict")
    @FuzzTest(maxDuration = "")
    void any_heif_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes, 4, Bytes.text("ftyp"));
    }
}
