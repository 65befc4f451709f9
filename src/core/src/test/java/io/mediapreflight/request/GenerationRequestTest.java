package io.mediapreflight.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationRequestTest {
    private static GenerationRequest.Builder request() {
        return GenerationRequest.builder().model("kling/kling-v3-motion-control");
    }

    private static GenerationRequest full() {
        return request()
                .prompt("A dancer")
                .image("https://example.com/character.jpg")
                .video("https://example.com/dance.mp4")
                .resolution("1080P")
                .generateAudio(true)
                .characterOrientation(Orientation.IMAGE)
                .unknownField("seed", "42")
                .unknownField("reference_images[0].weight", "0.5")
                .build();
    }

    @Test
    void has_the_defaults_of_the_page() {
        GenerationRequest request = request().build();
        assertThat(request.prompt()).isEmpty();
        assertThat(request.referenceImages()).isEmpty();
        assertThat(request.referenceVideos()).isEmpty();
        assertThat(request.resolution()).isEmpty();
        assertThat(request.generateAudio()).isFalse();
        assertThat(request.characterOrientation()).isEmpty();
        assertThat(request.unknownFields()).isEmpty();
    }

    @Test
    void asks_for_the_default_of_the_limits_where_it_was_given_none() {
        Limits published = Limits.klingV3MotionControl();
        Limits own = published.toBuilder()
                .request(new RequestLimits(2500, List.of("1080P"), "1080P", 1, 1))
                .build();

        assertThat(request().build().withDefaults(published).resolution()).hasValue("720P");
        assertThat(request().build().withDefaults(own).resolution()).hasValue("1080P");
        assertThat(full().withDefaults(published)).isEqualTo(full());
    }

    @Test
    void keeps_what_it_was_given() {
        GenerationRequest request = full();
        assertThat(request.model()).isEqualTo("kling/kling-v3-motion-control");
        assertThat(request.prompt()).hasValue("A dancer");
        assertThat(request.referenceImages()).containsExactly(new MediaReference("https://example.com/character.jpg"));
        assertThat(request.referenceVideos()).containsExactly(new MediaReference("https://example.com/dance.mp4"));
        assertThat(request.resolution()).hasValue("1080P");
        assertThat(request.generateAudio()).isTrue();
        assertThat(request.characterOrientation()).hasValue("image");
        assertThat(request.unknownFields())
                .containsExactly(
                        java.util.Map.entry("seed", "42"), java.util.Map.entry("reference_images[0].weight", "0.5"));
    }

    @Test
    void gets_other_references_in_place_of_those_that_it_has() {
        GenerationRequest signed = full().toBuilder()
                .withoutReferences()
                .image("https://example.com/character.jpg?sig=2")
                .video("https://example.com/dance.mp4?sig=2")
                .build();
        assertThat(signed.referenceImages())
                .containsExactly(new MediaReference("https://example.com/character.jpg?sig=2"));
        assertThat(signed.referenceVideos()).containsExactly(new MediaReference("https://example.com/dance.mp4?sig=2"));
        assertThat(signed.prompt()).isEqualTo(full().prompt());
    }

    @Test
    void is_equal_to_one_with_the_same_values_alone() {
        assertThat(full()).isEqualTo(full()).hasSameHashCodeAs(full());
        assertThat(full().toBuilder().build()).isEqualTo(full());
        assertThat(full().toBuilder().prompt("Another").build()).isNotEqualTo(full());
        assertThat(full().toBuilder().image("https://example.com/2.jpg").build())
                .isNotEqualTo(full());
    }

    @Test
    void does_not_change_when_its_builder_goes_on() {
        GenerationRequest.Builder builder = request();
        GenerationRequest request = builder.build();
        builder.prompt("later").image("https://example.com/later.jpg").unknownField("later", "1");
        assertThat(request).isEqualTo(request().build());
    }

    @Test
    void a_request_without_a_model_is_not_built_by_oversight() {
        assertThatIllegalStateException()
                .isThrownBy(() -> GenerationRequest.builder().build())
                .withMessage("a request names its model: call model(…)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "model",
                "prompt",
                "reference_images",
                "reference_images[0]",
                "reference_videos[7].url",
                "extra_params",
                "extra_params.character_orientation"
            })
    void a_field_of_the_page_is_no_unknown_field(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> request().unknownField(path, "1"))
                .withMessage("'" + path + "' is a field of the page: the builder has a method for it");
    }

    @Test
    void an_unknown_field_has_one_value() {
        GenerationRequest.Builder builder = request().unknownField("seed", "1").unknownField("seed", "1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.unknownField("seed", "2"))
                .withMessage("'seed' was given before with another value");
    }

    @Test
    void an_unknown_field_lies_in_a_reference_that_there_is() {
        GenerationRequest.Builder builder =
                request().image("https://example.com/a.jpg").unknownField("reference_images[1].weight", "1");
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("'reference_images[1].weight' lies in a reference that the request does not have");
    }

    @Test
    void shows_no_signature_password_or_image() {
        GenerationRequest request = request()
                .image("data:image/png;base64,c2VjcmV0")
                .video("https://me:secret@example.com/dance.mp4?X-Amz-Signature=secret")
                .unknownField("token", "\"secret\"")
                .build();
        assertThat(request.toString())
                .contains("data:image/png;base64,…", "https://…@example.com/dance.mp4?…", "token")
                .doesNotContain("secret", "c2VjcmV0");
    }
}
