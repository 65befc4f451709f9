package io.mediapreflight.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspellingTest {
    @ParameterizedTest
    @CsvSource({
        "prompt, 0",
        "promt, 1", // one is missing
        "prompts, 1", // one is too many
        "prompd, 1", // one is another
        "rpompt, 1", // neighbours are exchanged
        "promtp, 1",
        "rpomtp, 2",
        "tprompt, 1",
        "prom, 2",
        "pxxmpt, 2",
        "'', 6",
    })
    void as_many_slips_are_needed_as_fingers_made(String name, int slips) {
        List<String> known = List.of("prompt");

        assertThat(Misspelling.meant(name, known, each -> slips)).contains("prompt");
        assertThat(Misspelling.meant(name, known, each -> slips - 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"characterOrientation", "Character Orientation", "CHARACTER-ORIENTATION", "character__orientation"})
    void case_and_separators_are_no_slips(String name) {
        assertThat(Misspelling.meant(name, List.of("character_orientation"), each -> 0))
                .contains("character_orientation");
    }

    @Test
    void the_nearest_is_meant_wherever_it_stands() {
        assertThat(Misspelling.meant("imag", List.of("imp", "image", "img_s"), each -> 3))
                .contains("image");
    }

    @Test
    void of_several_as_near_the_first_is_meant() {
        assertThat(Misspelling.meant("bat", List.of("cat", "bad"), each -> 1)).contains("cat");
        assertThat(Misspelling.meant("bat", List.of("bad", "cat"), each -> 1)).contains("bad");
    }

    @Test
    void each_known_name_has_slips_of_its_own() {
        assertThat(Misspelling.meant("bat", List.of("bad", "boat"), each -> each.length() - 3))
                .contains("boat");
    }

    @Test
    void a_name_of_64_characters_is_measured_and_a_longer_one_is_not() {
        String longest = "x".repeat(64);

        assertThat(Misspelling.meant(longest, List.of(longest), each -> 0)).contains(longest);
        assertThat(Misspelling.meant(longest + "x", List.of(longest + "x"), each -> 0))
                .isEmpty();
    }
}
