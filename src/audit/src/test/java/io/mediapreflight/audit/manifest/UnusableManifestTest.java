package io.mediapreflight.audit.manifest;

import static io.mediapreflight.audit.manifest.Manifests.csv;
import static io.mediapreflight.audit.manifest.Manifests.pair;
import static io.mediapreflight.audit.manifest.Manifests.rows;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.audit.text.Endless;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnusableManifestTest {
    private static final String EXPECTED =
            "its first row must name its columns, image or video among them. The columns are"
                    + " id, image, video, orientation, prompt and resolution, separated by commas, semicolons or tabs. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                   | It is empty.",
                "'\n\n,,\n'           | It is empty.",
                "'a.png,b.mp4\n'      | Its first row has 'a.png', 'b.mp4'.",
                "'clip;still\na;b\n' | Its first row has 'clip', 'still'.",
                "'a,b,c,d,e,f,g,h,i,j,k' | " + "Its first row has 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', ….",
                "'\"image'            | The quotes in its first row do not pair.",
            })
    void a_csv_without_a_header_says_what_is_expected(String text, String but) {
        assertThatThrownBy(() -> csv(text))
                .isInstanceOf(ManifestException.class)
                .hasMessage(EXPECTED + but);
    }

    @ParameterizedTest
    @CsvSource({"'image,image', image", "'image,Image', image", "'image,orientation,character_orientation', orientation"
    })
    void a_column_that_stands_there_twice_is_refused(String header, String column) {
        assertThatThrownBy(() -> csv(header + "\n"))
                .isInstanceOf(ManifestException.class)
                .hasMessage("it has more than one column '" + column + "'. Remove all but one.");
    }

    @Test
    void more_columns_than_any_table_has_are_refused() throws IOException {
        assertThat(csv("image" + ",x".repeat(CsvHeader.MAX_COLUMNS - 1))).isEmpty();
        assertThatThrownBy(() -> csv("image" + ",x".repeat(CsvHeader.MAX_COLUMNS)))
                .isInstanceOf(ManifestException.class)
                .hasMessage("it has 1,001 columns; the maximum is 1,000. Only six are used.");
    }

    @Test
    void utf_16_is_reported_as_such() {
        for (byte[] text : new byte[][] {"image,video".getBytes(UTF_16), "\uFEFFimage".getBytes(UTF_16LE)}) {
            assertThatThrownBy(() -> rows(text, "m.csv"))
                    .isInstanceOf(ManifestException.class)
                    .hasMessage("it is in UTF-16. Save it as UTF-8.");
        }
    }

    @Test
    void lines_that_end_in_a_carriage_return_alone_are_reported_as_such() {
        assertThatThrownBy(() -> csv("image,video\ra,b\r"))
                .isInstanceOf(ManifestException.class)
                .hasMessage("its lines end in a carriage return alone. Save it with line feeds.");
    }

    @Test
    void a_first_row_without_an_end_is_not_read_to_its_end() {
        Endless endless = new Endless('x', 100L << 20);
        assertThatThrownBy(() -> rows(endless, "m.csv"))
                .isInstanceOf(ManifestException.class)
                .hasMessage(EXPECTED + "Its first row is longer than 1,048,576 bytes.");
        assertThat(endless.left()).isGreaterThan(98L << 20);
    }

    @Test
    void its_stream_is_closed() {
        AtomicBoolean closed = new AtomicBoolean();
        ByteArrayInputStream stream = new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        assertThatThrownBy(() -> Manifest.open(stream, "m.csv")).isInstanceOf(ManifestException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void a_manifest_that_is_not_there_is_an_io_exception(@TempDir Path directory) {
        assertThatThrownBy(() -> Manifest.open(directory.resolve("none.csv"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Manifest.open(directory)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "m.csv, 'image,video\na,b\n', 2",
        "m.JSONL, '{\"image\":\"a\",\"video\":\"b\"}', 1",
        "m.ndjson, '{\"image\":\"a\",\"video\":\"b\"}', 1",
        "m.txt, '\n \n{\"image\":\"a\",\"video\":\"b\"}', 3",
        "m, '\uFEFF{\"image\":\"a\",\"video\":\"b\"}', 1",
        "m, 'image,video\na,b\n', 2",
    })
    void the_format_is_what_the_name_or_else_the_first_byte_says(String name, String text, int line)
            throws IOException {
        assertThat(rows(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), name))
                .containsExactly(pair(line, "a", "b"));
    }
}
