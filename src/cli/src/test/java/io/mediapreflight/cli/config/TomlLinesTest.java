package io.mediapreflight.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlLinesTest {
    @Test
    void finds_every_key_of_the_first_level() {
        assertThat(TomlLines.of("""
                # as = 1

                as = 'x' # strict = 1
                  "strict" = true
                'deep'=false
                color . x = 1
                """)).isEqualTo(Map.of("as", 3, "strict", 4, "deep", 5, "color", 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\n'a', # ]\n\"]\"\n]",
                "\"\"\"\nlast = 1\n\\\"\"\"\"\"\n\n",
                "'''\nlast = 1\n\n'''",
                "{ a = [\n\n\n] }",
                "\"#\"\n\n\n"
            })
    void a_value_may_hold_what_looks_like_a_key(String value) {
        int lines = (int) value.chars().filter(each -> each == '\n').count();
        assertThat(TomlLines.of("first = " + value + "\nlast = 1")).isEqualTo(Map.of("first", 1, "last", lines + 2));
    }

    @Test
    void keys_of_a_table_are_not_of_the_first_level() {
        assertThat(TomlLines.of("a = 1\n[b.c]\nd = 1\n[[ e ]]\na = 2")).isEqualTo(Map.of("a", 1, "b", 2, "e", 4));
    }
}
