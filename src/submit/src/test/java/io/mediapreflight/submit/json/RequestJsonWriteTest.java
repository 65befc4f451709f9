package io.mediapreflight.submit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.submit.contract.Cleared;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestJsonWriteTest {
    private static String canonical(String json) {
        return canonical(
                RequestJson.read(json.getBytes(StandardCharsets.UTF_8), true).request());
    }

    private static String canonical(GenerationRequest request) {
        return new String(RequestJson.canonical(request), StandardCharsets.UTF_8);
    }

    private static String written(GenerationRequest request) {
        return new String(RequestJson.write(request), StandardCharsets.UTF_8);
    }

    @Test
    void writes_in_the_order_of_the_page_with_the_defaults() {
        assertThat(written(Cleared.REQUEST.withDefaults(Limits.klingV3MotionControl())))
                .isEqualTo("{\"model\":\"kling/kling-v3-motion-control\","
                        + "\"prompt\":\"A dancer performs graceful movements in a sunlit studio\","
                        + "\"reference_images\":[{\"url\":\"https://media.example.org/character.jpg\"}],"
                        + "\"reference_videos\":[{\"url\":\"https://media.example.org/dance.mp4\"}],"
                        + "\"resolution\":\"720P\",\"generate_audio\":false,"
                        + "\"extra_params\":{\"character_orientation\":\"video\"}}");
        assertThat(written(GenerationRequest.builder().model("m").build()))
                .isEqualTo("{\"model\":\"m\",\"generate_audio\":false}");
    }

    @Test
    void what_is_written_is_read_again() {
        for (String prompt :
                List.of("", "\"\\/\b\f\n\r\t\u0000\u001f\u2028", "caf\u00e9 \uD83D\uDC83", "half \uD83D pair \uDC83")) {
            GenerationRequest request =
                    Cleared.REQUEST.toBuilder().prompt(prompt).build();
            assertThat(RequestJson.read(RequestJson.write(request), false))
                    .isEqualTo(new ReadRequest(request, List.of()));
        }
    }

    @Test
    void a_host_of_dots_alone_keeps_them() {
        String json = "{\"model\":\"m\",\"reference_images\":[{\"url\":\"https://../c\"}]}";
        assertThat(canonical(canonical(json))).isEqualTo(canonical(json)).contains("https://../c");
    }

    @Test
    void two_colons_are_no_port_that_is_left_out() {
        String json = "{\"model\":\"m\",\"reference_images\":[{\"url\":\"https://a.example::/c\"}]}";
        assertThat(canonical(canonical(json))).isEqualTo(canonical(json)).contains("https://a.example::/c");
    }

    @Test
    void a_percent_sign_that_begins_no_escape_begins_none_in_the_canonical_url() {
        for (String path : List.of("%b%666x", "%%66%36", "%%41b", "a%", "%zz%41")) {
            String json = "{\"model\":\"m\",\"reference_images\":[{\"url\":\"https://a.example/" + path + "\"}]}";
            assertThat(canonical(canonical(json))).as(path).isEqualTo(canonical(json));
        }
        assertThat(canonical("{\"reference_images\":[{\"url\":\"https://a.example/%b%666x\"}]}"))
                .contains("https://a.example/%b%666x");
    }

    /** Escaped, as wide as a Chinese character, or half of one: no client takes them for delimiters. */
    @Test
    void what_would_become_a_delimiter_stays_as_it_is() {
        for (String host : List.of(
                "a.example/x\\udca7b",
                "a.example.:0m:443",
                "a.example::443",
                "a.example%3Fb",
                "a.example\uFF1Fb",
                "a.example%2Fb",
                "a.example%23b",
                "a%40b.example")) {
            String json = "{\"model\":\"m\",\"reference_images\":[{\"url\":\"https://" + host + "/c\"}]}";
            assertThat(canonical(canonical(json))).isEqualTo(canonical(json)).doesNotContain("?b", "/b", "#b", "@b");
        }
    }

    @Test
    void one_request_has_one_canonical_form() {
        String plain = "{\"model\":\"m\",\"resolution\":\"720P\",\"seed\":{\"b\":1,\"a\":\"\u00e9\"}}";
        String other =
                "{ \"seed\" : {\"a\":\"\\u00e9\", \"b\":1}, \"generate_audio\":false,\"resolution\":\"720P\",\"model\":\"m\"}";
        assertThat(canonical(plain))
                .isEqualTo(canonical(other))
                .isEqualTo(
                        "{\"generate_audio\":false,\"model\":\"m\",\"resolution\":\"720P\",\"seed\":{\"a\":\"\u00e9\",\"b\":1}}");
    }

    @Test
    void any_other_value_makes_another_canonical_form() {
        List<String> forms = List.of(
                canonical(Cleared.REQUEST),
                canonical(Cleared.REQUEST.toBuilder().prompt("x").build()),
                canonical(Cleared.REQUEST.toBuilder().resolution("1080P").build()),
                canonical(Cleared.REQUEST.toBuilder().generateAudio(true).build()),
                canonical(Cleared.REQUEST.toBuilder()
                        .characterOrientation("image")
                        .build()),
                canonical(Cleared.REQUEST.toBuilder().unknownField("seed", "1").build()),
                canonical(Cleared.REQUEST.toBuilder()
                        .image("https://media.example.org/2.jpg")
                        .build()));
        assertThat(forms).doesNotHaveDuplicates();
    }

    @Test
    void signing_a_url_again_changes_nothing() {
        assertUnsigned(
                "https://b.s3.amazonaws.com/k.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=a%2Fb&x-amz-date=20260421T000000Z"
                        + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=abc&versionId=7",
                "https://b.s3.amazonaws.com/k.mp4?versionId=7");
        assertUnsigned(
                "https://storage.googleapis.com/b/k?X-Goog-Algorithm=A&X-Goog-Signature=b#t=1",
                "https://storage.googleapis.com/b/k#t=1");
        assertUnsigned(
                "https://a.blob.core.windows.net/c/k?sv=2024-01-01&st=a&se=b&sr=b&sp=r&spr=https&sig=x%3D&snapshot=9",
                "https://a.blob.core.windows.net/c/k?snapshot=9");
        assertUnsigned(
                "https://d.cloudfront.net/k?w=2&Expires=1&Signature=a&Key-Pair-Id=K&Policy=p",
                "https://d.cloudfront.net/k?w=2");
        assertUnsigned(
                "https://b.s3.amazonaws.com/k?AWSAccessKeyId=A&Expires=1&Signature=a", "https://b.s3.amazonaws.com/k");
    }

    @Test
    void what_is_known_as_presigned_is_known_when_signed_again() {
        assertUnsigned(
                "https://b.oss-cn-hangzhou.aliyuncs.com/k?x-oss-signature-version=OSS4-HMAC-SHA256&x-oss-credential=a"
                        + "&x-oss-date=20260421T000000Z&x-oss-expires=60&x-oss-signature=b&x-oss-security-token=c",
                "https://b.oss-cn-hangzhou.aliyuncs.com/k");
        assertUnsigned(
                "https://b.oss-cn-hangzhou.aliyuncs.com/k?OSSAccessKeyId=A&Expires=1&Signature=a&security-token=b",
                "https://b.oss-cn-hangzhou.aliyuncs.com/k");
        assertUnsigned(
                "https://a.blob.core.windows.net/c/k?se=b&sr=b&sig=x%3D&snapshot=9",
                "https://a.blob.core.windows.net/c/k?snapshot=9");
        assertUnsigned(
                "https://b.s3.amazonaws.com/k?X%2DAmz-Signature=a&%58-amz-date=b&v=1",
                "https://b.s3.amazonaws.com/k?v=1");
    }

    @Test
    void what_only_looks_like_a_signature_stays() {
        for (String url : List.of(
                "https://example.org/k?se=2&sp=3",
                "https://example.org/k?Expires=1&Policy=a",
                "https://example.org/k?Signature=a",
                "https://example.org/k?security-token=a",
                "https://example.org/k?x-oss-process=image/resize,w_300",
                "https://example.org/k?%zz=1&%ff=2",
                "https://example.org/k?",
                "https://example.org/k?a&b=&&c",
                "https://example.org/k#?X-Amz-Signature=a",
                "nonsense")) {
            assertUnsigned(url, url);
        }
    }

    private static void assertUnsigned(String url, String unsigned) {
        assertThat(UnsignedUrl.withoutSignature(url)).isEqualTo(unsigned);
        assertThat(canonical(GenerationRequest.builder().model("m").video(url).build()))
                .isEqualTo(canonical(
                        GenerationRequest.builder().model("m").video(unsigned).build()));
    }
}
