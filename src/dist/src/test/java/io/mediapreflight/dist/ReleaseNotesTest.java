package io.mediapreflight.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReleaseNotesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> CHANGELOG = List.of(
            "# Changelog",
            "",
            "## Unreleased",
            "",
            "- not yet",
            "",
            "## 1.0.0 – 2026-12-24",
            "",
            "### Added",
            "",
            "- a thing",
            "",
            "## 1.0.0-rc1",
            "",
            "- an earlier thing");

    @Test
    void are_the_part_of_the_changelog_about_the_version() {
        assertThat(ReleaseNotes.of("1.0.0", CHANGELOG))
                .isEqualTo("# Media Preflight 1.0.0 – 2026-12-24\n\n### Added\n\n- a thing\n");
    }

    @Test
    void of_the_last_version_end_with_the_changelog() {
        assertThat(ReleaseNotes.of("1.0.0-rc1", CHANGELOG))
                .isEqualTo("# Media Preflight 1.0.0-rc1\n\n- an earlier thing\n");
    }

    @Test
    void of_a_version_without_a_part_stop_the_release() {
        assertThatThrownBy(() -> ReleaseNotes.of("1.0", CHANGELOG)).hasMessageContaining("1.0");
    }

    @Test
    void of_a_version_whose_part_is_empty_stop_the_release() {
        assertThatThrownBy(() -> ReleaseNotes.of("2.0.0", List.of("## 2.0.0", "", "### Added")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void of_the_version_that_is_being_built_are_written() throws IOException {
        Matcher version = Pattern.compile("<artifactId>mediapreflight</artifactId>\\s*<version>(.*?)</version>")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(version.find()).isTrue();
        assertThat(ReleaseNotes.of(version.group(1), Files.readAllLines(ROOT.resolve("CHANGELOG.md"))))
                .startsWith("# Media Preflight " + version.group(1))
                .contains("\n- ");
    }
}
