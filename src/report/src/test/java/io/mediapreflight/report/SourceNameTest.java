package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourceNameTest {
    @ParameterizedTest
    @CsvSource({
        "shots,        a.jpg,       shots/a.jpg",
        "shots/,       a.jpg,       shots/a.jpg",
        "shots//,      day 1/a.jpg, shots/day 1/a.jpg",
        "/,            a.jpg,       /a.jpg",
        "//,           a.jpg,       /a.jpg",
        "/data,        a.jpg,       /data/a.jpg",
        ".,            a.jpg,       a.jpg",
        "./,           a/b.jpg,     a/b.jpg",
        "..,           a.jpg,       ../a.jpg",
        "'',           a.jpg,       a.jpg",
        "shots,        '',          shots"
    })
    void a_file_in_a_directory_is_shown_by_the_path_that_leads_there(String root, String relative, String shown) {
        assertThat(VisibleSource.of(SourceName.within(root, relative))).isEqualTo(shown);
    }

    @Test
    void json_has_the_directory_and_the_path_in_it() {
        SourceName name = SourceName.within("shots/", "day 1/a.jpg");
        assertThat(name.text()).isEqualTo("day 1/a.jpg");
        assertThat(name.root()).contains("shots/");
        assertThat(name.exactBytes()).isEmpty();
        assertThat(name.exactRootBytes()).isEmpty();
    }

    @Test
    void bytes_that_are_not_utf_8_are_reported_for_each_part() {
        SourceName name = SourceName.within(
                SurrogateEscape.decode(new byte[] {'r', (byte) 0xFF}),
                SurrogateEscape.decode(new byte[] {(byte) 0xFE, '.'}));
        assertThat(name.text()).isEqualTo("\uFFFD.");
        assertThat(name.root()).contains("r\uFFFD");
        assertThat(name.exactBytes().orElseThrow()).containsExactly(0xFE, '.');
        assertThat(name.exactRootBytes().orElseThrow()).containsExactly('r', 0xFF);
        assertThat(VisibleSource.of(name)).isEqualTo("r\\xff/\\xfe.");
    }

    @Test
    void a_name_as_given_is_in_no_directory() {
        assertThat(SourceName.of("shots/a.jpg").root()).isEmpty();
        assertThat(SourceName.standardInput().root()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shots/day 1/a.jpg, shots/day 1/, a.jpg",
        "a.jpg,             ./,           a.jpg",
        "/a.jpg,            /,            a.jpg",
        "/,                 ./,           /",
        "shots/private/,    shots/,       private/",
        "'',                ./,           ''''''"
    })
    void a_path_is_shown_in_two_parts(String path, String directory, String lastPart) {
        SourceName name = SourceName.of(path);
        assertThat(VisibleSource.directory(name)).isEqualTo(directory);
        assertThat(VisibleSource.lastPart(name)).isEqualTo(lastPart);
    }

    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void neither_part_can_steer_a_terminal(String name, String shown, String word) {
        SourceName hostile = SourceName.within(name, name.replace("/", "-"));
        assertThat(SafeText.holdsHidden(VisibleSource.of(hostile))).isFalse();
        assertThat(SafeText.holdsHidden(VisibleSource.directory(hostile))).isFalse();
        assertThat(SafeText.holdsHidden(VisibleSource.lastPart(hostile))).isFalse();
        assertThat(VisibleSource.directory(hostile)).isEqualTo(SafeText.name(name + "/"));
    }
}
