package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWrapTest {
    private static String wrapped(int width, int indent, String line) {
        StringBuilder text = new StringBuilder("before\n");
        int start = text.length();
        text.append(line);
        new LineWrap(width).wrap(text, start, start, indent);
        assertThat(text.toString()).startsWith("before\n");
        return text.substring(start);
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 10, TextReport.Style.UNBROKEN})
    void a_line_that_fits_stays(int width) {
        assertThat(wrapped(width, 2, "one two 9")).isEqualTo("one two 9");
    }

    @Test
    void breaks_between_words_and_indents_what_follows() {
        assertThat(wrapped(10, 2, "one two three four five")).isEqualTo("one two\n  three\n  four\n  five");
        assertThat(wrapped(13, 2, "one two three four five")).isEqualTo("one two three\n  four five");
    }

    @Test
    void no_word_is_broken() {
        assertThat(wrapped(8, 0, "see https://example.com/clip now")).isEqualTo("see\nhttps://example.com/clip\nnow");
    }

    @Test
    void the_blanks_before_the_first_word_are_no_place_to_break() {
        assertThat(wrapped(8, 4, "    incomprehensible words")).isEqualTo("    incomprehensible\n    words");
    }

    @Test
    void a_gap_of_two_blanks_goes_with_the_break() {
        assertThat(wrapped(8, 0, "name.jpg  JPEG 1x1")).isEqualTo("name.jpg\nJPEG 1x1");
    }

    @Test
    void colours_take_no_room() {
        assertThat(wrapped(9, 0, "\033[1mone\033[0m two 9")).isEqualTo("\033[1mone\033[0m two 9");
        assertThat(wrapped(7, 0, "\033[1mone\033[0m two 9")).isEqualTo("\033[1mone\033[0m two\n9");
    }

    @Test
    void wide_characters_take_two_columns_and_marks_none() {
        assertThat(wrapped(7, 0, "漢字漢 x")).isEqualTo("漢字漢\nx");
        assertThat(wrapped(8, 0, "漢字漢 x")).isEqualTo("漢字漢 x");
        assertThat(wrapped(3, 0, "e\u0301 x")).isEqualTo("e\u0301 x");
    }
}
