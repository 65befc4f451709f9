package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.report.exchange.CsvReport;
import io.mediapreflight.report.exchange.GithubReport;
import io.mediapreflight.report.exchange.JunitReport;
import io.mediapreflight.report.exchange.MarkdownReport;
import io.mediapreflight.report.exchange.SarifReport;
import io.mediapreflight.report.html.HtmlReport;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No name and no value breaks the syntax of a report: each is read back by a reader that is not ours. */
@Tag("sampled")
class HostileReportsTest {
    private static final Tool TOOL = new Tool("preflight", "1.2.3");
    private static final Pattern ANNOTATION =
            Pattern.compile("::(error|warning|notice) file=([^,:]*),title=([^,:]*)::(.*)");

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void csv_has_the_same_cells_whatever_is_in_them(char delimiter) throws IOException {
        for (String text : HostileTexts.all()) {
            List<CSVRecord> rows = CsvTable.rows(bytes(out -> new CsvReport(out, delimiter), text), delimiter);
            assertThat(rows)
                    .as(text)
                    .hasSize(4)
                    .allMatch(row -> row.size() == rows.get(0).size());
            for (CSVRecord row : rows.subList(1, 4)) {
                assertThat(row.get(0)).isEqualTo(CsvTable.guarded(shown(text)));
                assertThat(row.stream()).as(text).noneMatch(CsvTable::isFormula).noneMatch(SafeText::holdsHidden);
            }
            assertThat(rows.get(1).get(10)).isEqualTo(CsvTable.guarded(SafeText.of(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void junit_has_one_case_whatever_it_is_called(boolean strict) throws Exception {
        for (String text : HostileTexts.all()) {
            JunitCases cases = JunitCases.in(bytes(out -> new JunitReport(out, TOOL, strict), text));
            assertThat(cases.names()).containsExactly(JunitCases.possible(shown(text)));
            assertThat(cases.results()).containsExactly("failure acme/logo");
        }
    }

    @Test
    void json_reads_back_as_the_same_text() {
        for (String text : HostileTexts.all()) {
            JsonNode report = tree(bytes(out -> new JsonReport(out, TOOL), text));
            JsonNode line = tree(bytes(JsonlReport::new, text));
            assertThat(report.path("schema").asString()).isEqualTo("preflight.report/1");
            for (JsonNode result : List.of(report.path("results").path(0), line)) {
                assertThat(result.path("source").asString()).isEqualTo(SurrogateEscape.toUnicode(text));
                assertThat(result.path("findings").path(0).path("actual").asString())
                        .isEqualTo(SurrogateEscape.toUnicode(text));
            }
        }
    }

    @Test
    void sarif_is_valid_and_names_the_file_byte_by_byte() {
        for (String text : HostileTexts.all()) {
            String json = string(out -> new SarifReport(out, TOOL), text);
            SarifSchema.requireValid(json);
            JsonNode log = JsonMapper.shared().readTree(json);
            assertThat(log.path("version").asString()).isEqualTo("2.1.0");
            JsonNode results = log.path("runs").path(0).path("results");
            assertThat(results.size()).isEqualTo(3);
            String uri = results.path(0)
                    .at("/locations/0/physicalLocation/artifactLocation/uri")
                    .asString();
            String path = uri.startsWith("file:///") ? uri.substring("file://".length()) : uri;
            assertThat(path).as(text).matches("[A-Za-z0-9._~/%-]+");
            assertThat(URLDecoder.decode(path, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1))
                    .isEqualTo(SurrogateEscape.encode(relative(text)));
        }
    }

    @Test
    void github_gets_one_command_for_each_finding_and_no_other() {
        for (String text : HostileTexts.all()) {
            String log = string(GithubReport::new, text);
            assertThat(SafeText.holdsHidden(log.replace("\n", ""))).isFalse();
            List<String> lines = log.lines().toList();
            assertThat(lines).as(text).hasSize(3);
            for (String line : lines) {
                Matcher parts = ANNOTATION.matcher(line);
                assertThat(parts.matches()).as(line).isTrue();
                assertThat(unescaped(parts.group(2))).isEqualTo(SafeText.name(relative(text)));
            }
        }
    }

    private static String relative(String path) {
        String relative = path.replaceFirst("^(\\./)+", "");
        return relative.isEmpty() ? "." : relative;
    }

    private static String unescaped(String property) {
        return property.replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
    }

    @Test
    void markdown_has_the_same_rows_and_no_markup_of_a_file() {
        for (String text : HostileTexts.all()) {
            List<List<String>> rows = MarkdownTables.rows(string(out -> new MarkdownReport(out, TOOL), text), 3);
            assertThat(rows).as(text).hasSize(1);
            String name = shown(text);
            assertThat(MarkdownTables.text(rows.get(0).get(1)).strip()).isEqualTo(shortened(name));
        }
    }

    @Test
    void html_has_the_same_elements_and_texts_whatever_is_in_them() {
        int elements = page("plain.jpg").document().getAllElements().size();
        for (String text : HostileTexts.all()) {
            HtmlPage page = page(text);
            page.requireClosed();
            assertThat(page.document().getAllElements()).as(text).hasSize(elements);
            assertThat(page.names()).containsExactly(shown(text));
            assertThat(page.finding(0, 0, 3)).isEqualTo(SafeText.of(text));
            assertThat(page.finding(0, 2, 2)).contains(SafeText.of(text));
        }
    }

    private static HtmlPage page(String text) {
        String html = string(out -> new HtmlReport(out, TOOL), text);
        assertThat(SafeText.holdsHidden(html.replace("\n", ""))).as(text).isFalse();
        return HtmlPage.of(html.getBytes(StandardCharsets.UTF_8));
    }

    private static String shortened(String name) {
        boolean fits = name.codePointCount(0, name.length()) <= 200;
        return (fits ? name : name.substring(0, name.offsetByCodePoints(0, 200)) + "…").strip();
    }

    private static String shown(String text) {
        return SafeText.name(text);
    }

    private static JsonNode tree(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String string(Function<OutputStream, Report> form, String text) {
        return new String(bytes(form, text), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Function<OutputStream, Report> form, String text) {
        MediaVerdict result = HostileResults.of(text);
        byte[] bytes = SampleResults.report(form, result);
        assertThat(new String(bytes, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytes);
        return bytes;
    }
}
