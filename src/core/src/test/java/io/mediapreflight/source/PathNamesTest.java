package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.text.SurrogateEscape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNamesTest {
    private static final String BYTE = SurrogateEscape.decode(new byte[] {(byte) 0xB2});

    /** The JDK takes one slash off the end of a URI, so that a second one would stay in the path. */
    @ParameterizedTest
    @DisabledOnOs(OS.WINDOWS)
    @CsvSource({"//x//, /x", "x///y//, x/y", "/x/, /x", "x/y, x/y"})
    void slashes_that_stand_together_or_at_the_end_are_one_or_none_whatever_the_bytes_between_them(
            String slashes, String expected) {
        Path path = PathNames.path(slashes.replace("x", BYTE));

        assertThat(PathNames.text(path)).isEqualTo(expected.replace("x", BYTE));
        assertThat(PathNames.path(PathNames.text(path))).isEqualTo(path);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_name_of_ascii_is_the_path_of_the_jdk() {
        assertThat(PathNames.path("//a//b/")).isEqualTo(Path.of("/a/b"));
    }
}
