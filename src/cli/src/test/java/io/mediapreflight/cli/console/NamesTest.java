package io.mediapreflight.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.source.PathNames;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NamesTest {
    @Test
    void what_the_jvm_lost_is_had_back_from_the_system() {
        byte[] line = "java\0-jar\0x.jar\0check\0a b\0bad?.jpg\0\0".getBytes(StandardCharsets.ISO_8859_1);
        line[new String(line, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        assertThat(RawArguments.fromCommandLine(line, new String[] {"check", "a b", "bad\uFFFD.jpg", ""}))
                .containsExactly("check", "a b", "bad\uDCFF.jpg", "");
    }

    @Test
    void arguments_that_do_not_agree_with_the_system_stay_as_they_are() {
        byte[] line = "java\0Main\0@file\0".getBytes(StandardCharsets.UTF_8);
        String[] args = {"other", "\uFFFD"};
        assertThat(RawArguments.fromCommandLine(line, args)).isSameAs(args);
        String[] tooMany = {"a", "b", "c", "d", "\uFFFD"};
        assertThat(RawArguments.fromCommandLine(line, tooMany)).isSameAs(tooMany);
    }

    @Test
    void a_replacement_character_that_was_really_given_stays() {
        byte[] line = "java\0Main\0a\uFFFD\0".getBytes(StandardCharsets.UTF_8);
        assertThat(RawArguments.fromCommandLine(line, new String[] {"a\uFFFD"})).containsExactly("a\uFFFD");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_path_keeps_every_byte_and_stays_relative() {
        Path relative = PathNames.path("é/bad\uDCFF%41?#.jpg");
        assertThat(relative.isAbsolute()).isFalse();
        assertThat(relative.toUri().getRawPath()).endsWith("/%C3%A9/bad%FF%2541%3F%23.jpg");
        assertThat(PathNames.path("/é\uDC80").toUri()).hasToString("file:///%C3%A9%80");
        assertThat(PathNames.path("../é")).isEqualTo(Path.of("..", "é"));
        assertThat(PathNames.path("./-x")).isEqualTo(Path.of("./-x"));
    }
}
