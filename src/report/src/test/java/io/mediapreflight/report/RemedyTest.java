package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.SourceName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemedyTest {
    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void a_shell_gets_exactly_the_name(String name, String shown, String word) {
        assertThat(command(name, "cat", Fix.INPUT)).isEqualTo("cat " + word);
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpg, photo-fixed.png",
        "dir.d/photo, dir.d/photo-fixed.png",
        "a.b.jpg, a.b-fixed.png",
        ".hidden, .hidden-fixed.png",
        "dir/.hidden.jpg, dir/.hidden-fixed.png",
        "-x.jpg, ./-x-fixed.png",
        "two words.jpg, 'two words-fixed.png'"
    })
    void the_output_of_a_command_is_named_like_its_input(String name, String made) {
        String expected = name.contains(" ") ? "'" + made.replace("'", "") + "'" : made;
        assertThat(command(name, "make", Fix.OUTPUT + ".png")).isEqualTo("make " + expected);
    }

    @Test
    void behind_file_colon_a_name_stands_as_it_is() {
        assertThat(command("-x.mp4", "ffmpeg", "-i", "file:" + Fix.INPUT)).isEqualTo("ffmpeg -i file:-x.mp4");
        assertThat(command("a b.mp4", "ffmpeg", "-i", "file:" + Fix.INPUT)).isEqualTo("ffmpeg -i 'file:a b.mp4'");
    }

    @Test
    void what_stands_around_a_name_is_quoted_with_it() {
        assertThat(command("a.gif", "convert", Fix.INPUT + "[0]", Fix.OUTPUT + ".jpg"))
                .isEqualTo("convert 'a.gif[0]' a-fixed.jpg");
        assertThat(command("a.png", "echo", "", "0:a:0?", "300x300^")).isEqualTo("echo '' '0:a:0?' '300x300^'");
    }

    @Test
    void a_name_that_spells_a_token_is_not_replaced_in_turn() {
        assertThat(command("OUTPUT-INPUT.jpg", "cat", Fix.INPUT)).isEqualTo("cat OUTPUT-INPUT.jpg");
    }

    @Test
    void a_sentence_leads_to_its_command() {
        Fix fix = new Fix("Trim it.", List.of("cut", Fix.INPUT));
        assertThat(new Remedy(fix, SourceName.of("a.mp4")).inOneLine()).isEqualTo("Trim it: cut a.mp4");
        assertThat(new Remedy(new Fix("Trim it.", List.of()), SourceName.of("a.mp4")).inOneLine())
                .isEqualTo("Trim it.");
    }

    @Test
    void no_command_fixes_standard_input() {
        Fix fix = new Fix("Trim it.", List.of("cut", Fix.INPUT));
        assertThat(new Remedy(fix, SourceName.standardInput()).inOneLine()).isEqualTo("Trim it.");
    }

    @Test
    void a_url_keeps_its_scheme() {
        assertThat(command("https://x.test/a?b=c", "curl", Fix.INPUT)).isEqualTo("curl 'https://x.test/a?b=c'");
    }

    private static String command(String name, String... words) {
        return new Remedy(new Fix("Do it.", List.of(words)), SourceName.of(name))
                .command()
                .orElseThrow();
    }
}
