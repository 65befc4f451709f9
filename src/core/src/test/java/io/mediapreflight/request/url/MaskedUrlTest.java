package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be secret in a URL is not shown, in a malformed one either. */
class MaskedUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://h.example.com/a.mp4, https://h.example.com/a.mp4",
        "https://h.example.com/a.mp4?X=s3cr3t#f, https://h.example.com/a.mp4?…",
        "https://h.example.com/a.mp4#s3cr3t, https://h.example.com/a.mp4#…",
        "https://user:s3cr3t@h.example.com/a, https://…@h.example.com/a",
        "http:user:s3cr3t@h.example.com/a, http:…@h.example.com/a",
        "https:/user:s3cr3t@h//a, https:/…@h//a",
        "//user:s3cr3t@h/a, //…@h/a",
        "user:s3cr3t@h/a, user:…@h/a"
    })
    void shows_no_query_fragment_or_user_info(String url, String shown) {
        assertThat(MaskedUrl.of(url)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.example.com/a.mp4, https://h.example.com/a.mp4",
        "https://h.example.com/a?b, https://h.example.com/a?…",
        "https://h.example.com/a#b, https://h.example.com/a#…",
        "https://user@h.example.com/a, https://…@h.example.com/a"
    })
    void is_the_url_itself_where_no_part_may_be_secret(String url, String shown) {
        assertThat(MaskedUrl.unlessSecret(url)).isEqualTo(shown);
        String longer = "https://h.example.com/" + "a".repeat(2000);
        assertThat(MaskedUrl.unlessSecret(longer)).isEqualTo(longer);
    }
}
