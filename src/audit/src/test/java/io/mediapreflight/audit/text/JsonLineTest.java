package io.mediapreflight.audit.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineTest {
    @Test
    void tells_the_members_of_an_object_in_their_order() {
        List<String> members = new ArrayList<>();
        String line = "{\"a\":\"x\",\"b\":1.50,\"c\":true,\"d\":null,\"e\":{\"a\":[1]},\"f\":[{}],\"a\":\"y\"}\r";
        assertThat(JsonLine.read(line.getBytes(UTF_8), (name, value) -> members.add(name + " " + shown(value))))
                .isEmpty();
        assertThat(members)
                .containsExactly(
                        "a STRING x", "b NUMBER 1.50", "c BOOLEAN", "d NULL", "e OBJECT", "f ARRAY", "a STRING y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"a\"",
                "nonsense",
                "{",
                "{\"a\"",
                "{\"a\":1",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":\"\t\"}",
                "{}x",
                "<<<<<<< HEAD",
                "{/**/}"
            })
    void says_why_a_line_is_no_json_object(String line) {
        assertThat(read(line.getBytes(UTF_8)))
                .get()
                .asString()
                .startsWith("not")
                .doesNotContain("\n", "com.", "tools.");
    }

    @Test
    void takes_one_object_a_line() {
        assertThat(read("{} {}".getBytes(UTF_8))).contains("something follows the end of the JSON object");
    }

    @Test
    void says_at_which_column() {
        assertThat(read("{\"a\":nope}".getBytes(UTF_8))).get().asString().contains("column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    void takes_no_other_encoding_than_utf_8(String charset) throws Exception {
        assertThat(read("{\"prompt\":\"é\"}".getBytes(charset))).isPresent();
    }

    @Test
    void keeps_a_byte_that_is_not_utf_8_from_passing_as_text() {
        byte[] line = "{\"a\":\"?\"}".getBytes(UTF_8);
        line[6] = (byte) 0xFF;
        assertThat(read(line)).contains("not JSON: not UTF-8 at byte 7 of the line");
    }

    @Test
    void does_not_follow_nesting_without_end() {
        assertThat(read(("{\"a\":" + "[".repeat(500_000)).getBytes(UTF_8))).isPresent();
    }

    @Test
    void survives_keys_that_are_made_to_collide() {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            for (int bit = 0; bit < 14; bit++) {
                line.append(bit == 0 ? "\"" : "").append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            line.append("\":1,");
        }
        assertThat(read(line.append("\"z\":1}").toString().getBytes(UTF_8))).isEmpty();
    }

    @Test
    void never_throws_for_what_a_line_holds() {
        Random random = new Random(11);
        byte[] valid = "{\"a\":\"x\\u00e9\",\"b\":[1,{\"c\":null}],\"d\":-1e9}".getBytes(UTF_8);
        for (int i = 0; i < 50_000; i++) {
            byte[] line = valid.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                line[random.nextInt(line.length)] = (byte) random.nextInt(256);
            }
            read(line);
        }
    }

    private static Optional<String> read(byte[] line) {
        return JsonLine.read(line, (name, value) -> {});
    }

    private static String shown(JsonValue value) {
        return (value.kind() + " " + value.text()).strip();
    }
}
