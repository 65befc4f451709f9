package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chromium without a window, as the system has it: none is downloaded. It writes down what a page says and asks for. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox", // as root there is none
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;
    private final List<String> heard = new ArrayList<>();

    private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The caller's test is skipped where there is no Chromium. */
    static Browser start() {
        List<Path> programs = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(directory -> NAMES.stream().map(Path.of(directory)::resolve))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!programs.isEmpty(), "there is no Chromium here");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(programs.get(0))
                                .setArgs(ARGUMENTS)));
    }

    /** Opens a file in a window of its own. */
    Page open(Path file, int width, ColorScheme colours) {
        BrowserContext context = browser.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours));
        Page page = context.newPage();
        page.onConsoleMessage(message -> heard.add(message.text()));
        page.onPageError(heard::add);
        String url = file.toUri().toString();
        page.onRequest(request -> {
            if (!request.url().equals(url) && !request.url().startsWith("data:")) {
                heard.add(request.url());
            }
        });
        page.navigate(url);
        return page;
    }

    /** No message, no error and no request came of any page. */
    void requireQuiet() {
        assertThat(heard).isEmpty();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
