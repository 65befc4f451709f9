package io.mediapreflight.remote;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fuzz.Texts;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a redirect leads: for plain references that is what RFC 3986 5.2 says, written again. */
class RedirectFuzzTest {
    private static final String BASE = "https://a.example:8443/b/c/d;p?q";

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "g",
                "./g/",
                "../../g",
                "?y",
                "#s",
                "/g",
                "//h/g",
                "http://x/",
                "g;x=1/../y",
                "",
                "a:b",
                "/../..//g",
                "%2e%2e/x y");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "/io/mediapreflight/fuzz/url.dict")
    @FuzzTest(maxDuration = "")
    void any_reference_leads_to_an_absolute_url_of_the_right_place(byte[] bytes) {
        String reference = Texts.of(bytes);
        String resolved = Redirect.resolve(BASE, reference);
        Texts.requireSame(Redirect.resolve(BASE, reference), resolved, "another time");
        boolean isOther = reference.startsWith("//") || reference.matches("(?s)[^:/?#]+:.*");
        Texts.require(isOther || resolved.startsWith("https://a.example:8443/"), "leads to another host: " + resolved);
        Texts.require(
                isOther || !resolved.replaceAll("(?s)[?#].*", "").matches("(?s).*/[.]{1,2}(/.*)?"),
                "dots are left in " + resolved);
        if (reference.matches("[a-z./]{1,20}") && !reference.contains("//")) {
            Texts.requireSame(resolved, expected(reference), reference);
        }
    }

    /** Segment by segment: what leads above the root stays there. */
    private static String expected(String reference) {
        String path = reference.startsWith("/") ? reference : "/b/c/" + reference;
        StringBuilder kept = new StringBuilder();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isDots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.setLength(Math.max(0, kept.lastIndexOf("/")));
            }
            if (!isDots) {
                kept.append('/').append(segments[i]);
            } else if (i == segments.length - 1) {
                kept.append('/');
            }
        }
        return "https://a.example:8443" + kept;
    }
}
