package io.mediapreflight.ffmpeg.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.ffmpeg.EncodedVideo;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThumbnailsTest {
    private static final int FRAMES = 100;

    @TempDir
    private Path directory;

    /** Each frame is brighter than the one before it. */
    private Path video(String name) throws Exception {
        return EncodedVideo.write(directory.resolve(name), FRAMES, i -> {
            byte[] luma = new byte[EncodedVideo.WIDTH * EncodedVideo.HEIGHT];
            Arrays.fill(luma, (byte) (40 + i));
            return luma;
        });
    }

    @Test
    void shows_frames_at_even_distances() throws Exception {
        List<byte[]> images = new Thumbnails(4, 96, DecodeBounds.standard()).of(video("video.mp4"));
        assertThat(images).hasSize(4);
        int first = brightness(images.get(0));
        for (int i = 1; i < 4; i++) {
            assertThat(brightness(images.get(i)) - first).isBetween(25 * i - 4, 35 * i + 4);
        }
    }

    @ParameterizedTest
    @CsvSource({"96, 96, 88", "1, 1, 1", "1000, 384, 352"})
    void is_no_larger_than_asked_for_and_never_enlarged(int side, int width, int height) throws Exception {
        BufferedImage image = image(new Thumbnails(1, side, DecodeBounds.standard())
                .of(video("video.mp4"))
                .get(0));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    @Test
    void opens_names_that_ffmpeg_would_take_for_something_else() throws Exception {
        assertThat(new Thumbnails(1, 96, DecodeBounds.standard()).of(video("concat:a|b %03d.mp4")))
                .hasSize(1);
    }

    @Test
    void stops_at_the_bound_on_frames() throws Exception {
        Thumbnails few = new Thumbnails(10, 96, DecodeBounds.standard().withFrames(20));
        assertThat(few.of(video("video.mp4"))).hasSize(3);
    }

    @Test
    void stops_before_anything_is_read_where_time_is_up() throws Exception {
        Thumbnails late = new Thumbnails(1, 96, DecodeBounds.standard().withWallTime(Duration.ofNanos(1)));
        Path video = video("video.mp4");
        assertThatThrownBy(() -> late.of(video)).isInstanceOf(IOException.class);
    }

    @Test
    void opens_no_playlist() throws Exception {
        Path playlist = Files.write(
                directory.resolve("playlist.mp4"),
                "#EXTM3U\n#EXTINF:10,\nvideo.mp4\n".getBytes(StandardCharsets.US_ASCII));
        video("video.mp4");
        Thumbnails thumbnails = new Thumbnails(1, 96, DecodeBounds.standard());
        assertThatThrownBy(() -> thumbnails.of(playlist)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 96", "101, 96", "1, 0", "1, 1025"})
    void refuses_figures_out_of_bounds(int count, int side) {
        assertThatThrownBy(() -> new Thumbnails(count, side, DecodeBounds.standard()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage image(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int brightness(byte[] png) throws IOException {
        BufferedImage image = image(png);
        return image.getRGB(image.getWidth() / 2, image.getHeight() / 2) & 0xFF;
    }
}
