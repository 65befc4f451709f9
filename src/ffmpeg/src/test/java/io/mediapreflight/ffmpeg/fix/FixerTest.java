package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that the natives' artifact carries, on small files. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FixerTest {
    private static final Subject VIDEO = Subject.video(Orientation.VIDEO);
    private static final List<FixProgress> PROGRESS = new ArrayList<>();

    private static Fixer fixer;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        fixer = Fixer.builder().onProgress(PROGRESS::add).build();
    }

    @AfterAll
    static void close() {
        fixer.close();
    }

    @Test
    void a_video_that_is_too_small_gets_a_copy_beside_it_that_passes() throws Exception {
        Path file = copied("too-small-320x240.mp4", "clip.mp4");
        PROGRESS.clear();

        FixResult result = fixer.fix(file, VIDEO);

        FixResult.Fixed fixed = fixed(result);
        assertThat(fixed.path()).isEqualTo(directory.resolve("clip-fixed.mp4"));
        assertThat(fixed.verdict().passed()).isTrue();
        assertThat(fixed.verdict().source().name()).isEqualTo(fixed.path().toString());
        VideoFacts planned = (VideoFacts) fixed.plan().planned();
        assertThat(((VideoFacts) fixed.verdict().facts().orElseThrow()).coded()).isEqualTo(planned.coded());
        assertThat(file).hasSameBinaryContentAs(Testdata.file("too-small-320x240.mp4"));
        assertThat(files()).containsExactlyInAnyOrder("clip.mp4", "clip-fixed.mp4");
        assertThat(PROGRESS).isNotEmpty().allMatch(each -> each.file().equals(file));
        assertThat(PROGRESS.get(PROGRESS.size() - 1).planned())
                .isEqualTo(planned.durations().videoTrack().orElseThrow());
    }

    @Test
    void an_image_that_is_too_small_gets_a_copy_that_passes_under_the_name_that_was_given() throws Exception {
        Path file = copied("too-small-299x400.jpg", "photo.jpg");
        Path stem = directory.resolve("copies.of.mine");

        FixResult.Fixed fixed = fixed(fixer.fix(file, headers(file, Subject.image()), Subject.image(), stem));

        assertThat(fixed.path()).isEqualTo(directory.resolve("copies.of.mine.jpg"));
        assertThat(fixed.verdict().passed()).isTrue();
        ImageFacts planned = (ImageFacts) fixed.plan().planned();
        ImageFacts facts = (ImageFacts) fixed.verdict().facts().orElseThrow();
        assertThat(List.of(facts.width(), facts.height())).isEqualTo(List.of(planned.width(), planned.height()));
    }

    @Test
    void a_file_with_a_wrong_name_is_copied_byte_by_byte() throws Exception {
        Path file = copied("png-named.jpg", "drawing.jpg");
        FixResult.Fixed fixed = fixed(fixer.fix(file, Subject.image()));
        assertThat(fixed.path())
                .isEqualTo(directory.resolve("drawing-fixed.png"))
                .hasSameBinaryContentAs(file);
    }

    @Test
    void a_file_that_passes_needs_no_copy() throws Exception {
        Path file = copied("exactly-10s.mp4", "clip.mp4");
        assertThat(fixer.fix(file, VIDEO)).isEqualTo(new FixResult.NotNeeded());
        assertThat(files()).containsExactly("clip.mp4");
    }

    @Test
    void a_file_that_is_cut_off_has_no_plan() throws Exception {
        Path file = copied("truncated-moov-first.mp4", "clip.mp4");
        assertThat(fixer.fix(file, VIDEO)).isInstanceOf(FixResult.Impossible.class);
        assertThat(files()).containsExactly("clip.mp4");
    }

    @Test
    void a_damaged_original_gets_no_copy() throws Exception {
        Path file = copied("too-tall-300x900.jpg", "photo.jpg");
        byte[] bytes = Files.readAllBytes(file);
        new java.util.Random(1)
                .ints(40, bytes.length * 2 / 5, bytes.length * 3 / 5)
                .forEach(at -> bytes[at] ^= 0x55);
        Files.write(file, bytes);
        assertThat(fixer.fix(file, Subject.image())).isInstanceOf(FixResult.Impossible.class);
        assertThat(files()).containsExactly("photo.jpg");
    }

    @Test
    void what_has_the_name_of_the_copy_already_stays() throws Exception {
        Path file = copied("too-small-299x400.jpg", "photo.jpg");
        Path other = Files.writeString(directory.resolve("photo-fixed.jpg"), "mine");

        assertThat(fixer.fix(file, Subject.image()))
                .isInstanceOfSatisfying(
                        FixResult.Failed.class,
                        failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.exists"));
        assertThat(other).hasContent("mine");
        assertThat(files()).containsExactlyInAnyOrder("photo.jpg", "photo-fixed.jpg");
    }

    @Test
    void what_gets_the_name_of_the_copy_meanwhile_stays() throws Exception {
        Path file = copied("too-small-320x240.mp4", "clip.mp4");
        Path other = directory.resolve("clip-fixed.mp4");
        try (Fixer slow =
                Fixer.builder().onProgress(progress -> write(other, "mine")).build()) {
            assertThat(slow.fix(file, VIDEO))
                    .isInstanceOfSatisfying(
                            FixResult.Failed.class,
                            failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.exists"));
        }
        assertThat(other).hasContent("mine");
        assertThat(files()).containsExactlyInAnyOrder("clip.mp4", "clip-fixed.mp4");
    }

    @Test
    void a_file_is_replaced_where_that_is_allowed_unless_it_is_the_original() throws Exception {
        Path file = copied("too-small-299x400.jpg", "photo.jpg");
        Path other = Files.writeString(directory.resolve("photo-fixed.jpg"), "old");
        try (Fixer replacing = Fixer.builder().overwrite(true).build()) {
            FixResult.Fixed fixed = fixed(replacing.fix(file, Subject.image()));
            assertThat(fixed.path()).isEqualTo(other);
            assertThat(Files.size(other)).isGreaterThan(3);

            FixResult onto =
                    replacing.fix(file, headers(file, Subject.image()), Subject.image(), directory.resolve("photo"));
            assertThat(onto)
                    .isInstanceOfSatisfying(
                            FixResult.Failed.class,
                            failed -> assertThat(failed.reason().key()).isEqualTo("ffmpeg:fix.is-original"));
        }
        assertThat(file).hasSameBinaryContentAs(Testdata.file("too-small-299x400.jpg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%03d.jpg",
                "-x.jpg",
                "two\nlines\n.jpg",
                "concat:a|b.jpg",
                "back\\0101slash\\.jpg",
                "$(touch owned) `touch owned` \"'.jpg",
                "stra\u00dfe \u65e5\u672c.jpg",
                "raw-\udcff\udcfe.jpg",
                "[0]*?~#.jpg"
            })
    void a_name_is_a_name_whatever_is_in_it(String name) throws Exception {
        Path file;
        try {
            file = directory.resolve(PathNames.path(name));
            Files.copy(Testdata.file("too-small-299x400.jpg"), file);
        } catch (InvalidPathException | IOException e) {
            assumeThat(e).as("this file system has such names").isNull();
            return;
        }
        FixResult.Fixed fixed = fixed(fixer.fix(file, Subject.image()));
        String stem = name.substring(0, name.length() - ".jpg".length());
        assertThat(PathNames.text(fixed.path())).endsWith(stem + "-fixed.jpg");
        assertThat(files()).hasSize(2);
    }

    @Test
    void a_relative_name_is_found() throws Exception {
        Path file = copied("too-small-299x400.jpg", "photo.jpg");
        Path working = FileSystems.getDefault().getPath("").toAbsolutePath();
        FixResult.Fixed fixed = fixed(fixer.fix(working.relativize(file.toRealPath()), Subject.image()));
        assertThat(fixed.path()).isRelative().exists();
    }

    private static io.mediapreflight.MediaVerdict headers(Path file, Subject subject) {
        return io.mediapreflight.Preflight.standard().check(file, subject);
    }

    private Path copied(String sample, String name) throws IOException {
        return Files.copy(Testdata.file(sample), directory.resolve(name));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FixResult.Fixed fixed(FixResult result) {
        assertThat(result).isInstanceOf(FixResult.Fixed.class);
        return (FixResult.Fixed) result;
    }
}
