package io.mediapreflight.audit.baseline;

import static io.mediapreflight.audit.baseline.BaselineSamples.HEADER;
import static io.mediapreflight.audit.baseline.BaselineSamples.TODAY;
import static io.mediapreflight.audit.baseline.BaselineSamples.line;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.audit.text.Endless;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MalformedBaselineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty. Its first line must be {\"schema\":\"preflight.baseline/2\"}.",
                "'\n{}' | line 2: schema is missing.",
                "{\"schema\":\"preflight.baseline/3\"}"
                        + " | line 1: the schema is 'preflight.baseline/3'. This version reads preflight.baseline/2 and"
                        + " preflight.baseline/1.",
                "{\"schema\":1} | line 1: schema is a number, not a string.",
                "{\"source\":\"a.jpg\"} | line 1: 'source' is not a key of this line; the keys are schema.",
                "[] | line 1: not a JSON object.",
            })
    void the_first_line_says_what_the_file_is(String text, String message) {
        refuses(text, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"source\":\"a.jpg\",'        | '' | source is missing.",
                "'\"rule\":\"image.dimensions\",' | '' | rule is missing.",
                "'\"reason\":\"old\",'          | '' | reason is missing.",
                "',\"expires\":\"2027-03-01\"'  | '' | expires is missing.",
                "'\"old\"' | '\" \"'     | reason is empty. Say why the finding is accepted.",
                "'\"old\"' | 'null'      | reason is null, not a string.",
                "image.dimensions | image.dimension | there is no rule 'image.dimension'. Did you mean image.dimensions?",
                "2027-03-01 | 2027-02-29 | expires is '2027-02-29'; it must be a day such as 2027-03-01.",
                "2027-03-01 | 01.03.2027 | expires is '01.03.2027'; it must be a day such as 2027-03-01.",
                "2027-03-01 | never      | expires is 'never'; it must be a day such as 2027-03-01.",
                "'}' | ',\"severity\":\"pass\"}'"
                        + " | severity is 'pass'; it must be warn, unknown or fail, or be left out.",
                "'}' | ',\"severity\":\"FAIL\"}'"
                        + " | severity is 'FAIL'; it must be warn, unknown or fail, or be left out.",
                "'}' | ',\"measured\":299}'       | measured is a number, not a string.",
                "'}' | ',\"reason\":\"new\"}'     | reason is given more than once.",
                "'}' | ',\"sourceBytes\":\"%\"}'  | sourceBytes is not base64.",
                "'}' | ',\"sourceBytes\":\"Yg==\"}' | sourceBytes and source are different names.",
                "'}' | ',\"expiry\":\"x\"}' | 'expiry' is not a key of this line;"
                        + " the keys are source, sourceBytes, rule, severity, measured, path, reason and expires.",
                "'}' | '} {}' | not JSON: something follows the end of the JSON value (column 84).",
            })
    void what_is_wrong_with_a_line_is_said_with_its_number(String old, String now, String message) {
        refuses(HEADER + line("") + "\n" + line("").replace(old, now), "line 4: " + message);
    }

    @Test
    void what_a_merge_left_behind_is_no_line() {
        assertThatThrownBy(() -> read(HEADER + "<<<<<<< HEAD\n" + line("")))
                .isInstanceOf(BaselineException.class)
                .hasMessageStartingWith("line 2: not JSON: ");
    }

    @Test
    void more_entries_than_the_bound_are_refused() throws IOException {
        byte[] text = (HEADER + line("") + line("") + line("")).getBytes(UTF_8);
        Baseline.read(new ByteArrayInputStream(text), TODAY, 3);
        assertThatThrownBy(() -> Baseline.read(new ByteArrayInputStream(text), TODAY, 2))
                .isInstanceOf(BaselineException.class)
                .hasMessage("line 4: there are more than 2 findings, the maximum of a baseline.");
    }

    @Test
    void a_line_without_an_end_is_not_read_to_its_end() {
        Endless endless = new Endless('x', 100L << 20);
        InputStream text = new SequenceInputStream(new ByteArrayInputStream(HEADER.getBytes(UTF_8)), endless);
        assertThatThrownBy(() -> Baseline.read(text, TODAY, 10))
                .isInstanceOf(BaselineException.class)
                .hasMessage("line 2: it is longer than 1,048,576 bytes.");
        assertThat(endless.left()).isGreaterThan(98L << 20);
    }

    @Test
    @Tag("heavy")
    void blank_lines_without_end_are_bounded() {
        Endless endless = new Endless(" ".repeat(1023) + "\n", 1 << 20);
        assertThatThrownBy(() -> Baseline.read(endless, TODAY, 10))
                .isInstanceOf(BaselineException.class)
                .hasMessageEndingWith("a baseline may have at most 536,870,912 bytes.");
    }

    @Test
    void cut_at_every_byte_it_is_whole_lines_or_refused() throws IOException {
        byte[] text = (HEADER + line("\"severity\":\"fail\"") + line("\"measured\":\"é\"")).getBytes(UTF_8);
        for (int length = 0; length <= text.length; length++) {
            byte[] cut = Arrays.copyOf(text, length);
            boolean whole = length > 0 && (text[length - 1] == '\n' || length == text.length || text[length] == '\n');
            assertThat(isRead(cut)).as("%d bytes", length).isEqualTo(whole);
        }
    }

    @Test
    void whatever_its_bytes_are_it_is_read_or_refused() throws IOException {
        Random random = new Random(17);
        byte[] text = (HEADER + line("\"severity\":\"fail\",\"sourceBytes\":\"YS5qcGc=\"") + line("")).getBytes(UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = text.clone();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            isRead(bytes);
        }
    }

    private static boolean isRead(byte[] text) throws IOException {
        try {
            Baseline.read(new ByteArrayInputStream(text), TODAY, 10);
            return true;
        } catch (BaselineException e) {
            return false;
        }
    }

    private static void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BaselineException.class)
                .hasMessage(message);
    }

    private static Baseline read(String text) throws IOException {
        return Baseline.read(new ByteArrayInputStream(text.getBytes(UTF_8)), TODAY, 10);
    }
}
