package io.mediapreflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurrogateEscapeTest {
    @Test
    void valid_text_is_plain_utf_8() {
        String text = "dance é 漢字 🕺.mp4";
        assertThat(SurrogateEscape.decode(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(SurrogateEscape.encode(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(SurrogateEscape.toUnicode(text)).isSameAs(text);
    }

    @Test
    void a_byte_that_is_not_utf_8_becomes_a_lone_surrogate_as_in_python() {
        assertThat(SurrogateEscape.decode(bytes(0x61, 0xFF, 0x62))).isEqualTo("a\uDCFFb");
        assertThat(SurrogateEscape.decode(bytes(0xC3))).isEqualTo("\uDCC3");
        // an encoded surrogate, and an overlong slash
        assertThat(SurrogateEscape.decode(bytes(0xED, 0xA0, 0x80))).isEqualTo("\uDCED\uDCA0\uDC80");
        assertThat(SurrogateEscape.decode(bytes(0xC0, 0xAF))).isEqualTo("\uDCC0\uDCAF");
    }

    @Test
    void any_bytes_come_back() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(9)];
            random.nextBytes(bytes);
            assertThat(SurrogateEscape.encode(SurrogateEscape.decode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void text_for_people_has_a_replacement_for_every_lone_surrogate() {
        assertThat(SurrogateEscape.toUnicode("a\uDCFF\uDC80b\uD800")).isEqualTo("a\uFFFD\uFFFDb\uFFFD");
        assertThat(SurrogateEscape.encode("\uD800")).isEqualTo("\uFFFD".getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
