package io.mediapreflight.ffmpeg.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.rule.Subject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstFrameTest {
    private static final int SIDE = 120;

    @TempDir
    private Path directory;

    /** Where pixels are no squares or a header turns the image, its size is that which is seen. */
    @ParameterizedTest
    @CsvSource({
        "too-tall-300x900.jpg, 40, 120",
        "too-wide-800x310.png, 120, 46",
        "progressive.jpg, 90, 120",
        "animation.gif, 120, 90",
        "picture.webp, 90, 120",
        "clip-4s-faststart.mp4, 120, 67",
        "clip.mkv, 120, 67",
        "anamorphic-720x576-16-11.mp4, 120, 66",
        "rotated-90.mov, 67, 120"
    })
    void is_as_large_as_asked_for_in_its_proportions_and_upright(String name, int width, int height)
            throws IOException {
        BufferedImage image = image(Testdata.file(name), DecodeBounds.standard());
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void a_photo_that_its_header_turns_shows_what_its_upright_original_shows() throws IOException {
        BufferedImage turned = image(Testdata.file("photo-exif-orientation-6.jpg"), DecodeBounds.standard());
        BufferedImage other = image(Testdata.file("photo-exif-orientation-8-big-endian.jpg"), DecodeBounds.standard());
        assertThat(turned.getWidth()).isEqualTo(other.getWidth());
        assertThat(difference(turned, other)).isLessThan(difference(turned, turnedAround(other)));
    }

    private static BufferedImage turnedAround(BufferedImage image) {
        BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static long difference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF));
            }
        }
        return sum;
    }

    @Test
    void a_small_image_is_not_enlarged() throws IOException {
        Path small = Testdata.file("smallest-300x300.jpg");
        byte[] jpeg = new FirstFrame(1_000, DecodeBounds.standard()).of(small, probed(small));
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(300);
    }

    /** Whatever can be seen of a damaged file is shown: damage is for others to report. */
    @ParameterizedTest
    @ValueSource(strings = {"truncated.jpg", "truncated-moov-first.mp4"})
    void a_damaged_file_has_one_where_a_frame_can_be_decoded(String name) throws IOException {
        assertThat(image(Testdata.file(name), DecodeBounds.standard()).getWidth())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage.jpg",
                "garbage.mp4",
                "empty.jpg",
                "document.pdf",
                "sound-only.mp4",
                "picture.heic",
                "truncated-moov-lost.mp4",
                "truncated-before-dimensions.jpg"
            })
    void what_has_no_frame_is_refused(String name) {
        Path file = Testdata.file(name);
        assertThatThrownBy(() -> image(file, DecodeBounds.standard())).isInstanceOf(IOException.class);
    }

    /** A name or a format that FFmpeg could take for something else opens nothing but the file. */
    @Test
    void opens_names_that_ffmpeg_would_take_for_something_else() throws IOException {
        Path file = Files.copy(Testdata.file("photo-small.jpg"), directory.resolve("concat:a|b %03d.jpg"));
        assertThat(image(file, DecodeBounds.standard()).getHeight()).isEqualTo(SIDE);
    }

    @Test
    void ends_where_a_bound_is_reached() {
        Path video = Testdata.file("clip-4s-faststart.mp4");
        DecodeBounds late = DecodeBounds.standard().withWallTime(Duration.ofNanos(1));
        assertThatThrownBy(() -> image(video, late)).isInstanceOf(IOException.class);
        DecodeBounds small = DecodeBounds.standard().withPixels(1_000);
        assertThatThrownBy(() -> image(video, small)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new FirstFrame(FirstFrame.MAX_SIDE + 1, late))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage image(Path file, DecodeBounds bounds) throws IOException {
        byte[] jpeg = new FirstFrame(SIDE, bounds).of(file, probed(file));
        assertThat(jpeg).startsWith(0xFF, 0xD8);
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static Probed probed(Path file) {
        return Preflight.standard().check(file, Subject.anything()).probed().orElseThrow();
    }
}
