package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixTest {
    private static final Fix CONVERT =
            new Fix("Convert it.", List.of("convert", "-strip", "INPUT", "file:INPUT", "OUTPUT.jpg", "png:OUTPUT.png"));

    @ParameterizedTest
    @CsvSource({
        "a.gif, a.gif, file:a.gif, a-fixed.jpg, png:a-fixed.png",
        "dir/a.gif, dir/a.gif, file:dir/a.gif, dir/a-fixed.jpg, png:dir/a-fixed.png",
        "/dir/a.gif, /dir/a.gif, file:/dir/a.gif, /dir/a-fixed.jpg, png:/dir/a-fixed.png",
        "-a.gif, ./-a.gif, file:-a.gif, ./-a-fixed.jpg, png:-a-fixed.png",
        "@a.gif, ./@a.gif, file:@a.gif, ./@a-fixed.jpg, png:@a-fixed.png",
        "x:a.gif, ./x:a.gif, file:x:a.gif, ./x:a-fixed.jpg, png:x:a-fixed.png",
        ":a.gif, ./:a.gif, file::a.gif, ./:a-fixed.jpg, png::a-fixed.png",
        "x:/a.gif, ./x:/a.gif, file:x:/a.gif, ./x:/a-fixed.jpg, png:x:/a-fixed.png",
        "/x:a.gif, /x:a.gif, file:/x:a.gif, /x:a-fixed.jpg, png:/x:a-fixed.png",
        "dir/x:a.gif, dir/x:a.gif, file:dir/x:a.gif, dir/x:a-fixed.jpg, png:dir/x:a-fixed.png",
        "https://example.com/a.gif, https://example.com/a.gif, file:https://example.com/a.gif, https://example.com/a-fixed.jpg, png:https://example.com/a-fixed.png"
    })
    void a_command_names_the_file_so_that_no_program_takes_it_for_something_else(
            String name, String input, String prefixed, String output, String coded) {
        assertThat(CONVERT.commandFor(SourceName.of(name)))
                .containsExactly("convert", "-strip", input, prefixed, output, coded);
    }

    @Test
    void without_a_command_or_a_name_there_is_none() {
        assertThat(CONVERT.commandFor(SourceName.standardInput())).isEmpty();
        assertThat(Fix.USE_IMAGE.commandFor(SourceName.of("a.gif"))).isEmpty();
    }

    @Test
    void a_rule_of_ones_own_says_itself_what_to_do() {
        assertThat(Fix.of(new OwnRule("house/rule", "a", "b", "Ask us.")).advice())
                .isEqualTo("Ask us.");
        assertThat(Fix.of(RuleId.IMAGE_SIZE).sentence().key()).isEqualTo("image.size.fix");
    }

    @Test
    void what_a_user_ignores_is_no_entry_of_a_baseline() {
        assertThat(Acceptance.IGNORED.isIgnored()).isTrue();
        assertThat(new Acceptance("known", LocalDate.MAX, true).isIgnored()).isFalse();
    }
}
