package io.mediapreflight.audit.manifest;

import static io.mediapreflight.audit.manifest.Manifests.defective;
import static io.mediapreflight.audit.manifest.Manifests.jsonl;
import static io.mediapreflight.audit.manifest.Manifests.pair;
import static io.mediapreflight.audit.manifest.Manifests.rows;
import static io.mediapreflight.audit.manifest.Manifests.unreadable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.audit.text.Endless;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonlManifestTest {
    private static final String NEXT = "\n{\"image\":\"c\",\"video\":\"d\"}\n";

    @Test
    void a_row_has_what_its_keys_say_in_any_order() throws IOException {
        String text =
                "{\"prompt\":\"A dance\",\"resolution\":\"1080P\",\"orientation\":\"video\",\"notes\":{\"x\":[1]},"
                        + "\"video\":\"b.mp4\",\"image\":\"a.png\",\"id\":\"x17\"}";
        assertThat(jsonl(text))
                .containsExactly(new ManifestRow(
                        1,
                        Optional.of("x17"),
                        Optional.of("a.png"),
                        Optional.of("b.mp4"),
                        Optional.of("A dance"),
                        Optional.of("1080P"),
                        Optional.of("video"),
                        List.of()));
    }

    @Test
    void the_names_of_the_page_are_known_too() throws IOException {
        String text = "{\"reference_image\":\"a\",\"reference_video\":\"b\",\"character_orientation\":\"image\"}";
        assertThat(jsonl(text).get(0).orientation()).contains("image");
        assertThat(jsonl(text).get(0).image()).contains("a");
        assertThat(jsonl(text).get(0).defects()).isEmpty();
    }

    @Test
    void blank_lines_are_passed_over_and_counted() throws IOException {
        assertThat(jsonl("\n \t\r\n{\"image\":\"a\",\"video\":\"b\"}\r\n" + NEXT))
                .containsExactly(pair(3, "a", "b"), pair(5, "c", "d"));
    }

    @Test
    void null_and_empty_strings_are_absent() throws IOException {
        assertThat(jsonl("{\"id\":null,\"image\":\"a\",\"video\":\"\",\"prompt\":null}"))
                .containsExactly(pair(1, "a", ""));
    }

    @Test
    void a_number_is_an_id() throws IOException {
        assertThat(jsonl("{\"id\":17}\n{\"id\":1.0}"))
                .extracting(ManifestRow::id)
                .containsExactly(Optional.of("17"), Optional.of("1.0"));
    }

    @Test
    void a_lone_surrogate_stands_for_a_byte_of_a_file_name_as_in_python() throws IOException {
        assertThat(jsonl("{\"image\":\"r\\udce9.png\",\"video\":\"b\"}")).containsExactly(pair(1, "r\uDCE9.png", "b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense | not a JSON object | false",
                "[] | not a JSON object | true",
                "{} {} | not JSON: something follows the end of the JSON value (column 4) | true",
            })
    void a_line_that_is_no_object_is_a_defect_and_the_next_is_read(String line, String what, boolean exact)
            throws IOException {
        List<ManifestRow> rows = jsonl(line + NEXT);
        assertThat(rows).hasSize(2).last().isEqualTo(pair(2, "c", "d"));
        assertThat(rows.get(0).defects()).extracting(RequestDefect::kind).containsExactly(Kind.NOT_JSON);
        if (exact) {
            assertThat(rows.get(0)).isEqualTo(unreadable(1, what));
        }
    }

    @ParameterizedTest
    @EnumSource(Column.class)
    void what_a_column_says_is_in_the_row(Column column) throws IOException {
        ManifestRow row = jsonl("{\"" + column.id() + "\":\"x\"}").get(0);
        assertThat(row.defects()).isEmpty();
        assertThat(row).isNotEqualTo(jsonl("{}").get(0));
    }

    @Test
    void a_line_that_breaks_off_reports_nothing() throws IOException {
        assertThat(jsonl("{\"image\":\"a\",\"video\":\"b" + NEXT))
                .hasSize(2)
                .first()
                .satisfies(row -> assertThat(row.image()).isEmpty())
                .satisfies(row -> assertThat(row.defects())
                        .extracting(RequestDefect::kind)
                        .containsExactly(Kind.NOT_JSON));
    }

    @Test
    void a_line_that_is_not_utf_8_is_a_defect() throws IOException {
        byte[] text = ("{\"image\":\"?\"}" + NEXT).getBytes(UTF_8);
        text[10] = (byte) 0xE9;
        assertThat(rows(text, "m.jsonl"))
                .containsExactly(unreadable(1, "not JSON: not UTF-8 at byte 10 (column 11)"), pair(2, "c", "d"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"image\":3}              | MISTYPED      | image  | a number instead of a string",
                "{\"prompt\":[\"x\"]}       | MISTYPED      | prompt | an array instead of a string",
                "{\"video\":{\"url\":\"x\"}} | MISTYPED     | video  | an object instead of a string",
                "{\"id\":true}              | MISTYPED      | id     | true instead of a string",
                "{\"prompt\":\"\\ud800\"}   | MISTYPED      | prompt | it contains bytes that are not UTF-8",
                "{\"image\":\"a\\u0000b\"} | MISTYPED   | image  | it contains a character that no file name can have",
                "{\"video\":\"\\ud800.mp4\"} | MISTYPED | video  | it contains a character that no file name can have",
                "{\"imgae\":\"a\"}          | UNKNOWN_FIELD | imgae  | unknown field; did you mean image?",
                "{\"ID\":\"a\"}             | UNKNOWN_FIELD | ID     | unknown field; did you mean id?",
                "{\"characterOrientaton\":\"a\"} | UNKNOWN_FIELD | characterOrientaton"
                        + " | unknown field; did you mean character_orientation?",
            })
    void what_is_wrong_with_a_key_is_a_defect_by_its_name(String line, Kind kind, String path, String what)
            throws IOException {
        assertThat(jsonl(line)).containsExactly(defective(1, Manifests.defect(kind, path, what)));
    }

    @Test
    void a_key_that_stands_there_twice_is_a_defect_and_the_first_is_kept() throws IOException {
        ManifestRow row = jsonl("{\"image\":\"a\",\"image\":\"b\",\"reference_image\":\"c\"}")
                .get(0);
        assertThat(row.image()).contains("a");
        assertThat(row.defects()).containsExactly(Manifests.defect(Kind.DUPLICATE, "image", "given more than once"));
    }

    @Test
    void the_defects_of_a_row_are_bounded() throws IOException {
        String text = "{" + "\"imagee\":1,".repeat(80_000) + "\"image\":\"a\"}";
        ManifestRow row = jsonl(text).get(0);
        assertThat(row.defects()).hasSize(RowBuilder.MAX_DEFECTS);
        assertThat(row.image()).contains("a");
    }

    @Test
    void a_row_may_be_as_long_as_the_bound() throws IOException {
        String prompt = "x".repeat(Rows.MAX_ROW_BYTES - "{\"prompt\":\"\"}".length());
        assertThat(jsonl("{\"prompt\":\"" + prompt + "\"}").get(0).prompt()).contains(prompt);
        assertThat(jsonl("{\"prompt\":\"x" + prompt + "\"}" + NEXT))
                .containsExactly(unreadable(1, "longer than 1,048,576 bytes"), pair(2, "c", "d"));
    }

    @Test
    void reading_goes_on_behind_a_hundred_megabytes_without_a_line_end() throws IOException {
        InputStream text =
                new SequenceInputStream(new Endless('{', 100L << 20), new ByteArrayInputStream(NEXT.getBytes(UTF_8)));
        assertThat(rows(text, "m.jsonl"))
                .containsExactly(unreadable(1, "longer than 1,048,576 bytes"), pair(2, "c", "d"));
    }
}
