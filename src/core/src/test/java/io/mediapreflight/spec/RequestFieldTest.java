package io.mediapreflight.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.RequestField.Place;
import org.junit.jupiter.api.Test;

class RequestFieldTest {
    @Test
    void a_field_of_the_extra_parameters_is_named_by_its_way_through_the_body() {
        assertThat(RequestField.CHARACTER_ORIENTATION.key()).isEqualTo("character_orientation");
        assertThat(RequestField.CHARACTER_ORIENTATION.path()).isEqualTo("extra_params.character_orientation");
        assertThat(RequestField.MODEL.path()).isEqualTo("model");
    }

    @Test
    void a_reference_is_named_by_its_slot_and_number() {
        assertThat(RequestField.referencePath(Slot.IMAGE, 0)).isEqualTo("reference_images[0]");
        assertThat(RequestField.urlPath(Slot.VIDEO, 7)).isEqualTo("reference_videos[7].url");
    }

    @Test
    void a_name_is_a_field_only_in_the_object_that_the_page_gives_it() {
        assertThat(RequestField.of(Place.EXTRA_PARAMS, "character_orientation"))
                .contains(RequestField.CHARACTER_ORIENTATION);
        assertThat(RequestField.of(Place.BODY, "character_orientation")).isEmpty();
        assertThat(RequestField.of(Place.BODY, "url")).isEmpty();
    }

    @Test
    void every_object_has_the_names_of_the_page() {
        assertThat(RequestField.keys(Place.BODY))
                .containsExactly(
                        "model",
                        "prompt",
                        "reference_images",
                        "reference_videos",
                        "resolution",
                        "generate_audio",
                        "extra_params");
        assertThat(RequestField.keys(Place.EXTRA_PARAMS)).containsExactly("character_orientation");
        assertThat(RequestField.keys(Place.REFERENCE)).containsExactly("url");
    }
}
