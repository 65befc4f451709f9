package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.spec.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are known for what they are although nothing can be read of them, and files that only begin oddly. */
class KnownDamageTest {
    /** In front of an image, what a program left there; how it is named is tested beside the probe. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----7dba224100ca\r\nContent-Disposition: form-data; name=\"f\"\r\nContent-Type: image/jpeg\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n",
                "\u00EF\u00BB\u00BF"
            })
    void what_cannot_be_read_as_any_format_is_one_finding(String head) {
        byte[] bytes = head.isEmpty()
                ? new byte[0]
                : Bytes.join(Bytes.text(head), JpegBuilder.picture().bytes());
        assertThat(Judged.findings(Judged.image(bytes))).containsExactly("image.readable=fail");
    }

    @Test
    void a_reference_movie_is_named_in_one_finding() {
        byte[] address = BoxWriter.fullBox("rdrf", 0, 0, Bytes.text("url "), Bytes.u32(2), Bytes.text("a\0"));
        byte[] movie = Mp4Builder.film()
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
                Mp4Builder.film().fragments(FragmentsBuilder.of(1, 5, 30_000)).bytes();
        byte[] film = Bytes.join(BoxWriter.box(box, Bytes.zeros(32)), fragments);
        assertThat(Judged.findings(Judged.anything(film))).isEmpty();
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
        assertThat(Judged.findings(Judged.video(Mp4Builder.film().brand(brand).bytes())))
                .isEmpty();
    }
}
