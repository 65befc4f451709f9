package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatTest {
    @ParameterizedTest
    @CsvSource({
        "a.jpg, JPEG",
        "a.JPEG, JPEG",
        "a.b.png, PNG",
        "a.apng, PNG",
        ".jpg, JPEG",
        "a.mp4, MP4",
        "a.m4v, MP4",
        "a.mov, MOV",
        "a.qt, MOV",
        "a.3gp, THREE_GP",
        "a.heic, HEIC",
        "a.mp3, MP3"
    })
    void an_extension_promises_a_format(String name, Format format) {
        assertThat(Format.promisedBy(name)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "a", "a.", "", "a.jpg.part", "a.bin", "a.jpg "})
    void other_names_promise_nothing(String name) {
        assertThat(Format.promisedBy(name)).isEmpty();
    }

    @Test
    void names_do_not_depend_on_the_language_of_the_machine() {
        java.util.Locale before = java.util.Locale.getDefault();
        try {
            java.util.Locale.setDefault(new java.util.Locale("tr", "TR"));
            assertThat(Format.promisedBy("A.GIF")).contains(Format.GIF);
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void ids_are_all_different() {
        assertThat(Arrays.stream(Format.values()).map(Format::id)).doesNotHaveDuplicates();
    }

    @Test
    void no_extension_promises_two_formats() {
        assertThat(Arrays.stream(Format.values()).flatMap(format -> format.extensions().stream()))
                .doesNotHaveDuplicates();
    }
}
