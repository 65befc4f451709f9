package io.mediapreflight.audit.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {
    @ParameterizedTest
    @CsvSource({
        "images, image",
        "imgae, image",
        "vidoe, video",
        "promt, prompt",
        "orientaton, orientation",
        "oreintaion, orientation",
        "Resolution, resolution",
        "reference_images, reference_image",
        "characterOrientation, character_orientation",
    })
    void a_slip_of_the_finger_is_recognised(String name, String meant) {
        assertThat(Column.resembling(name)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "notes", "name", "page", "stage", "usage", "side", "audio", "title", "ad", "region", "model"
            })
    void another_word_is_not_taken_for_a_slip(String name) {
        assertThat(Column.resembling(name)).isEmpty();
    }

    @Test
    void a_name_without_end_is_not_measured() {
        assertThat(Column.resembling("image".repeat(100_000))).isEmpty();
    }
}
