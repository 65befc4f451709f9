package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTest {
    private static final byte[] JPEG = JpegBuilder.image().bytes();
    private static final byte[] MP4 = Mp4Builder.clip().bytes();

    private static List<String> findings(byte[] bytes, Subject subject) {
        return Judged.findings(Preflight.standard().check(BytesSource.of(bytes), subject));
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, JPEG",
        "image/jpg, JPEG",
        "image/png, PNG",
        "IMAGE/PNG, PNG",
        "image/png; charset=binary, PNG",
        "image/webp, WEBP",
        "image/svg+xml, SVG",
        "video/mp4, MP4",
        "'video/mp4;codecs=\"avc1.42E01E, mp4a.40.2\"', MP4",
        "video/quicktime, MOV",
        "video/x-m4v, MP4",
        "video/x-matroska, MKV",
        "video/webm, WEBM"
    })
    void a_media_type_names_a_format(String mediaType, Format format) {
        assertThat(Subject.anything().declaredAs(mediaType).promisedByMediaType())
                .contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";", "image", "image/", "application/octet-stream", "text/html", "image/x-unheard-of"})
    void other_media_types_name_none(String mediaType) {
        assertThat(Subject.anything().declaredAs(mediaType).promisedByMediaType())
                .isEmpty();
    }

    @Test
    void the_slot_says_what_media_are_meant_for_whatever_their_name_says() {
        assertThat(Subject.image().named("a.mp4").meantFor()).contains(Kind.IMAGE);
        assertThat(Subject.anything().named("a.mp4").meantFor()).contains(Kind.VIDEO);
        assertThat(Subject.anything().meantFor()).isEmpty();
        assertThat(Subject.anything().forSlot(Slot.VIDEO)).isEqualTo(Subject.video());
    }

    @Test
    void nothing_is_held_against_media_of_which_nothing_is_known() {
        assertThat(findings(JPEG, Subject.anything())).isEmpty();
        assertThat(findings(MP4, Subject.anything())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg", "a.jpeg", "a.unheard-of", "a", "a.jpg.part"})
    void a_jpeg_by_its_own_name_or_by_none_passes(String name) {
        assertThat(findings(JPEG, Subject.anything().named(name))).isEmpty();
    }

    @Test
    void a_jpeg_named_after_another_accepted_image_is_a_warning() {
        assertThat(findings(JPEG, Subject.anything().named("a.png"))).containsExactly("image.name=warn");
    }

    @Test
    void a_jpeg_declared_as_another_accepted_image_is_a_warning() {
        assertThat(findings(JPEG, Subject.image().declaredAs("image/png"))).containsExactly("image.name=warn");
    }

    @Test
    void a_jpeg_named_after_a_video_fails() {
        assertThat(findings(JPEG, Subject.anything().named("a.mp4"))).containsExactly("media.kind=fail");
    }

    @Test
    void a_jpeg_in_the_slot_of_a_video_fails() {
        assertThat(findings(JPEG, Subject.video())).containsExactly("media.kind=fail", "video.container=fail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video/mp4",
                "VIDEO/MP4; codecs=\"avc1\"",
                "video/x-unheard-of",
                "audio/mpeg",
                "text/html",
                "application/pdf",
                "application/mp4"
            })
    void a_jpeg_declared_as_another_kind_fails_whatever_its_name_says(String mediaType) {
        assertThat(findings(JPEG, Subject.anything().declaredAs(mediaType))).containsExactly("media.kind=fail");
        assertThat(findings(JPEG, Subject.anything().named("a.jpg").declaredAs(mediaType)))
                .containsExactly("media.kind=fail");
    }

    @Test
    void the_declared_media_type_is_stronger_than_the_extension() {
        Subject subject = Subject.anything().named("a.mp4").declaredAs("image/jpeg");
        assertThat(subject.meantFor()).contains(Kind.IMAGE);
        assertThat(findings(JPEG, subject)).isEmpty();
    }

    @Test
    void the_slot_is_stronger_than_the_declared_media_type() {
        assertThat(findings(JPEG, Subject.image().declaredAs("video/mp4"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "image", "application/octet-stream", "binary/octet-stream", "multipart/form-data"})
    void a_media_type_of_no_kind_leaves_it_to_the_extension(String mediaType) {
        assertThat(findings(JPEG, Subject.anything().declaredAs(mediaType))).isEmpty();
        assertThat(findings(JPEG, Subject.anything().named("a.mp4").declaredAs(mediaType)))
                .containsExactly("media.kind=fail");
    }

    @Test
    void the_sentence_names_the_kind_that_was_declared() {
        assertThat(Preflight.standard()
                        .check(BytesSource.of(JPEG), Subject.anything().declaredAs("audio/mpeg"))
                        .findings())
                .extracting(finding -> finding.limit())
                .containsExactly("an audio file");
    }

    @Test
    void a_video_in_the_slot_of_an_image_fails() {
        assertThat(findings(MP4, Subject.image())).containsExactly("media.kind=fail");
    }

    @Test
    void an_mp4_named_after_quicktime_is_a_warning() {
        assertThat(findings(MP4, Subject.anything().named("a.mov"))).containsExactly("video.name=warn");
    }
}
