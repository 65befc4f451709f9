package io.mediapreflight.audit;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.text.RefusedValueException;
import io.mediapreflight.text.SafeText;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Patterns of {@code --include} and {@code --exclude}. A line feed parts the pattern from the path that it is tried on; where the
 * pattern has stars and question marks alone, what fits it is compared with a matcher of a few lines.
 */
class GlobFuzzTest {
    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "*.jpg\na.jpg",
                "raw/*.jpg\nraw/a.jpg",
                "**/a?b\nx/y/azb",
                "tmp/\ntmp",
                "a/**/b\na/b",
                "{a,b}.[!c-d]\na.e",
                "\\*\n*",
                "*a*a*a*a*b\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "/top.png\ntop.png",
                "**\nanything/at/all");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "glob.dict")
    @FuzzTest(maxDuration = "")
    void any_pattern_fits_what_a_simple_matcher_says_or_is_refused(byte[] bytes) {
        String text = Texts.of(bytes);
        int end = Math.max(0, text.indexOf('\n'));
        String pattern = text.substring(0, end);
        String path = normal(text.substring(Math.min(end + 1, text.length())));
        Glob glob;
        try {
            glob = new Glob(pattern);
        } catch (RefusedValueException e) {
            Texts.requireShown(SafeText.of(e.reason().toString()));
            return;
        }
        Path name = Path.of(path.substring(path.lastIndexOf('/') + 1));
        boolean fits = glob.fits(path, name, true);
        Texts.require(fits == glob.fits(path, name, true), "another time " + pattern);
        Texts.require(fits || !glob.fits(path, name, false), "only a file fits " + pattern);
        if (isSimple(pattern)) {
            boolean ofPath = pattern.substring(0, pattern.length() - 1).indexOf('/') >= 0;
            String anchored = pattern.startsWith("/") ? pattern.substring(1) : pattern;
            boolean expected = ofPath ? fits(anchored, path) : fits(pattern, name.toString());
            Texts.require(fits == expected, pattern + " fits " + path + ": " + fits);
        }
    }

    /** A relative path of ASCII without what no path has. */
    private static String normal(String text) {
        String plain = text.replaceAll("[^ -~]", "_").replaceAll("/+", "/").replaceAll("^/|/$", "");
        return plain.isEmpty()
                ? "x"
                : plain.substring(0, Math.min(40, plain.length())).replaceAll("/$", "");
    }

    /** Without brackets, braces, escapes, double stars, more stars than the simple matcher can share out, and slashes at its ends. */
    private static boolean isSimple(String pattern) {
        return pattern.chars().filter(c -> c == '*').count() <= 4
                && pattern.matches("[ -~&&[^\\[\\]{}\\\\]]{1,20}")
                && !pattern.contains("**")
                && !pattern.endsWith("/")
                && !pattern.contains("//");
    }

    private static boolean fits(String pattern, String text) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        if (first == '*') {
            return fits(pattern.substring(1), text)
                    || (!text.isEmpty() && text.charAt(0) != '/' && fits(pattern, text.substring(1)));
        }
        boolean isOne = !text.isEmpty() && (first == '?' ? text.charAt(0) != '/' : first == text.charAt(0));
        return isOne && fits(pattern.substring(1), text.substring(1));
    }
}
