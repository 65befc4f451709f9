package io.mediapreflight.submit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestDigestTest {
    private static final String BODY = "{\"model\":\"m\"}";

    /** Made by another program: Python's hashlib over each part behind its length in eight bytes. */
    private static final String DIGEST = "41921a5d474647bbdc55eb0d53937bc95ab409ca27e5736de5653f9623496bb5";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://openapi.imini.ai/imini/router",
                "https://openapi.imini.ai/imini/router/",
                "HTTPS://OpenAPI.imini.ai:443/imini/router",
                "https://openapi.imini.ai./imini/%72outer",
                "https://openapi.imini.ai/imini/router/.",
                "https://openapi.imini.ai/./imini//router//",
                "https://openapi.imini.ai/x/%2E%2e/imini/%2e/router",
                "https://user:secret@openapi.imini.ai/imini/router?a=b#c"
            })
    void is_the_same_for_one_service_however_it_is_spelt(String service) {
        assertThat(of(service, BODY, "aa", "bb")).isEqualTo(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/r",
                "http://LocalHost.:8080/r",
                "http://[::1]:8080/r",
                "http://[0:0:0:0:0:0:0:1]:8080/r"
            })
    void is_the_same_for_this_machine_by_every_name(String service) {
        assertThat(of(service, BODY)).isEqualTo(of("http://127.0.0.1:8080/r", BODY));
    }

    @Test
    void one_letter_beyond_ascii_may_be_escaped_in_either_case() {
        assertThat(List.of(of("https://a.example/%c3%a9", BODY), of("https://a.example/%C3%A9", BODY)))
                .containsOnly(of("https://a.example/\u00e9", BODY));
    }

    @Test
    void an_escaped_slash_is_no_slash() {
        assertThat(of("https://a.example/a%2fb", BODY))
                .isEqualTo(of("https://a.example/a%2Fb", BODY))
                .isNotEqualTo(of("https://a.example/a/b", BODY));
    }

    @Test
    void takes_the_digests_of_the_media_in_either_case() {
        assertThat(of("https://openapi.imini.ai/imini/router", BODY, "AA", "bb"))
                .isEqualTo(DIGEST);
    }

    @Test
    void differs_where_any_part_differs_or_moves_to_its_neighbour() {
        assertThat(List.of(
                        DIGEST,
                        of("http://openapi.imini.ai/imini/router", BODY, "aa", "bb"),
                        of("https://openapi.imini.ai:8443/imini/router", BODY, "aa", "bb"),
                        of("https://openapi.imini.ai/Imini/router", BODY, "aa", "bb"),
                        of("https://openapi.imini.ai/imini/router", BODY + " ", "aa", "bb"),
                        of("https://openapi.imini.ai/imini/router", BODY, "bb", "aa"),
                        of("https://openapi.imini.ai/imini/router", BODY, "aabb"),
                        of("https://openapi.imini.ai/imini/router", BODY, "a", "abb"),
                        of("https://openapi.imini.ai/imini/router", BODY, "aa"),
                        of("https://openapi.imini.ai/imini/router", BODY)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_first_version_stays_what_stands_in_journals() {
        URI service = URI.create("https://openapi.imini.ai/imini/router");
        assertThat(RequestDigest.version1(service, BODY.getBytes(StandardCharsets.UTF_8), List.of("aa", "bb")))
                .isEqualTo("c35a2cf270a320423ca7cbb1494957b83339557b2880e438f42b230221890da2");
    }

    @Test
    void needs_a_service() {
        assertThatThrownBy(() -> of("/imini/router", BODY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String of(String service, String body, String... media) {
        return RequestDigest.of(URI.create(service), body.getBytes(StandardCharsets.UTF_8), List.of(media));
    }
}
