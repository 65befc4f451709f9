package io.mediapreflight.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 7, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x34F, 0x61C, 0x115F, 0x180B, 0x200B, 0x200D, 0x200E, 0x2028,
                0x202E, 0x2060, 0x2066, 0x2800, 0x3164, 0xD800, 0xDC80, 0xFE0F, 0xFEFF, 0xFFF9, 0x1D173, 0xE0001,
                0xE0020, 0xE0041, 0xE007F, 0xE0080, 0xE0100, 0xE01EF, 0xE0FFF
            })
    void what_does_not_show_is_spelt_out(int codePoint) {
        String text = Character.toString(codePoint);

        assertThat(SafeText.isHidden(codePoint)).isTrue();
        assertThat(SafeText.of(text)).matches("\\\\[xuU][0-9a-f]+");
        assertThat(SafeText.json(text)).matches("\"(\\\\u[0-9a-f]{4})+\"");
        assertThat(SafeText.inOneLine("a" + text + "b")).isEqualTo("a b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "it's", "é漢🕺", "مثال", "a\\b", "naïve", "\u00A0"})
    void what_shows_stays(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb', a\\nb",
        "'a\tb', a\\tb",
        "a\u001bb, a\\x1bb",
        "a\u202eb, a\\u202eb",
        "a\udb40\udc41b, a\\U000e0041b"
    })
    void text_says_which_character_it_was(String text, String shown) {
        assertThat(SafeText.of(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\"\\\n', 'a\\\"\\\\\\n'",
        "a\u001bb, a\\u001bb",
        "a\udb40\udc41b, a\\udb40\\udc41b",
        "a\ud834\udd73, a\\ud834\\udd73",
        "🕺, 🕺"
    })
    void json_reads_back_as_the_same_text(String text, String json) {
        assertThat(SafeText.json(text)).isEqualTo("\"" + json + "\"");
    }

    /** What Unicode says is not to be drawn; where it is not assigned yet, only the JDK's next Unicode will know more. */
    @Test
    void everything_that_unicode_calls_ignorable_is_hidden() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
                        .filter(c -> !SafeText.isHidden(c)))
                .isEmpty();
    }

    @Test
    void nothing_that_steers_a_terminal_gets_through() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> !SafeText.isHidden(c);
                    default -> false;
                }))
                .isEmpty();
    }
}
