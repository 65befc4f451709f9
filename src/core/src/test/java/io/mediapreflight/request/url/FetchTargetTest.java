package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchTargetTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.com, true, example.com, 443, /, https://example.com/",
        "http://example.com, false, example.com, 80, /, http://example.com/",
        "HTTPS://EXAMPLE.com/a, true, example.com, 443, /a, https://example.com/a",
        "https://example.com:443/a?b=c, true, example.com, 443, /a?b=c, https://example.com/a?b=c",
        "https://example.com:80/, true, example.com, 80, /, https://example.com:80/",
        "http://example.com:443/, false, example.com, 443, /, http://example.com:443/",
        "http://example.com:8080?b, false, example.com, 8080, /?b, http://example.com:8080/?b",
        "https://example.com:/a, true, example.com, 443, /a, https://example.com/a",
        "https://example.com/a#b, true, example.com, 443, /a, https://example.com/a",
        "https://bücher.de/ä, true, xn--bcher-kva.de, 443, /%C3%A4, https://xn--bcher-kva.de/%C3%A4",
        "https://example.com/a[1]?b=€, true, example.com, 443, /a%5B1%5D?b=%E2%82%AC, https://example.com/a%5B1%5D?b=%E2%82%AC",
        "https://[2606:4700::1]:99/, true, 2606:4700::1, 99, /, https://[2606:4700::1]:99/"
    })
    void is_what_a_client_asks_for(String url, boolean secure, String host, int port, String path, String ascii) {
        FetchTarget target = PublicUrl.read(url).target().orElseThrow();
        assertThat(target).isEqualTo(new FetchTarget(secure, host, port, path));
        assertThat(target.url()).isEqualTo(ascii);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com:99999999/",
                "https://example.com:8a/",
                "https://user:key@example.com/",
                "https://-/",
                "ftp://example.com/",
                "data:image/png;base64,AAAA"
            })
    void there_is_none_of_what_no_client_can_fetch(String url) {
        assertThat(PublicUrl.read(url).target()).isEmpty();
    }

    /** With 16 labels of 13 letters in ASCII, and a dot behind each. */
    @ParameterizedTest
    @CsvSource({"26, true", "27, false"})
    void a_host_has_at_most_253_letters_in_ascii(int letters, boolean isThere) {
        String host = "bücher.".repeat(16) + "a".repeat(letters) + ".de";
        assertThat(PublicUrl.read("https://" + host + "/").target().isPresent()).isEqualTo(isThere);
    }

    @Test
    void shows_no_query() {
        assertThat(PublicUrl.read("https://example.com/a?sig=secret")
                        .target()
                        .orElseThrow()
                        .toString())
                .contains("example.com/a")
                .doesNotContain("secret");
    }
}
