package io.mediapreflight.ffmpeg.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {
    private static final int WIDTH = 3;

    /** Three by two pixels, each with its number as blue, green and red. */
    private static Pixels numbered() {
        Frame frame = new Frame(WIDTH, 2, Frame.DEPTH_UBYTE, 3);
        ByteBuffer bytes = (ByteBuffer) frame.image[0];
        for (int i = 0; i < 2 * WIDTH; i++) {
            int at = i / WIDTH * frame.imageStride + i % WIDTH * 3;
            bytes.put(at, (byte) i).put(at + 1, (byte) (i + 50)).put(at + 2, (byte) (i + 100));
        }
        return Pixels.of(frame);
    }

    private static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, 3, 0 1 2 3 4 5",
        "90, false, 2, 3 0 4 1 5 2",
        "180, false, 3, 5 4 3 2 1 0",
        "270, false, 2, 2 5 1 4 0 3",
        "0, true, 3, 2 1 0 5 4 3",
        "90, true, 2, 0 3 1 4 2 5"
    })
    void are_turned_clockwise_and_then_mirrored(int degrees, boolean mirrored, int width, String numbers)
            throws IOException {
        BufferedImage image = read(numbered().turned(degrees, mirrored).png());
        assertThat(image.getWidth()).isEqualTo(width);
        List<String> found = new ArrayList<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < width; x++) {
                int blue = image.getRGB(x, y) & 0xFF;
                assertThat(image.getRGB(x, y) & 0xFFFFFF).isEqualTo((blue + 100) << 16 | (blue + 50) << 8 | blue);
                found.add(Integer.toString(blue));
            }
        }
        assertThat(String.join(" ", found)).isEqualTo(numbers);
    }

    @Test
    void may_be_one_alone() throws IOException {
        Pixels one = Pixels.of(new Frame(1, 1, Frame.DEPTH_UBYTE, 3));
        assertThat(read(one.jpeg()).getHeight()).isEqualTo(1);
        assertThat(read(one.png()).getWidth()).isEqualTo(1);
    }

    /** Blue, green and red of the middle of one colour, which a JPEG keeps but for roundings. */
    @Test
    void keep_their_colours_in_a_jpeg() throws IOException {
        Frame frame = new Frame(17, 9, Frame.DEPTH_UBYTE, 3);
        ByteBuffer bytes = (ByteBuffer) frame.image[0];
        for (int y = 0; y < 9; y++) {
            for (int x = 0; x < 17; x++) {
                int at = y * frame.imageStride + x * 3;
                bytes.put(at, (byte) 20).put(at + 1, (byte) 235).put(at + 2, (byte) 100);
            }
        }
        int colour = read(Pixels.of(frame).jpeg()).getRGB(8, 4);
        assertThat(colour >> 16 & 0xFF).isBetween(95, 105);
        assertThat(colour >> 8 & 0xFF).isBetween(230, 240);
        assertThat(colour & 0xFF).isBetween(15, 25);
    }
}
