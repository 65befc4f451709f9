package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceDigest;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.Span;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClearingTest {
    @TempDir
    Path directory;

    private Studio studio;

    @BeforeEach
    void setUp() throws IOException {
        studio = Studio.in(directory);
    }

    private static ClearedRequest cleared(Clearance clearance) {
        assertThat(clearance).isInstanceOf(Clearance.Cleared.class);
        return ((Clearance.Cleared) clearance).request();
    }

    private static String why(Clearance clearance) {
        assertThat(clearance).isInstanceOf(Clearance.Refused.class);
        return ((Clearance.Refused) clearance).why();
    }

    private static String sha256(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void what_passes_is_cleared_with_everything_that_was_judged() throws Exception {
        ClearedRequest request = cleared(studio.preflight().clear(studio.check(Studio.request()), false));
        assertThat(request.request()).isEqualTo(Studio.request().withDefaults(Limits.klingV3MotionControl()));
        assertThat(request.limits()).isSameAs(Limits.klingV3MotionControl());
        assertThat(request.clearedAt()).isEqualTo(Studio.NOON);
        assertThat(request.validUntil()).isEqualTo(Studio.NOON.plus(ClearedRequest.VALID_FOR));
        assertThat(request.media())
                .containsExactly(
                        new ClearedCopy(
                                "reference_images[0].url",
                                LocalCopy.of(studio.image()),
                                new SourceDigest(Files.size(studio.image()), sha256(studio.image()))),
                        new ClearedCopy(
                                "reference_videos[0].url",
                                LocalCopy.of(studio.video()),
                                new SourceDigest(Files.size(studio.video()), sha256(studio.video()))));
    }

    @Test
    void what_is_cleared_asks_for_the_default_of_the_limits_that_it_was_judged_by() throws Exception {
        Limits own = Limits.klingV3MotionControl().toBuilder()
                .request(new RequestLimits(2500, List.of("1080P"), "1080P", 1, 1))
                .build();
        Preflight preflight = Preflight.with(own);

        RequestVerdict verdict = preflight.check(Studio.request(), List.of(), studio.media());

        assertThat(cleared(preflight.clear(verdict, false)).request().resolution())
                .hasValue("1080P");
    }

    @Test
    void a_file_larger_than_the_buffer_is_digested_whole() throws Exception {
        Files.write(studio.video(), Mp4Builder.clip().mediaData(1_000_003).bytes());
        ClearedRequest request = cleared(studio.preflight().clear(studio.check(Studio.request()), false));
        assertThat(request.media().get(1).digest().sha256()).isEqualTo(sha256(studio.video()));
    }

    @Test
    void a_warning_is_cleared_on_demand_only() throws IOException {
        RequestVerdict verdict = studio.check(
                Studio.request().toBuilder().prompt("😀".repeat(2400)).build());
        assertThat(verdict.outcome()).isEqualTo(Outcome.WARN);
        assertThat(why(studio.preflight().clear(verdict, false))).contains("has warnings");
        cleared(studio.preflight().clear(verdict, true));
    }

    @Test
    void what_is_unknown_is_never_cleared() throws IOException {
        RequestVerdict verdict = studio.preflight().check(Studio.request(), List.of(), LocalMedia.none());
        assertThat(why(studio.preflight().clear(verdict, false))).contains("could not be completed");
        assertThat(why(studio.preflight().clear(verdict, true))).contains("could not be completed");
    }

    @Test
    void what_fails_is_never_cleared() throws IOException {
        RequestVerdict verdict =
                studio.check(Studio.request().toBuilder().resolution("4K").build());
        assertThat(why(studio.preflight().clear(verdict, false))).isEqualTo("The request breaks a rule.");
        assertThat(why(studio.preflight().clear(verdict, true))).isEqualTo("The request breaks a rule.");
    }

    @Test
    void what_was_judged_by_other_limits_is_not_cleared() throws IOException {
        Limits wider = Limits.klingV3MotionControl().toBuilder()
                .imageSide(new Span(1, 100_000))
                .build();
        RequestVerdict verdict = Preflight.builder()
                .limits(wider)
                .clock(studio.clock())
                .build()
                .check(Studio.request(), List.of(), studio.media());
        assertThat(why(studio.preflight().clear(verdict, true))).contains("other limits");
    }

    @Test
    void a_file_that_changed_since_it_was_judged_is_not_cleared() throws IOException {
        RequestVerdict verdict = studio.check(Studio.request());
        Files.write(studio.video(), Mp4Builder.clip().mediaData(2000).bytes());
        assertThat(why(studio.preflight().clear(verdict, false))).contains("has changed since it was checked");
    }

    @Test
    void a_file_that_was_touched_since_it_was_judged_is_judged_again_first() throws IOException {
        RequestVerdict verdict = studio.check(Studio.request());
        Files.setLastModifiedTime(studio.video(), FileTime.from(Studio.NOON));
        assertThat(why(studio.preflight().clear(verdict, false))).contains("has changed since it was checked");
        cleared(studio.preflight().clear(studio.check(Studio.request()), false));
    }

    @Test
    void a_file_that_changed_behind_an_equal_stamp_is_judged_again() throws IOException {
        RequestVerdict verdict = studio.check(Studio.request());
        FileTime modified = Files.getLastModifiedTime(studio.image());
        byte[] bytes = PngBuilder.image().size(100, 100).bytes();
        byte[] padded = Arrays.copyOf(bytes, (int) Files.size(studio.image()));
        Files.write(studio.image(), padded);
        Files.setLastModifiedTime(studio.image(), modified);
        assertThat(why(studio.preflight().clear(verdict, false))).contains("has changed since it was checked");
    }

    @Test
    void a_file_that_was_replaced_or_deleted_is_not_cleared() throws IOException {
        RequestVerdict verdict = studio.check(Studio.request());
        Files.delete(studio.image());
        assertThat(why(studio.preflight().clear(verdict, false))).contains("can no longer be read");
        Files.createDirectory(studio.image());
        assertThat(why(studio.preflight().clear(verdict, false))).contains("can no longer be read");
    }

    private static GenerationRequest signedFor(Duration duration) {
        long expires = Studio.NOON.plus(duration).getEpochSecond();
        return Studio.withoutReferences()
                .image(Studio.IMAGE_URL)
                .video(Studio.VIDEO_URL + "?AWSAccessKeyId=A&Signature=b&Expires=" + expires)
                .build();
    }

    @Test
    void a_clearance_ends_when_a_signature_does() throws IOException {
        RequestVerdict verdict = studio.check(signedFor(Duration.ofMinutes(7)));
        ClearedRequest request = cleared(studio.preflight().clear(verdict, true));
        assertThat(request.validUntil()).isEqualTo(Studio.NOON.plus(Duration.ofMinutes(7)));
    }

    @Test
    void a_signature_that_expired_since_the_check_is_not_cleared() throws IOException {
        RequestVerdict verdict = studio.check(signedFor(Duration.ofMinutes(61)));
        assertThat(verdict.passed()).isTrue();
        studio.clock().advance(Duration.ofMinutes(2));
        assertThat(why(studio.preflight().clear(verdict, false)))
                .contains("A second check found: ")
                .contains("in 59 min");
        studio.clock().advance(Duration.ofHours(1));
        assertThat(why(studio.preflight().clear(verdict, true)))
                .contains("A second check found: ")
                .contains("expired");
    }

    @Test
    void an_image_in_the_request_needs_no_digest() throws IOException {
        String image = "data:;base64,"
                + java.util.Base64.getEncoder()
                        .encodeToString(PngBuilder.image().bytes());
        GenerationRequest request =
                Studio.withoutReferences().image(image).video(Studio.VIDEO_URL).build();
        LocalMedia media = LocalMedia.none().withVideo(studio.video());
        RequestVerdict verdict = studio.preflight().check(request, List.of(), media);
        assertThat(cleared(studio.preflight().clear(verdict, true)).media())
                .extracting(ClearedCopy::path)
                .containsExactly("reference_videos[0].url");
    }

    @Test
    void shows_no_signature() throws IOException {
        RequestVerdict verdict = studio.check(signedFor(Duration.ofDays(1)));
        assertThat(verdict.toString()).doesNotContain("Signature");
        assertThat(cleared(studio.preflight().clear(verdict, false)).toString()).doesNotContain("Signature");
    }

    @Test
    void a_cleared_request_can_be_made_neither_by_inheritance_nor_from_bytes() {
        assertThat(Modifier.isFinal(ClearedRequest.class.getModifiers())).isTrue();
        assertThat(ClearedRequest.class.getConstructors()).isEmpty();
        assertThat(RequestVerdict.class.getConstructors()).isEmpty();
        assertThat(Serializable.class.isAssignableFrom(ClearedRequest.class)).isFalse();
    }
}
