package io.mediapreflight.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private static final Messages ENGLISH = Messages.of(Locale.ENGLISH);
    private static final Messages OTHER = Messages.of(new Locale("qaa"));

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            {count} frames                    ~ 1,234,567 frames
            {one} {one|frame|frames}          ~ 1 frame
            {count} {count|frame|frames}      ~ 1,234,567 frames
            {rate} a second                   ~ 29.97 a second
            {name} and {inner}                ~ A {count} B and Use an image file.
            {list}                            ~ x, y and Use an image file.
            {list,}                           ~ x, y, Use an image file.
            {list;}                           ~ x; y; Use an image file.
            {absent} stays                    ~ {absent} stays
            """)
    void puts_values_into_a_text_and_looks_for_none_in_them(String pattern, String text) {
        Map<String, Object> values = Map.of(
                "count",
                1_234_567L,
                "one",
                1L,
                "rate",
                new BigDecimal("29.97"),
                "name",
                "A {count} B",
                "inner",
                Phrase.of("fix.use-image"),
                "list",
                List.of(Phrase.verbatim("x"), Phrase.verbatim("y"), Phrase.of("fix.use-image")));

        assertThat(ENGLISH.fill(pattern, values::get)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, '0'", "999, '999'", "1000, '1,000'", "-1000, '-1,000'", "-999, '-999'"})
    void groups_digits_by_three(long number, String digits) {
        assertThat(ENGLISH.grouped(number)).isEqualTo(digits);
    }

    @Test
    void another_language_is_a_file() {
        assertThat(OTHER.text(Phrase.of("fix.use-image"))).isEqualTo("Nimm ein Bild \u2013 kein Video.");
        assertThat(OTHER.grouped(1_000)).isEqualTo("1.000");
    }

    @Test
    void what_another_language_lacks_is_said_in_english() {
        assertThat(OTHER.text("fix.use-video")).isEqualTo(ENGLISH.text("fix.use-video"));
    }

    @Test
    void a_text_that_is_missing_everywhere_is_shown_by_its_key() {
        assertThat(ENGLISH.text(Phrase.of("no.such.key"))).isEqualTo("no.such.key");
    }

    @Test
    void a_phrase_holds_values_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Phrase("x", Map.of("y", new Object())));
    }
}
