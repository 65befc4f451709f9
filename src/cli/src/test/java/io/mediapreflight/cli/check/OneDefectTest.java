package io.mediapreflight.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.Run;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person reads of one defect once. Programs get the finding of each rule. */
class OneDefectTest {
    private static final Pattern RULE = Pattern.compile("(?m)^ +(?:fail|warn|unknown) ([a-z.-]+): ");
    private static final Pattern JSON_RULE = Pattern.compile("\"rule\":\"([a-z.-]+)\",\"severity\":\"(?!advice)");

    @ParameterizedTest
    @CsvSource({
        "check truncated-moov-lost.mp4,   video.readable, video.readable video.complete",
        "check empty.mp4,                 video.readable, video.readable",
        "check page-named.mp4,            media.kind,     media.kind video.container",
        "check mp3-named.mp4,             media.kind,     media.kind video.container",
        "check sound-only.mp4,            media.kind,     media.kind video.container",
        "check document-named.jpg,        media.kind,     media.kind image.format",
        "check --as video drawing.png,    media.kind,     media.kind video.container",
        "check --as image clip.mov,       media.kind,     media.kind",
        "check truncated.png,             image.complete, image.complete"
    })
    void is_said_once_in_text_and_by_every_rule_in_json(String line, String text, String json) {
        assertThat(rules(RULE, run(line, "--quiet"))).containsExactly(text);
        assertThat(rules(JSON_RULE, run(line, "--format", "jsonl"))).containsExactly(json.split(" "));
        assertThat(rules(RULE, run(line, "--verbose"))).containsExactly(json.split(" "));
    }

    @Test
    void what_can_be_converted_is_said_with_the_command() {
        List<String> rules = rules(RULE, run("check --as video animation.gif"));

        assertThat(rules).contains("video.container").doesNotContain("media.kind");
    }

    private static String run(String line, String... more) {
        String[] words = line.strip().split(" +");
        words[words.length - 1] = Run.sample(words[words.length - 1]);
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return Run.of(all).out();
    }

    private static List<String> rules(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
