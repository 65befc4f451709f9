package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MP4 and QuickTime, as bytes. */
class MovieFuzzTest {
    @MethodSource("io.mediapreflight.fuzz.Seeds#movies")
    @DictionaryFile(resourcePath = "movie.dict")
    @FuzzTest(maxDuration = "")
    void any_movie_has_a_verdict_that_holds(byte[] bytes) throws Exception {
        AnyMedia.check(bytes);
    }
}
