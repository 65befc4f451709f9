package io.mediapreflight.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.request.url.PublicUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/limits.md}, which says how limits are interpreted, and which comments in the code cite. */
class LimitsPageTest {
    private static final Path PAGE = Testdata.repository().resolve("docs/limits.md");
    private static final Pattern CITED = Pattern.compile("docs/limits\\.md, \"([^\"]+)\"");
    private static final Pattern SUFFIX = Pattern.compile("`([a-z.]+)`");

    @Test
    void has_every_section_that_a_comment_cites() throws IOException {
        String page = Files.readString(PAGE);
        List<String> cited = Stream.of("core", "report", "submit", "audit", "ffmpeg", "cli")
                .flatMap(module -> sources(Testdata.repository().resolve("src").resolve(module)))
                .flatMap(source -> CITED.matcher(source).results().map(match -> match.group(1)))
                .distinct()
                .toList();

        assertThat(cited).isNotEmpty().allSatisfy(section -> assertThat(page).contains("\n## " + section + "\n"));
    }

    @Test
    void names_only_suffixes_that_a_url_is_refused_for() throws IOException {
        String page = Files.readString(PAGE);
        String list = page.substring(page.indexOf("one under `localhost`"), page.indexOf("- names an address"));
        List<String> suffixes =
                SUFFIX.matcher(list).results().map(MatchResult::group).toList();

        assertThat(suffixes).hasSizeGreaterThan(10).allSatisfy(each -> {
            String url = "https://media." + each.replace("`", "") + "/clip.mp4";
            assertThat(PublicUrl.read(url).defects(Instant.EPOCH)).as(url).isNotEmpty();
        });
    }

    private static Stream<String> sources(Path module) {
        try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(LimitsPageTest::text).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
