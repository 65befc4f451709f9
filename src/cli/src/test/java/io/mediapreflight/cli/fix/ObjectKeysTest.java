package io.mediapreflight.cli.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.source.SourceName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of objects may become paths of copies: a key may be any characters. */
class ObjectKeysTest {
    private static SourceName below(String key) {
        return SourceName.ofObject("s3://media/clips/", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.mp4", "b/a.mp4", "b/..a.mp4", "b/a b?.mp4", "...", "b/\u00e4.mp4"})
    void an_ordinary_key_is_a_path(String key) {
        assertThat(OutputNames.fits(below(key))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../a.mp4",
                "../../a.mp4",
                "b/../a.mp4",
                "b/../../a.mp4",
                "b/./a.mp4",
                "./a.mp4",
                "/a.mp4",
                "//a.mp4",
                "b//a.mp4",
                "b/",
                "a.mp4/",
                "/etc/a.mp4",
                "a\0.mp4",
                "b//\u00e4.mp4",
                "../\u00e4.mp4"
            })
    void a_key_that_leads_elsewhere_or_that_no_path_keeps_does_not_fit(String key) {
        assertThat(OutputNames.fits(below(key))).isFalse();
    }

    @Test
    void an_object_that_was_named_lies_under_the_last_part_of_its_key() {
        assertThat(OutputNames.fits(SourceName.ofNoFile("s3://media/b/../a.mp4")))
                .isTrue();
        assertThat(OutputNames.fits(SourceName.ofNoFile("s3://media/b/.."))).isFalse();
    }

    @Test
    void a_file_fits_whatever_its_path_is() {
        assertThat(OutputNames.fits(SourceName.within("..", "b/../a.mp4"))).isTrue();
    }
}
