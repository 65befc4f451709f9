package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/** JPEG, as bytes. */
class JpegFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#jpegs")
    @DictionaryFile(resourcePath = "jpeg.dict")
    @FuzzTest(maxDuration = "")
    void any_jpeg_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes, 0, Bytes.u16(0xFFD8));
    }
}
