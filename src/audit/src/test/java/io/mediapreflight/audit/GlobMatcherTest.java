package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobMatcherTest {
    /** Some hundred ways for each star to end; the JDK's matcher goes through all of them together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"*a | b", "**a | b", "{a,aa} | b", "*? | b", "{*,*a} | b"})
    void a_pattern_of_many_stars_takes_no_more_time_than_others(String part, String end) {
        GlobMatcher matcher = new GlobMatcher(part.repeat(40) + end);
        String name = "a".repeat(70);

        assertThat(matcher.matches(name)).isFalse();
        assertThat(matcher.matches(name + end)).isTrue();
        assertThat(matcher.matches("/".repeat(250))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a?c         | abc    | true",
                "a?c         | a/c    | false",
                "a?c         | a😀c   | true",
                "*.[jp]*     | x.png  | true",
                "[a-cx].jpg  | x.jpg  | true",
                "[!a-c].jpg  | b.jpg  | false",
                "[!a].jpg    | /.jpg  | false",
                "[-a]        | -      | true",
                "[a-]        | -      | true",
                "\\*         | *      | true",
                "\\*         | a      | false",
                "{a,b*,}c    | bxxc   | true",
                "{a,b*,}c    | c      | true",
                "{a,b*,}c    | ab     | false",
                "**          | a/b/c  | true",
                "a/**/c      | a/b/d/c | true",
                "a/**/c      | a/c    | false"
            })
    void a_pattern_fits_what_it_says(String pattern, String path, boolean fits) {
        assertThat(new GlobMatcher(pattern).matches(path)).isEqualTo(fits);
    }

    @Test
    void random_patterns_fit_what_they_fit_for_the_jdk() {
        Random random = new Random(21);
        List<String> differing = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < 20_000; i++) {
            String pattern = random(random, "ab/*?[]{},!-\\", 8);
            String path = random(random, "ab/-,", 6).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
            try {
                boolean expected = FileSystems.getDefault()
                        .getPathMatcher("glob:" + pattern)
                        .matches(Path.of(path));
                compared++;
                if (new GlobMatcher(pattern).matches(path) != expected) {
                    differing.add(pattern + " " + path + " " + expected);
                }
            } catch (PatternSyntaxException e) {
                // no pattern
            }
        }
        assertThat(differing).isEmpty();
        assertThat(compared).isGreaterThan(5000);
    }

    private static String random(Random random, String letters, int max) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(max);
        while (text.length() < length) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }
}
