package io.mediapreflight.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;

/** The licences that lie beside the natives are those of the natives. */
class ShippedLicensesTest {
    private static final Path DIRECTORY = Testdata.repository().resolve("src/cli/src/main/deep/licenses");

    private static final Pattern LIBRARY = Pattern.compile("--enable-((?:lib|openssl|zlib)\\S*)");

    /** Of the computer that it runs on. */
    private static final Set<String> NOT_CONTAINED = Set.of("libxcb", "libpulse");

    @Test
    void ffmpeg_is_built_without_what_would_put_it_under_another_licence() {
        assertThat(avutil.avutil_license().getString()).isEqualTo("LGPL version 3 or later");
        assertThat(avutil.avutil_configuration().getString())
                .doesNotContain("--enable-gpl")
                .doesNotContain("--enable-nonfree")
                .contains("--enable-shared");
    }

    @Test
    void every_library_within_it_is_listed() throws IOException {
        String configuration = avutil.avutil_configuration().getString();
        Set<String> built = LIBRARY.matcher(configuration)
                .results()
                .map(switched -> switched.group(1))
                .filter(name -> !NOT_CONTAINED.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        String readme = Files.readString(DIRECTORY.resolve("README.txt"));

        assertThat(built)
                .hasSizeGreaterThan(15)
                .allSatisfy(name -> assertThat(readme).containsPattern("(?m)^" + Pattern.quote(name) + " "));
    }

    @Test
    void the_texts_that_it_refers_to_are_there() throws IOException {
        String readme = Files.readString(DIRECTORY.resolve("README.txt"));
        assertThat(Pattern.compile("[\\w.-]+\\.txt").matcher(readme).results())
                .extracting(name -> name.group())
                .filteredOn(name -> !name.equals("NAME.txt"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(DIRECTORY.resolve(name)).isNotEmptyFile());
    }
}
