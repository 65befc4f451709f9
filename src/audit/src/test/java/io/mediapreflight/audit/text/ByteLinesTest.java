package io.mediapreflight.audit.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteLinesTest {
    private static final int MAX = 8;

    @ParameterizedTest
    @CsvSource({
        "''         , ''",
        "'a'        , '1:a'",
        "'a;'       , '1:a'",
        "'a;b'      , '1:a 2:b'",
        "';;a'      , '1: 2: 3:a'",
        "'1234567;b' , '1:1234567 2:b'",
        "'12345678;b', '1:12345678 2:b'",
        "'12345678'  , '1:12345678'",
        "'123456789;b', '1:too long 2:b'",
        "'123456789'  , '1:too long'",
        "'123456789;;1234567890', '1:too long 2: 3:too long'",
    })
    void reports_the_lines_up_to_the_bound(String text, String expected) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        assertThat(lines(new ByteArrayInputStream(bytes))).isEqualTo(expected);
        assertThat(lines(new Shortly(bytes))).isEqualTo(expected);
    }

    @Test
    void keeps_nothing_of_a_line_that_is_too_long() throws IOException {
        Endless stream = new Endless('x', 100L << 20);
        ByteLines lines = new ByteLines(stream, (byte) '\n', MAX);
        assertThat(lines.advance()).isTrue();
        assertThat(lines.isTooLong()).isTrue();
        assertThat(lines.bytes()).isEmpty();
        assertThat(stream.left()).isGreaterThan(99L << 20);
        assertThat(lines.advance()).isFalse();
    }

    @Test
    void agrees_with_split_whatever_the_bytes_are() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(60_000)];
            random.nextBytes(bytes);
            String text = new String(bytes, ISO_8859_1);
            List<String> expected = new ArrayList<>(List.of(text.split("\n", -1)));
            if (expected.get(expected.size() - 1).isEmpty()) {
                expected.remove(expected.size() - 1);
            }
            ByteLines lines = new ByteLines(new ByteArrayInputStream(bytes), (byte) '\n', bytes.length);
            List<String> found = new ArrayList<>();
            while (lines.advance()) {
                found.add(new String(lines.bytes(), ISO_8859_1));
            }
            assertThat(found).isEqualTo(expected);
        }
    }

    private static String lines(InputStream in) throws IOException {
        ByteLines lines = new ByteLines(in, (byte) ';', MAX);
        List<String> found = new ArrayList<>();
        while (lines.advance()) {
            String line = lines.isTooLong() ? "too long" : new String(lines.bytes(), ISO_8859_1);
            found.add(lines.number() + ":" + line);
        }
        return String.join(" ", found);
    }
}
