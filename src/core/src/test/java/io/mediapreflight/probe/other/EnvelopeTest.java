package io.mediapreflight.probe.other;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.RuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were saved together with what they came in: one finding, which names it. */
class EnvelopeTest {
    private static final byte[] JPEG = JpegBuilder.image().bytes();
    private static final String PART = String.join(
            "\r\n",
            "Content-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"",
            "Content-Type: image/jpeg",
            "",
            "");
    private static final String BOUNDARY = "-----------------------------7dba224100ca";

    private static Verdict image(byte[]... parts) {
        return Judged.image(Bytes.join(parts));
    }

    private static String only(Verdict verdict) {
        assertThat(Judged.findings(verdict)).containsExactly("image.readable=fail");
        return Judged.finding(verdict, RuleId.IMAGE_READABLE).actual();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n"})
    void a_multipart_body_is_named_and_the_place_of_the_image_in_it(String lineEnd) {
        String head = (BOUNDARY + "\r\n" + PART).replace("\r\n", lineEnd);
        byte[] end = Bytes.text(lineEnd + BOUNDARY + "--" + lineEnd);
        assertThat(only(image(Bytes.text(head), JPEG, end)))
                .startsWith("this is a multipart body that was saved whole: the JPEG itself begins at byte "
                        + head.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n",
                "HTTP/2 200\r\ncontent-length: 12345\r\ncontent-type: image/jpeg\r\n\r\n",
                "Content-Type: image/jpeg\r\nContent-Length: 17\r\n\r\n"
            })
    void the_head_of_an_http_response_is_named(String head) {
        assertThat(only(image(Bytes.text(head), JPEG)))
                .startsWith(
                        "it begins with the head of an HTTP response: the JPEG itself begins at byte " + head.length());
    }

    @Test
    void a_byte_order_mark_is_named_before_an_image() {
        assertThat(only(image(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, JPEG)))
                .startsWith("a byte-order mark, EF BB BF, stands before the JPEG");
    }

    @Test
    void blank_lines_are_named_before_an_image() {
        assertThat(only(image(Bytes.text("\r\n\r\n"), PngBuilder.image().bytes())))
                .startsWith("white space stands before the PNG");
    }

    @Test
    void a_byte_order_mark_is_named_before_a_video_too() {
        Verdict verdict =
                Judged.video(Bytes.join(new byte[] {-1, -2}, Mp4Builder.clip().bytes()));
        assertThat(Judged.findings(verdict)).containsExactly("video.readable=fail");
        assertThat(Judged.finding(verdict, RuleId.VIDEO_READABLE).actual())
                .startsWith("a byte-order mark, FF FE, stands before the MP4");
    }

    @Test
    void an_empty_file_is_one_finding() {
        assertThat(only(image(new byte[0]))).startsWith("the file is empty");
    }

    @Test
    void an_empty_file_that_is_meant_for_nothing_is_one_finding_too() {
        Verdict verdict = Preflight.standard().check(BytesSource.of(new byte[0]), Subject.anything());
        assertThat(Judged.findings(verdict)).containsExactly("media.kind=fail");
    }

    @Test
    void two_hyphens_and_a_text_are_no_multipart_body() {
        assertThat(Judged.findings(image(Bytes.text("-- a comment\r\nselect 1;\r\n"))))
                .containsExactly("media.kind=fail", "image.format=fail");
    }
}
