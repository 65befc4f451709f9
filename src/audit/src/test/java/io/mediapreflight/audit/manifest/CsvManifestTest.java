package io.mediapreflight.audit.manifest;

import static io.mediapreflight.audit.manifest.Manifests.csv;
import static io.mediapreflight.audit.manifest.Manifests.pair;
import static io.mediapreflight.audit.manifest.Manifests.rows;
import static io.mediapreflight.audit.manifest.Manifests.unreadable;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mediapreflight.audit.text.Shortly;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDefect.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvManifestTest {
    @Test
    void a_row_has_what_its_columns_say_in_any_order() throws IOException {
        String text = "prompt,resolution,orientation,video,image,id\nA dance,1080P,video,b.mp4,a.png,17\n";
        assertThat(csv(text))
                .containsExactly(new ManifestRow(
                        2,
                        Optional.of("17"),
                        Optional.of("a.png"),
                        Optional.of("b.mp4"),
                        Optional.of("A dance"),
                        Optional.of("1080P"),
                        Optional.of("video"),
                        List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image,video\na,b",
                "image,video\na,b\n",
                "image,video\r\na,b\r\n",
                "\uFEFFimage,video\na,b\n",
                " Image , VIDEO\na,b\n",
                "reference_image,reference_video\na,b\n",
                "image,video,notes,notes,\na,b,x,y,z\n",
                "\"image\",\"video\"\n\"a\",\"b\"\n",
                "image;video\na;b\n",
                "\uFEFFimage;video\r\na;b\r\n",
                "image\tvideo\na\tb\n",
            })
    void a_header_is_read_as_people_and_spreadsheets_write_it(String text) throws IOException {
        assertThat(csv(text)).containsExactly(pair(2, "a", "b"));
        assertThat(rows(new Shortly(text.getBytes(UTF_8)), "m.csv")).containsExactly(pair(2, "a", "b"));
    }

    @Test
    void a_comma_in_the_first_row_decides_whatever_else_is_in_it() throws IOException {
        assertThat(csv("image,video,a;b\nx;y,z,\n")).containsExactly(pair(2, "x;y", "z"));
        assertThat(csv("video\na;b\n")).hasSize(1);
    }

    @Test
    void a_comma_is_a_letter_where_semicolons_separate() throws IOException {
        assertThat(csv("image;video\na,1;\"b;2\"\n")).containsExactly(pair(2, "a,1", "b;2"));
    }

    @Test
    void quotes_hold_commas_quotes_and_line_ends() throws IOException {
        assertThat(csv("image,video\n\"a,\"\"1\"\"\r\n\n.png\",b\nc,d\n"))
                .containsExactly(pair(2, "a,\"1\"\r\n\n.png", "b"), pair(5, "c", "d"));
    }

    @Test
    void a_quote_within_a_cell_and_spaces_around_it_are_the_cells_own() throws IOException {
        assertThat(csv("image,video\n12\" disk.png, b c \n")).containsExactly(pair(2, "12\" disk.png", " b c "));
    }

    @Test
    void tabs_part_the_cells_of_a_tsv() throws IOException {
        assertThat(rows("image\tvideo\na,1\t\"b\t2\"\n".getBytes(UTF_8), "m.TSV"))
                .containsExactly(pair(2, "a,1", "b\t2"));
    }

    @Test
    void empty_cells_are_absent() throws IOException {
        assertThat(csv("image,video\n,b\na,\n\"\",c\n"))
                .containsExactly(pair(2, "", "b"), pair(3, "a", ""), pair(4, "", "c"));
    }

    @Test
    void rows_without_anything_are_passed_over_and_counted() throws IOException {
        assertThat(csv("\n\nimage,video\n\n,\r\na,b\n\n\nc,d\n\n"))
                .containsExactly(pair(6, "a", "b"), pair(9, "c", "d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image,video\ne,f\rc,d\nx,y\n", "image,video\ne,f\r\r,\rc,d\r\nx,y"})
    void a_row_behind_a_carriage_return_alone_has_the_number_of_its_line(String text) throws IOException {
        assertThat(csv(text)).containsExactly(pair(2, "e", "f"), pair(2, "c", "d"), pair(3, "x", "y"));
    }

    @Test
    void a_quote_that_is_not_closed_behind_a_carriage_return_alone_loses_its_row_alone() throws IOException {
        assertThat(csv("image,video\ne,f\r\"c,d\nx,y\n")).element(2).isEqualTo(pair(3, "x", "y"));
    }

    @Test
    void the_bytes_of_a_file_name_survive() throws IOException {
        byte[] text = "image,video\nr\u00e9\u00ff.png,\"\u0080\n\"\n".getBytes(ISO_8859_1);
        assertThat(rows(text, "m.csv")).containsExactly(pair(2, "r\uDCE9\uDCFF.png", "\uDC80\n"));
    }

    @Test
    void a_text_that_is_not_utf_8_is_a_defect() throws IOException {
        byte[] text = "image,video,prompt\na,b,caf\u00e9\n".getBytes(ISO_8859_1);
        assertThat(rows(text, "m.csv"))
                .extracting(ManifestRow::prompt, ManifestRow::defects)
                .containsExactly(tuple(
                        Optional.empty(),
                        List.of(Manifests.defect(Kind.MISTYPED, "prompt", "it contains bytes that are not UTF-8"))));
    }

    @ParameterizedTest
    @CsvSource({
        "a      , '1 cell in the row and 2 in the header'",
        "'a,b,c', '3 cells in the row and 2 in the header'",
        "'\"a\"x,b', 'text follows a closing quote (write a quote within quotes twice)'",
    })
    void a_broken_row_is_a_defect_and_the_next_is_read(String row, String what) throws IOException {
        assertThat(csv("image,video\n" + row + "\nc,d\n")).containsExactly(unreadable(2, what), pair(3, "c", "d"));
    }

    @Test
    void a_broken_row_is_given_up_to_the_end_of_its_line_however_long_that_is() throws IOException {
        String row = "\"a\"x," + "y".repeat(50_000);
        assertThat(csv("image,video\n" + row + "\nc,d\n"))
                .extracting(ManifestRow::line, ManifestRow::image)
                .containsExactly(tuple(2L, Optional.empty()), tuple(3L, Optional.of("c")));
    }

    @Test
    void a_quote_that_is_not_closed_spoils_its_row_alone() throws IOException {
        assertThat(csv("image,video\na,b\n\"c,d\ne,f\ng,h\n"))
                .containsExactly(
                        pair(2, "a", "b"),
                        unreadable(3, "a quote is not closed"),
                        pair(4, "e", "f"),
                        pair(5, "g", "h"));
    }

    @Test
    void a_quote_that_runs_into_the_quotes_of_a_later_row_spoils_its_row_alone() throws IOException {
        assertThat(csv("image,video\n\"a,b\nc,d\n\"e\",f\ng,h\n"))
                .extracting(
                        ManifestRow::line,
                        ManifestRow::image,
                        row -> row.defects().size())
                .containsExactly(
                        tuple(2L, Optional.empty(), 1),
                        tuple(3L, Optional.of("c"), 0),
                        tuple(4L, Optional.of("e"), 0),
                        tuple(5L, Optional.of("g"), 0));
    }

    @Test
    void a_quote_that_is_closed_by_a_later_row_and_leaves_too_few_cells_spoils_its_row_alone() throws IOException {
        assertThat(csv("image,video\n\"a,b\nc,d\ne,f\"\ng,h\n"))
                .extracting(ManifestRow::line, ManifestRow::image)
                .containsExactly(
                        tuple(2L, Optional.empty()),
                        tuple(3L, Optional.of("c")),
                        tuple(4L, Optional.of("e")),
                        tuple(5L, Optional.of("g")));
    }

    @Test
    void a_row_may_be_as_long_as_the_bound() throws IOException {
        String image = "x".repeat(Rows.MAX_ROW_BYTES - 3);
        assertThat(csv("image,video\n" + image + ",b\nc,d\n")).containsExactly(pair(2, image, "b"), pair(3, "c", "d"));
    }

    @Test
    void a_row_one_byte_longer_is_unreadable_and_the_next_is_read() throws IOException {
        String image = "x".repeat(Rows.MAX_ROW_BYTES - 2);
        assertThat(csv("image,video\n" + image + ",b\nc,d\n")).containsExactly(tooLong(2), pair(3, "c", "d"));
    }

    @Test
    void lines_within_quotes_are_bounded_together() throws IOException {
        String image = "\"" + "x\n".repeat(Rows.MAX_ROW_BYTES / 2) + "\"";
        assertThat(csv("image,video\na,b\n" + image + ",b\nc,d\n"))
                .startsWith(pair(2, "a", "b"), tooLong(3))
                .endsWith(pair(4 + Rows.MAX_ROW_BYTES / 2, "c", "d"));
    }

    @Test
    void a_misspelt_column_is_said_once() throws IOException {
        RequestDefect defect =
                Manifests.defect(Kind.UNKNOWN_FIELD, "orientaton", "unknown field; did you mean orientation?");
        assertThat(csv("image,orientaton\na,video\nb,video\n"))
                .extracting(ManifestRow::defects)
                .containsExactly(List.of(defect), List.of());
    }

    @Test
    void an_id_that_fits_no_line_is_a_defect() throws IOException {
        String id = "x".repeat(RowBuilder.MAX_ID_CHARS);
        List<ManifestRow> rows = csv("id,image\n" + id + ",a\nx" + id + ",b\n");
        assertThat(rows).extracting(ManifestRow::id).containsExactly(Optional.of(id), Optional.empty());
        assertThat(rows.get(1).defects())
                .containsExactly(
                        Manifests.defect(Kind.MISTYPED, "id", "1,001 characters; the maximum of an id is 1,000"));
    }

    private static ManifestRow tooLong(long line) {
        return unreadable(line, "longer than 1,048,576 bytes, perhaps because a quote is not closed");
    }
}
