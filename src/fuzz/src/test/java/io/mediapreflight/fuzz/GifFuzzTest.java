package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import org.junit.jupiter.params.provider.MethodSource;

/** GIF, as bytes. */
class GifFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#gifs")
    @DictionaryFile(resourcePath = "gif.dict")
    @FuzzTest(maxDuration = "")
    void any_gif_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes, 0, Bytes.text("GIF8"));
    }
}
