package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.report.exchange.GithubReport;
import io.mediapreflight.report.exchange.JunitReport;
import io.mediapreflight.report.exchange.MarkdownReport;
import io.mediapreflight.report.exchange.SarifReport;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.rule.Acceptance;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of a report on every sample is what was read before. After a change of sentences, plans or facts,
 * {@code -Dpreflight.golden=write} writes them again, to be read.
 */
class GoldenReportsTest {
    private static final Path DIRECTORY =
            Path.of(System.getProperty("basedir", "."), "src", "test", "resources", "reports");
    private static final Pattern NO_MEDIA = Pattern.compile("\\.(md|sh|tsv)$");
    private static final Pattern HASH = Pattern.compile("sha256-[A-Za-z0-9+/=]{44}");
    private static final Path RESOURCES =
            Path.of(System.getProperty("basedir", "."), "src/main/resources/io/mediapreflight/report/html");
    private static final Tool TOOL = new Tool("preflight", "1.2.3");

    static Stream<Arguments> forms() {
        return Stream.of(
                form("testdata.txt", out -> new TextReport(out, TextReport.Style.PLAIN)),
                form("testdata.audit.txt", out -> new AuditTextReport(out, TextReport.Style.PLAIN)),
                form("testdata.json", out -> new JsonReport(out, TOOL)),
                form("testdata.jsonl", JsonlReport::new),
                form("testdata.csv", CsvTable::commas),
                form("testdata.xml", out -> new JunitReport(out, TOOL, false)),
                form("testdata.sarif", out -> new SarifReport(out, TOOL)),
                form("testdata.github.txt", GithubReport::new),
                form("testdata.md", out -> new MarkdownReport(out, TOOL)),
                form("testdata.html", out -> new HtmlReport(out, TOOL)));
    }

    private static Arguments form(String file, Function<OutputStream, Report> form) {
        return Arguments.of(file, form);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_report_is_what_was_read(String file, Function<OutputStream, Report> form) throws IOException {
        byte[] bytes = SampleResults.report(form, results().toArray(Verdict[]::new));
        String report = withoutResources(new String(bytes, StandardCharsets.UTF_8));
        if ("write".equals(System.getProperty("preflight.golden"))) {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(file), report);
        }
        assertThat(report).isEqualTo(Files.readString(DIRECTORY.resolve(file)));
    }

    /** The style and the scripts of a page by their names, which must be in it to the letter; {@link HtmlPage} looks at their hashes. */
    private static String withoutResources(String report) throws IOException {
        String shown = HASH.matcher(report).replaceAll("sha256-");
        try (Stream<Path> resources = Files.list(RESOURCES)) {
            for (Path resource : resources.sorted().toList()) {
                shown = shown.replace(Files.readString(resource), "{" + resource.getFileName() + "}\n");
            }
        }
        return shown;
    }

    private static List<Verdict> results() throws IOException {
        List<Verdict> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(SampleResults.path("."))) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(file ->
                            !file.startsWith(".") && !NO_MEDIA.matcher(file).find())
                    .sorted()
                    .map(GoldenReportsTest::timeless)
                    .forEach(results::add);
        }
        MediaVerdict tall = timeless("too-tall-300x900.jpg");
        results.add(SampleResults.accepted(tall, new Acceptance("shot in 2025", LocalDate.of(2099, 1, 1), true)));
        results.add(SampleResults.accepted(tall, Acceptance.IGNORED));
        results.add(timeless("document.pdf").asSkipped());
        results.add(SampleResults.request("480P", tall, timeless("clip-4s-faststart.mp4")));
        return results;
    }

    private static MediaVerdict timeless(String file) {
        MediaVerdict verdict = Preflight.standard().check(SampleResults.path(file), Subject.anything());
        return new MediaVerdict(
                SourceName.of(file),
                verdict.subject(),
                verdict.probed(),
                verdict.bytes(),
                verdict.decoderResult(),
                verdict.findings(),
                verdict.advice(),
                verdict.limits(),
                verdict.bytesRead(),
                1_234_567);
    }
}
