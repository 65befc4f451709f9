package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.spec.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are known for what they are although nothing can be read of them, and files that only begin oddly. */
class KnownDamageTest {
    private static final byte[] IMAGE = JpegBuilder.image().bytes();
    private static final String BOUNDARY = "-----------------------------7dba224100ca";

    private static byte[] behind(String head) {
        return Bytes.join(Bytes.text(head), IMAGE);
    }

    static Stream<Arguments> wrapped() {
        String part =
                "Content-Disposition: form-data; name=\"f\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
        String png = new String(PngBuilder.image().bytes(), StandardCharsets.ISO_8859_1);
        return Stream.of(
                arguments("multipart body", behind(BOUNDARY + "\r\n" + part)),
                arguments("multipart body", behind("--b\n" + part.replace("\r\n", "\n"))),
                arguments("HTTP response", behind("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n")),
                arguments("HTTP response", behind("Content-Type: image/jpeg\r\nContent-Length: 5\r\n\r\n")),
                arguments("byte-order mark", behind("\u00EF\u00BB\u00BF")),
                arguments("byte-order mark", Bytes.text("\u00EF\u00BB\u00BF" + png)),
                arguments("the file is empty", new byte[0]));
    }

    @ParameterizedTest
    @MethodSource("wrapped")
    void is_named_in_one_finding(String name, byte[] bytes) {
        Verdict verdict = Judged.image(bytes);
        assertThat(Judged.findings(verdict)).containsExactly("image.readable=fail");
        assertThat(Judged.finding(verdict, RuleId.IMAGE_READABLE).actual()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- a comment of SQL\nselect 1;\n",
                "HTTP/1.1 is the version of a protocol.\n",
                "\u00EF\u00BB\u00BFa text with a mark in front"
            })
    void text_is_text(String text) {
        assertThat(Judged.finding(Judged.anything(Bytes.text(text)), RuleId.MEDIA_KIND)
                        .actual())
                .containsIgnoringCase("text");
    }

    @Test
    void a_reference_movie_is_named_in_one_finding() {
        byte[] address = BoxWriter.fullBox("rdrf", 0, 0, Bytes.text("url "), Bytes.u32(2), Bytes.text("a\0"));
        byte[] movie = Mp4Builder.clip()
                .onlyInMoov(BoxWriter.box("rmra", BoxWriter.box("rmda", address)))
                .withoutFileType()
                .withoutMediaData()
                .bytes();
        assertThat(Judged.findings(Judged.video(movie))).containsExactly("video.readable=fail");
        assertThat(Judged.finding(Judged.video(movie), RuleId.VIDEO_READABLE).actual())
                .startsWith("this is a QuickTime reference movie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"udta", "junk", "pict", "PICT", "prfl", "pdin", "meta", "skip"})
    void a_video_may_begin_with_a_box_that_no_standard_puts_there(String box) {
        byte[] fragments =
                Mp4Builder.clip().fragments(FragmentsBuilder.of(1, 5, 30_000)).bytes();
        byte[] clip = Bytes.join(BoxWriter.box(box, Bytes.zeros(32)), fragments);
        assertThat(Judged.findings(Judged.anything(clip))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"udta", "junk", "pict", "meta"})
    void a_common_word_alone_makes_no_video(String word) {
        byte[] bytes = Bytes.join(Bytes.u32(20), Bytes.text(word), Bytes.filled(40, 0x91));
        assertThat(Judged.findings(Judged.anything(bytes))).isEqualTo(List.of("media.kind=fail"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmf2", "cmff", "mp4v"})
    void a_brand_that_is_mp4_passes(String brand) {
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().brand(brand).bytes())))
                .isEmpty();
    }
}
