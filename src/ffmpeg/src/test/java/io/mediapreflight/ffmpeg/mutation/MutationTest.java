package io.mediapreflight.ffmpeg.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ffmpeg.Natives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Nothing that passes is refused by FFmpeg, of files that are each wrong in one or two numbers of their headers. All of them, more
 * than 100,000 videos and 20,000 images of each kind, are checked by
 *
 * <pre>
 * mvn -Pheavy -pl src/ffmpeg -am test -Dtest=MutationTest -Dsurefire.failIfNoSpecifiedTests=false -Dpreflight.mutants.every=1
 * </pre>
 *
 * <p>or every hundredth of them with {@code 100}; without the property, every 97th.
 *
 * <p>Mutants whose headers are those of a valid file are listed in {@code exceptions.tsv}, with the reason. Payload is left alone: what
 * headers say of it is all that a check by headers can know.
 */
@Tag("heavy")
class MutationTest {
    private static final String ASKED_FOR = "preflight.mutants.every";

    /** A prime, so that no kind of mutant is left out by its place in a row. */
    private static final int FEW = 97;

    @TempDir
    Path directory;

    @BeforeAll
    static void load_ffmpeg() {
        Natives.load();
    }

    @ParameterizedTest
    @CsvSource({
        "clip-4s-faststart.mp4, MOVIE",
        "rotated-90.mov, MOVIE",
        "hevc.mov, MOVIE",
        "fragmented.mp4, MOVIE",
        "clip-4s-moov-at-end.mp4, MOVIE"
    })
    void no_mutant_of_a_video_passes_and_does_not_play(String fixture, MutationRun.Family family) throws IOException {
        check(fixture, family);
    }

    @ParameterizedTest
    @CsvSource({
        "drawing.png, PNG",
        "palette.png, PNG",
        "interlaced.png, PNG",
        "sixteen-bit.png, PNG",
        "exif-orientation-6.png, PNG",
        "photo-small.jpg, JPEG",
        "progressive.jpg, JPEG",
        "cmyk.jpg, JPEG",
        "grayscale.jpeg, JPEG",
        "photo-exif-orientation-6.jpg, JPEG"
    })
    void no_mutant_of_an_image_passes_and_does_not_decode(String fixture, MutationRun.Family family)
            throws IOException {
        check(fixture, family);
    }

    private void check(String fixture, MutationRun.Family family) throws IOException {
        MutationRun run = new MutationRun(fixture, family, directory);
        assertThat(run.objectionToFixture())
                .as("what is wrong with %s itself", fixture)
                .isEmpty();
        MutationRun.Result result = run.run(Integer.getInteger(ASKED_FOR, FEW));
        System.out.printf(
                Locale.ROOT,
                "%s: %,d mutants, %,d pass, %,d of these do not play%n",
                fixture,
                result.mutants(),
                result.passed(),
                result.refuted().size());
        assertThat(result.passed())
                .as("mutants that pass, or the judge is never asked")
                .isPositive();
        assertThat(result.refuted())
                .as("mutants of %s that pass and do not play", fixture)
                .isEmpty();
    }
}
