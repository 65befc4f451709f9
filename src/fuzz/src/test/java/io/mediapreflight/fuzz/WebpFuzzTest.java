package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/** WebP, as bytes. */
class WebpFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#webps")
    @DictionaryFile(resourcePath = "webp.dict")
    @FuzzTest(maxDuration = "")
    void any_webp_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes, 8, Bytes.text("WEBP"));
    }
}
