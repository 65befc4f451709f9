package io.mediapreflight.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    @Test
    void keeps_the_order_of_members_doubled_names_and_the_spelling_of_values() {
        String text =
                "{\"a\":\"x\",\"b\":1.50,\"c\":true,\"d\":null,\"e\":{\"a\": [1e2]},\"f\":[{}],\"a\":\"\\u0079\"}\r";

        Json.Obj object = JsonReader.read(text).object().orElseThrow();

        assertThat(object.members())
                .extracting(member -> member.name() + " " + member.value().kind() + " " + member.raw())
                .containsExactly(
                        "a a string \"x\"",
                        "b a number 1.50",
                        "c true true",
                        "d null null",
                        "e an object {\"a\": [1e2]}",
                        "f an array [{}]",
                        "a a string \"\\u0079\"");
        assertThat(object.doubled()).containsExactly("a");
        assertThat(object.string("a")).as("the last one").contains("y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "1e400", "123456789012345678901234567890", "-0", "1E+2", "0.10"})
    void a_number_is_what_stands_there_to_the_last_digit(String number) {
        assertThat(JsonReader.read(number).value()).contains(new Json.Num(number));
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
        assertThat(read("{} {}".getBytes(UTF_8)))
                .contains("not JSON: something follows the end of the JSON value (line 1, column 4)");
    }

    @Test
    void says_at_the_end_in_which_line_and_column_whatever_is_wrong() {
        assertThat(read(new byte[] {'{', '\n', '"', 'a', (byte) 0xFF}))
                .contains("not JSON: not UTF-8 at byte 4 (line 2, column 3)");
        assertThat(read("{\"a\":nope}".getBytes(UTF_8))).get().asString().endsWith("(line 1, column 6)");
        assertThat(read("{\"a\":\n1,}".getBytes(UTF_8))).get().asString().endsWith("(line 2, column 3)");
    }

    @Test
    void says_in_which_column_of_a_line_whose_number_is_known() {
        assertThat(JsonReader.read("{\"a\":nope}").problem()).get().asString().endsWith("(column 6)");
    }

    @Test
    void shows_nothing_of_a_token_which_could_be_a_part_of_a_secret() {
        assertThat(read("sk-secret".getBytes(UTF_8))).get().asString().doesNotContain("sk", "secret");
    }

    @Test
    void passes_over_a_byte_order_mark_at_the_start_alone() {
        assertThat(read("\uFEFF{}".getBytes(UTF_8))).isEmpty();
        assertThat(read("\uFEFF\uFEFF{}".getBytes(UTF_8))).isPresent();
    }

    @Test
    void takes_as_much_as_fits_and_not_one_byte_more() {
        String fits = "\"" + "x".repeat(JsonReader.MAX_BYTES - 2) + "\"";
        assertThat(JsonReader.read(fits.getBytes(UTF_8)).problem()).isEmpty();
        assertThat(JsonReader.read((fits + " ").getBytes(UTF_8)).problem()).contains("longer than 1,048,576 bytes");
    }

    @Test
    void takes_64_levels_and_not_one_more() {
        assertThat(JsonReader.read("[".repeat(64) + "]".repeat(64)).problem()).isEmpty();
        assertThat(JsonReader.read("[".repeat(65) + "]".repeat(65)).problem()).isPresent();
    }

    @Test
    void salvages_the_complete_members_of_an_object_that_breaks_off() {
        assertThat(JsonReader.salvage("\uFEFF{\"a\":\"x\",\"b\":{\"c\":1},\"d\":\"yy")
                        .members())
                .extracting(Json.Member::name)
                .containsExactly("a", "b");
        assertThat(JsonReader.salvage("[1").members()).isEmpty();
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
        assertThat(read(line)).contains("not JSON: not UTF-8 at byte 6 (line 1, column 7)");
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

    private static Optional<String> read(byte[] text) {
        return JsonReader.read(text).objectProblem();
    }
}
