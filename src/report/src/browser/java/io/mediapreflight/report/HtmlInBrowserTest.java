package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of HTML as people use it. Needs Chromium. */
@Tag("heavy")
class HtmlInBrowserTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");
    private static final MediaVerdict PASS = SampleResults.of("photo-small.jpg");
    private static final MediaVerdict FAIL = SampleResults.of("too-tall-300x900.jpg");
    private static final MediaVerdict WARN = SampleResults.of("sound-longer-than-picture.mp4");
    private static final MediaVerdict LONG = SampleResults.of("too-long-30.1s.mp4");

    private static Browser browser;

    @TempDir
    private static Path directory;

    private static Path mixed;

    @BeforeAll
    static void start() throws IOException {
        browser = Browser.start();
        MediaVerdict accepted = SampleResults.accepted(FAIL.named(SourceName.of("accepted.jpg")), Acceptance.IGNORED);
        mixed = written("mixed.html", PASS, WARN, LONG, FAIL, accepted);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void no_page_says_or_asks_for_anything() {
        browser.requireQuiet();
    }

    private static Path written(String name, Verdict... verdicts) throws IOException {
        byte[] html = SampleResults.report(out -> new HtmlReport(out, TOOL), verdicts);
        return Files.write(directory.resolve(name), html);
    }

    private static Page mixed() {
        return browser.open(mixed, 1200, ColorScheme.LIGHT);
    }

    /** The names of the files that are shown. */
    private static List<String> names(Page page) {
        return page.locator("#files .last").allTextContents();
    }

    @Test
    void the_worst_files_are_shown_first_and_counted() {
        Page page = mixed();
        assertThat(names(page))
                .containsExactly(
                        "too-long-30.1s.mp4",
                        "too-tall-300x900.jpg",
                        "sound-longer-than-picture.mp4",
                        "accepted.jpg",
                        "photo-small.jpg");
        assertThat(page.textContent("#count")).isEqualTo("Files shown: 5 of 5");
        assertThat(page.locator("figure svg").count()).isEqualTo(4);
    }

    @Test
    void filters_by_outcome_rule_and_text_together() {
        Page page = mixed();
        page.click("button.outcome.fail");
        assertThat(page.getAttribute("button.outcome.fail", "aria-pressed")).isEqualTo("true");
        assertThat(names(page)).containsExactly("too-long-30.1s.mp4", "too-tall-300x900.jpg", "accepted.jpg");
        page.selectOption("#rule", "image.aspect-ratio");
        assertThat(names(page)).containsExactly("too-tall-300x900.jpg", "accepted.jpg");
        page.fill("#search", "TALL");
        assertThat(names(page)).containsExactly("too-tall-300x900.jpg");
        assertThat(page.textContent("#count")).isEqualTo("Files shown: 1 of 5");
        page.fill("#search", "no such file");
        assertThat(page.textContent("#count")).isEqualTo("No file matches the filters.");
        page.click("#clear");
        assertThat(names(page)).hasSize(5);
    }

    @Test
    void shows_what_is_accepted_alone() {
        Page page = mixed();
        page.click("button.outcome.accepted");
        assertThat(names(page)).containsExactly("accepted.jpg");
        page.click("button.open");
        assertThat(page.textContent(".details .status"))
                .isEqualTo("ignored: image.aspect-ratio does not count in this run");
    }

    @Test
    void a_rule_shows_its_files() {
        Page page = mixed();
        page.click("#rules button:text-is('video.duration.max')");
        assertThat(names(page)).containsExactly("too-long-30.1s.mp4", "sound-longer-than-picture.mp4");
    }

    @Test
    void sorts_by_each_column_both_ways() {
        Page page = mixed();
        for (String by : List.of("outcome", "name", "findings", "pixels", "seconds", "bytes")) {
            Locator heading = page.locator("th[data-sort=" + by + "]");
            heading.locator("button").click();
            List<String> one = names(page);
            String order = heading.getAttribute("aria-sort");
            heading.locator("button").click();
            assertThat(heading.getAttribute("aria-sort")).isNotEqualTo(order).isIn("ascending", "descending");
            assertThat(names(page)).as(by).isNotEqualTo(one).hasSize(5);
        }
        assertThat(page.locator("th[aria-sort=none]").count()).isEqualTo(5);
        page.locator("th[data-sort=name] button").click();
        assertThat(names(page)).isSorted();
    }

    @Test
    void works_with_the_keyboard_alone() {
        Page page = mixed();
        page.keyboard().press("Tab");
        assertThat(focused(page)).contains("skip");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.getAttribute("html", "data-theme")).isEqualTo("dark");
        page.focus("button.open");
        page.keyboard().press("Enter");
        assertThat(page.getAttribute("button.open", "aria-expanded")).isEqualTo("true");
        assertThat(page.locator(".details").count()).isEqualTo(1);
        page.keyboard().press("Space");
        assertThat(page.locator(".details").count()).isZero();
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.className");
    }

    @Test
    void a_point_names_its_file_and_shows_it_in_the_table() {
        Page page = mixed();
        page.focus("#plot-durations .frame");
        page.keyboard().press("End");
        assertThat(page.textContent("#plot-durations .tip")).contains("too-long-30.1s.mp4", "fail", "30.1");
        page.keyboard().press("Home");
        assertThat(page.textContent("#plot-durations .tip")).contains("sound-longer-than-picture.mp4");
        page.keyboard().press("Enter");
        assertThat(names(page)).containsExactly("sound-longer-than-picture.mp4");
        assertThat(page.getAttribute("#plot-durations .frame", "aria-label"))
                .startsWith("Durations of videos. 2 files, from ");
    }

    @Test
    void the_mouse_finds_a_point() {
        Page page = mixed();
        Locator ratios = page.locator("#plot-ratios .frame");
        ratios.focus();
        page.keyboard().press("Home");
        double x = ((Number) page.evaluate("+document.querySelector('#plot-ratios .ring').getAttribute('cx')"))
                .doubleValue();
        double y = ((Number) page.evaluate("+document.querySelector('#plot-ratios .ring').getAttribute('cy')"))
                .doubleValue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#plot-ratios .tip").isVisible()).isFalse();
        ratios.hover(new Locator.HoverOptions().setPosition(x, y));
        assertThat(page.textContent("#plot-ratios .tip")).contains(".jpg", "fail", "1:3");
    }

    @Test
    void copies_a_command_with_and_without_the_clipboard() {
        String command = Wording.command(LONG).orElseThrow();
        Page page = mixed();
        page.locator("tr.file button.copy").first().click();
        page.waitForSelector("button.copy:text-is('Copied')");
        page.focus("#search");
        page.keyboard().press("Control+V");
        assertThat(page.inputValue("#search")).isEqualTo(command);

        Page without = mixed();
        without.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        without.click("button.open");
        without.click(".command button.copy");
        without.waitForSelector("button.copy:text-is('Copied')");
        assertThat(without.textContent(".command code")).isEqualTo(command);
        without.focus("#search");
        without.keyboard().press("Control+V");
        assertThat(without.inputValue("#search")).isEqualTo(command);
    }

    @Test
    void has_the_colours_of_the_system_until_others_are_chosen() {
        Page light = mixed();
        Page dark = browser.open(mixed, 1200, ColorScheme.DARK);
        assertThat(background(dark)).isNotEqualTo(background(light));
        dark.click("#theme");
        assertThat(background(dark)).isEqualTo(background(light));
        light.click("#theme");
        assertThat(light.getAttribute("html", "data-theme")).isEqualTo("dark");
        light.reload();
        assertThat(light.getAttribute("html", "data-theme")).isEqualTo("dark");
    }

    private static String background(Page page) {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 400, 800, 1200, 1600})
    void nothing_is_wider_than_the_window(int width) {
        Page page = browser.open(mixed, width, ColorScheme.LIGHT);
        page.check("#open-all");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }

    @Test
    void names_and_values_that_could_break_a_page_are_shown_as_they_are() throws IOException {
        List<Verdict> hostile = new ArrayList<>();
        for (String text : HostileTexts.all()) {
            hostile.add(HostileResults.of(text));
        }
        Page page = browser.open(written("hostile.html", hostile.toArray(Verdict[]::new)), 1200, ColorScheme.LIGHT);
        page.check("#open-all");
        String name = "\"><script>alert(1)</script>";
        page.fill("#search", name);
        assertThat(page.textContent("#files .path")).contains(name);
        assertThat(page.locator("script").count()).isEqualTo(2);
    }

    @Test
    void a_page_without_results_says_so() throws IOException {
        Page page = browser.open(written("empty.html"), 800, ColorScheme.LIGHT);
        assertThat(page.textContent("h1")).isEqualTo("nothing was checked");
        assertThat(page.locator("#files").isVisible()).isFalse();
    }

    @Test
    void thumbnails_are_shown() throws IOException {
        byte[] jpeg = Files.readAllBytes(SampleResults.path("smallest-300x300.jpg"));
        byte[] html = SampleResults.report(
                out -> new HtmlReport(
                        out,
                        TOOL,
                        Optional.empty(),
                        Optional.of(media ->
                                media.stream().map(each -> Optional.of(jpeg)).toList())),
                FAIL);
        Page page = browser.open(Files.write(directory.resolve("thumbnails.html"), html), 1200, ColorScheme.LIGHT);
        page.locator("#files img").scrollIntoViewIfNeeded();
        page.waitForFunction("document.querySelector('#files img').naturalWidth === 300");
        assertThat(page.getAttribute("#files img", "alt")).isEqualTo("Thumbnail of too-tall-300x900.jpg");
    }

    /** How fast it is, is measured by hand: that depends on the machine. */
    @Test
    void a_page_of_many_files_filters_and_sorts_all_its_rows() throws IOException {
        List<Verdict> many = new ArrayList<>();
        for (int i = 0; i < 8_000; i++) {
            MediaVerdict each = i % 2 == 0 ? FAIL : PASS;
            many.add(each.named(SourceName.within("media", "shots/day " + i / 100 + "/take-" + i + ".jpg")));
        }
        Page page = browser.open(written("many.html", many.toArray(Verdict[]::new)), 1200, ColorScheme.LIGHT);
        assertThat(page.textContent("#count")).isEqualTo("Files shown: 5,000 of 5,000");
        assertThat(names(page)).hasSize(100);
        page.click("#more");
        assertThat(names(page)).hasSize(200);
        page.fill("#search", "take-77");
        assertThat(page.textContent("#count")).isEqualTo("Files shown: 61 of 5,000");
        assertThat(names(page)).hasSize(61);
    }
}
