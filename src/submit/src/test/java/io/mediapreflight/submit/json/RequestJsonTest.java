package io.mediapreflight.submit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.json.JsonReader;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import io.mediapreflight.text.Phrase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestJsonTest {
    private static final String PAGE = """
            {
              "model": "kling/kling-v3-motion-control",
              "prompt": "A dancer performs graceful movements in a sunlit studio",
              "reference_images": [{"url": "https://example.com/character.jpg"}],
              "reference_videos": [{"url": "https://example.com/motion-source.mp4"}],
              "resolution": "1080P",
              "generate_audio": true,
              "extra_params": {"character_orientation": "video"}
            }
            """;

    private static ReadRequest read(String json) {
        return RequestJson.read(json.getBytes(StandardCharsets.UTF_8), false);
    }

    private static void assertDefects(String json, RequestDefect... defects) {
        assertThat(inWords(read(json).defects())).as(json).containsExactly(defects);
    }

    /** A defect as it reads. */
    private static RequestDefect defect(Kind kind, String path, String what) {
        return new RequestDefect(kind, path, Phrase.verbatim(what));
    }

    private static List<RequestDefect> inWords(List<RequestDefect> defects) {
        return defects.stream()
                .map(each -> defect(each.kind(), each.path(), each.what().toString()))
                .toList();
    }

    private static RequestDefect unknown(String path, String what) {
        return defect(Kind.UNKNOWN_FIELD, path, what);
    }

    private static RequestDefect mistyped(String path, String what) {
        return defect(Kind.MISTYPED, path, what);
    }

    @Test
    void reads_the_example_of_the_page() {
        assertThat(read(PAGE))
                .isEqualTo(new ReadRequest(
                        GenerationRequest.builder()
                                .model("kling/kling-v3-motion-control")
                                .prompt("A dancer performs graceful movements in a sunlit studio")
                                .image("https://example.com/character.jpg")
                                .video("https://example.com/motion-source.mp4")
                                .resolution("1080P")
                                .generateAudio(true)
                                .characterOrientation("video")
                                .build(),
                        List.of()));
    }

    @Test
    void fills_in_the_defaults_of_the_page() {
        assertThat(read("{\"model\":\"m\"}"))
                .isEqualTo(
                        new ReadRequest(GenerationRequest.builder().model("m").build(), List.of()));
    }

    @Test
    void suggests_the_field_that_was_meant() {
        assertDefects(
                "{\"model\":\"m\",\"extra_params\":{\"character_orientaton\":\"video\"}}",
                unknown("extra_params.character_orientaton", "unknown field; did you mean character_orientation?"));
        assertDefects("{\"model\":\"m\",\"promt\":\"x\"}", unknown("promt", "unknown field; did you mean prompt?"));
        assertDefects(
                "{\"model\":\"m\",\"generateAudio\":true}",
                unknown("generateAudio", "unknown field; did you mean generate_audio?"));
        assertDefects(
                "{\"model\":\"m\",\"reference_images\":[{\"url\":\"u\",\"ulr\":\"x\"}]}",
                unknown("reference_images[0].ulr", "unknown field; did you mean url?"));
        assertDefects("{\"model\":\"m\",\"seed\":7}", unknown("seed", "unknown field"));
        assertDefects(
                "{\"model\":\"m\",\"character_orientation\":\"video\"}",
                unknown("character_orientation", "unknown field; did you mean extra_params.character_orientation?"));
    }

    @Test
    void an_odd_name_is_quoted_in_its_path() {
        assertDefects("{\"model\":\"m\",\"a.b\":1}", unknown("[\"a.b\"]", "unknown field"));
        assertDefects(
                "{\"model\":\"m\",\"extra_params\":{\"\":1,\"x\\\"y\":2}}",
                unknown("extra_params[\"\"]", "unknown field"),
                unknown("extra_params[\"x\\\"y\"]", "unknown field"));
    }

    @Test
    void collects_everything_that_has_another_type() {
        assertDefects(
                "{\"model\":1,\"prompt\":null,\"reference_images\":{},\"reference_videos\":[\"u\",{\"url\":[]},{}],"
                        + "\"resolution\":720,\"generate_audio\":\"false\",\"extra_params\":[]}",
                mistyped("model", "a number instead of a string"),
                mistyped("prompt", "null instead of a string (leave it out)"),
                mistyped("reference_images", "an object instead of an array of objects with a url"),
                mistyped("reference_videos[0]", "a string instead of an object with a url"),
                mistyped("reference_videos[1].url", "an array instead of a string"),
                defect(Kind.MISSING, "reference_videos[2].url", "missing, but required"),
                mistyped("resolution", "a number instead of a string"),
                mistyped("generate_audio", "a string instead of true or false"),
                mistyped("extra_params", "an array instead of an object"));
    }

    @Test
    void a_mistyped_reference_still_counts() {
        assertThat(read("{\"model\":\"m\",\"reference_videos\":[\"u\",{\"url\":\"v\"}]}")
                        .request()
                        .referenceVideos())
                .extracting("url")
                .containsExactly("", "v");
    }

    @Test
    void says_what_is_missing_and_what_stands_there_twice() {
        assertDefects("{}", defect(Kind.MISSING, "model", "missing, but required"));
        assertDefects(
                "{\"model\":\"a\",\"model\":\"b\",\"extra_params\":{\"x\":1,\"x\":2,\"x\":3}}",
                defect(Kind.DUPLICATE, "model", "given more than once"),
                unknown("extra_params.x", "unknown field"),
                defect(Kind.DUPLICATE, "extra_params.x", "given more than once"));
    }

    @Test
    void says_where_it_is_no_json() {
        assertNotJson("", "not valid JSON: the text is empty");
        assertNotJson("[]", "the body is an array, not an object");
        assertNotJson("{\"model\":\"m\"} x", "not valid JSON: Unrecognized token: was expecting");
        assertNotJson(
                "{\"model\":\"m\"}\n {}",
                "not valid JSON: something follows the end of the JSON value (line 2, column 2)");
        assertNotJson("{\n  \"model\": \"m\",\n}", "not valid JSON: Unexpected character '}'");
        assertNotJson("{'model':'m'}", "not valid JSON: Unexpected character '''");
        assertNotJson("{\"model\":\"a\nb\"}", "not valid JSON: Illegal unquoted character");
        assertNotJson(
                "{\"a\":" + "[".repeat(100_000),
                "not valid JSON: Document nesting depth (65) exceeds the maximum allowed (64");
        assertThat(read("{\n  \"model\": \"m\",\n}").defects().get(0).what().toString())
                .endsWith("(line 3, column 1)");
    }

    private static void assertNotJson(String json, String what) {
        List<RequestDefect> defects = read(json).defects();
        assertThat(defects).as(json).hasSize(1);
        assertThat(defects.get(0).kind()).isEqualTo(Kind.NOT_JSON);
        assertThat(defects.get(0).what().toString()).startsWith(what);
    }

    @Test
    void bytes_that_are_no_text_are_no_json() {
        byte[] latin1 = "{\"model\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(inWords(RequestJson.read(latin1, false).defects()))
                .containsExactly(defect(Kind.NOT_JSON, "", "not valid JSON: not UTF-8 at byte 13 (line 1, column 14)"));
        byte[] cut = new byte[] {'{', (byte) 0xC3};
        assertThat(RequestJson.read(cut, false).defects().get(0).what().toString())
                .isEqualTo("not valid JSON: not UTF-8 at byte 1 (line 1, column 2)");
        assertThat(inWords(RequestJson.read(new byte[JsonReader.MAX_BYTES + 1], false)
                        .defects()))
                .containsExactly(defect(Kind.NOT_JSON, "", "not valid JSON: longer than 1,048,576 bytes"));
    }

    @Test
    void a_byte_order_mark_is_a_defect_but_the_rest_is_read() {
        ReadRequest read = read("\uFEFF" + PAGE);
        assertThat(read.defects()).extracting(RequestDefect::kind).containsExactly(Kind.NOT_JSON);
        assertThat(read.request()).isEqualTo(read(PAGE).request());
    }

    @Test
    void defects_are_bounded() {
        StringBuilder json = new StringBuilder("{\"model\":\"m\"");
        for (int i = 0; i < 5000; i++) {
            json.append(",\"x").append(i).append("\":1");
        }
        assertThat(read(json.append("}").toString()).defects()).hasSize(RequestReader.MAX_DEFECTS);
    }

    @Test
    void what_is_unknown_may_pass_and_stays_as_it_is() {
        String json =
                "{\"model\":\"m\",\"seed\": 1.50e+03 ,\"reference_images\":[{\"url\":\"u\",\"weight\":{ \"a\" : [1, 2.0] }}],"
                        + "\"extra_params\":{\"odd.name\":\"\\u00e9\",\"style\":null}}";
        ReadRequest read = RequestJson.read(json.getBytes(StandardCharsets.UTF_8), true);
        assertThat(read.defects()).isEmpty();
        assertThat(read.request().unknownFields())
                .containsEntry("seed", "1.50e+03")
                .containsEntry("reference_images[0].weight", "{ \"a\" : [1, 2.0] }")
                .containsEntry("extra_params[\"odd.name\"]", "\"\\u00e9\"")
                .containsEntry("extra_params.style", "null")
                .hasSize(4);
        assertThat(new String(RequestJson.write(read.request()), StandardCharsets.UTF_8))
                .isEqualTo("{\"model\":\"m\",\"reference_images\":[{\"url\":\"u\",\"weight\":{ \"a\" : [1, 2.0] }}],"
                        + "\"generate_audio\":false,"
                        + "\"extra_params\":{\"odd.name\":\"\\u00e9\",\"style\":null},\"seed\":1.50e+03}");
        assertThat(RequestJson.read(RequestJson.write(read.request()), true).request())
                .isEqualTo(read.request());
    }

    @Test
    void unknown_fields_without_number_hide_no_graver_defect() {
        StringBuilder json = new StringBuilder("{\"model\":\"m\"");
        for (int i = 0; i < 2 * RequestReader.MAX_DEFECTS; i++) {
            json.append(",\"x").append(i).append("\":1");
        }
        json.append(",\"prompt\":5,\"resolution\":null,\"generate_audio\":\"no\",\"model\":\"m\"}");
        assertThat(read(json.toString()).defects())
                .filteredOn(defect -> defect.kind() != Kind.UNKNOWN_FIELD)
                .extracting(RequestDefect::path)
                .containsExactly("prompt", "resolution", "generate_audio", "model");
    }
}
