package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublicUrlTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    record Row(String outcome, String url, String reason) {
        @Override
        public String toString() {
            return outcome + " " + Excerpt.of(url);
        }
    }

    /** Only a zone has a percent sign of its own, and a zone stands in the host. */
    @Test
    void brackets_in_a_path_excuse_no_broken_escape() {
        assertThat(PublicUrl.read("https://media.example.org/%%?x=://[]").defects(Instant.EPOCH))
                .extracting(defect -> defect.what().key())
                .contains("url:percent");
    }

    static Stream<Row> urls() {
        return UrlTable.lines("urls.txt").map(PublicUrlTest::row);
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ", -1);
        return new Row(cells[0], UrlTable.expanded(cells[1]), cells.length > 2 ? cells[2] : "");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void judges_a_url_by_its_text(Row row) {
        List<UrlDefect> defects = PublicUrl.read(row.url()).defects(NOW);
        assertThat(outcome(defects)).as(defects.toString()).isEqualTo(row.outcome());
        assertThat(reasons(defects)).contains(row.reason());
    }

    private static String outcome(List<UrlDefect> defects) {
        if (defects.isEmpty()) {
            return "pass";
        }
        return defects.stream().anyMatch(defect -> defect.gravity() == UrlDefect.Gravity.BROKEN) ? "fail" : "warn";
    }

    private static String reasons(List<UrlDefect> defects) {
        return defects.stream().map(each -> each.what().toString()).collect(Collectors.joining("; "));
    }

    @Test
    void the_table_has_hundreds_of_rows() {
        assertThat(urls()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @Test
    void an_empty_url_is_said_to_be_missing() {
        assertThat(PublicUrl.read("").defects(NOW)).containsExactly(UrlDefect.broken(Phrase.of("url:absent")));
    }

    @Test
    void reports_everything_that_is_wrong_with_it() {
        assertThat(reasons(PublicUrl.read("http://me@localhost:0/").defects(NOW)))
                .contains("user info")
                .contains("under .localhost")
                .contains("port");
    }

    @Test
    void a_reason_holds_no_character_that_steers_a_terminal() {
        for (String url :
                List.of("https://a%1B[2J.example/", "x\u009b:", "https://example.com/?X-Amz-Expires=%1B%5B2J")) {
            assertThat(reasons(PublicUrl.read(url).defects(NOW)))
                    .isNotEmpty()
                    .matches(text -> text.chars().noneMatch(Character::isISOControl));
        }
    }

    @Test
    void reports_the_name_that_the_service_sees() {
        assertThat(PublicUrl.read("https://example.com/a/dance%20one.mp4?v=1.mov#x.png")
                        .fileName())
                .hasValue("dance one.mp4");
        assertThat(PublicUrl.read("https://example.com/a/").fileName()).isEmpty();
        assertThat(PublicUrl.read("https://example.com").fileName()).isEmpty();
    }

    @Test
    void shows_neither_query_nor_user_info() {
        assertThat(PublicUrl.read("https://me:secret@example.com/a.jpg?X-Amz-Signature=abc"))
                .hasToString("https://…@example.com/a.jpg?…");
        assertThat(PublicUrl.read("data:image/png;base64,AAAA")).hasToString("data:image/png;base64,…");
    }

    @Test
    void never_throws_whatever_it_is_given() {
        Random random = new Random(20_261_123);
        String alphabet = "htps:/.@[]%#?&=0127fFxX9aé\u3002\uff11\ud83d\ude00\udc00\u0000 -_";
        for (int i = 0; i < 200_000; i++) {
            StringBuilder url = new StringBuilder(i % 3 == 0 ? "" : "http://");
            int length = random.nextInt(24);
            for (int j = 0; j < length; j++) {
                url.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> PublicUrl.read(url.toString()).defects(NOW))
                    .as(url.toString())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void within_a_network_that_is_allowed_a_private_host_is_no_defect_and_everything_else_is() {
        List<NetworkRange> allowed = List.of(NetworkRange.read("10.0.0.0/8").orElseThrow());
        PublicUrl host = PublicUrl.read("https://files.internal/a.mp4");
        PublicUrl ftp = PublicUrl.read("ftp://files.internal/a.mp4");

        assertThat(host.defectsWithin(List.of(), NOW)).isNotEmpty().isEqualTo(host.defects(NOW));
        assertThat(host.defectsWithin(allowed, NOW)).isEmpty();
        assertThat(ftp.defectsWithin(allowed, NOW)).isNotEmpty();
    }
}
