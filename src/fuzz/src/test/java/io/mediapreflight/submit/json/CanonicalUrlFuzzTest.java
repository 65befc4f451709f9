package io.mediapreflight.submit.json;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fuzz.Texts;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** URLs in the one spelling by which a request is known again. */
class CanonicalUrlFuzzTest {
    private static final Pattern HOST =
            Pattern.compile("https?://(?:[a-z0-9][a-z0-9.-]*|\\[[0-9a-f:.]+])(?::[0-9]+)?/");

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "HTTPS://Media.Example.COM:443/a/../b%2fc?x=%7e#y",
                "https://bücher.example/ä",
                "http://[2001:DB8::1]:080/.",
                "https://a@b.example:/?X-Amz-Signature=1&x=1&X-Amz-Expires=60",
                "data:,x");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/mediapreflight/fuzz/url.dict")
    @FuzzTest(maxDuration = "")
    void a_canonical_url_is_canonical_whatever_it_was(byte[] bytes) {
        String url = Texts.of(bytes);
        String unsigned = UnsignedUrl.withoutSignature(url);
        Texts.requireSame(UnsignedUrl.withoutSignature(unsigned), unsigned, "unsigned twice");
        String canonical = CanonicalUrl.of(url);
        if (HOST.matcher(canonical).lookingAt()) { // others are never cleared
            Texts.requireSame(CanonicalUrl.of(canonical), canonical, "canonical twice");
        }
        boolean isHttp = url.regionMatches(true, 0, "http://", 0, 7) || url.regionMatches(true, 0, "https://", 0, 8);
        if (isHttp) {
            Texts.requireSame(CanonicalUrl.of(url + "#fragment"), canonical, "a fragment changes it");
            Texts.require(canonical.startsWith("http"), "another scheme");
        } else {
            Texts.requireSame(canonical, url, "no URL of the web");
        }
    }
}
