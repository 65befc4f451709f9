package io.mediapreflight.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.spec.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestMediaTest {
    private static final String VIDEO = "reference_videos[0].url ";
    private static final String IMAGE = "reference_images[0].url ";

    @TempDir
    Path directory;

    private Studio studio;

    @BeforeEach
    void setUp() throws IOException {
        studio = Studio.in(directory);
    }

    private static GenerationRequest.Builder request(String orientation) {
        GenerationRequest.Builder builder = GenerationRequest.builder()
                .model(Limits.klingV3MotionControl().model())
                .image(Studio.IMAGE_URL)
                .video(Studio.VIDEO_URL);
        return orientation.equals("absent") ? builder : builder.characterOrientation(orientation);
    }

    private void clip(long seconds) throws IOException {
        Files.write(
                studio.video(), Mp4Builder.clip().duration(1000, 1000 * seconds).bytes());
    }

    @ParameterizedTest
    @CsvSource({
        "5, image, pass",
        "5, video, pass",
        "5, absent, pass",
        "12, image, fail",
        "12, video, pass",
        "12, absent, warn",
        "12, sideways, warn",
        "31, image, fail",
        "31, video, fail",
        "31, absent, fail"
    })
    void a_clip_is_judged_with_the_orientation_of_the_request(long seconds, String orientation, String outcome)
            throws IOException {
        clip(seconds);
        RequestVerdict verdict = studio.check(request(orientation).build());
        assertThat(Studio.mediaFindings(verdict))
                .isEqualTo(outcome.equals("pass") ? List.of() : List.of(VIDEO + "video.duration.max=" + outcome));
    }

    @Test
    void a_clip_that_is_too_long_for_image_is_said_to_do_with_video() throws IOException {
        clip(12);
        Finding finding = Studio.all(studio.check(request("image").build())).get(0);
        assertThat(finding.message())
                .isEqualTo("The video is 12 s long; the limit is 10 s with character_orientation image.");
        assertThat(finding.fix().advice())
                .isEqualTo("Use it as it is with character_orientation video, or trim it for image.");
    }

    @Test
    void a_clip_that_is_too_long_for_both_is_to_be_cut() throws IOException {
        clip(31);
        assertThat(Studio.all(studio.check(request("image").build()))
                        .get(0)
                        .fix()
                        .advice())
                .doesNotContain("character_orientation video");
    }

    @Test
    void media_without_a_local_file_are_unknown() {
        RequestVerdict verdict = studio.preflight()
                .check(Studio.request(), List.of(), LocalMedia.none().withImage(studio.image()));
        assertThat(Studio.mediaFindings(verdict)).containsExactly(VIDEO + "file.access=unknown");
        Finding finding = Studio.all(verdict).get(0);
        assertThat(finding.actual()).isEqualTo("the file behind the URL was not checked: nothing was fetched");
        assertThat(finding.fix().advice()).isEqualTo("Name the local file behind the URL with --video-file.");
    }

    @Test
    void a_local_file_stands_for_the_first_reference() {
        RequestVerdict verdict = studio.check(Studio.request().toBuilder()
                .image("https://media.example.com/2.png")
                .build());
        assertThat(Studio.mediaFindings(verdict)).containsExactly("reference_images[1].url file.access=unknown");
        assertThat(verdict.media())
                .extracting(item -> item.path().orElseThrow())
                .containsExactly("reference_images[0].url", "reference_images[1].url", "reference_videos[0].url");
    }

    @Test
    void files_are_judged_for_their_slots() {
        Path clip = studio.video();
        Path image = studio.image();
        RequestVerdict verdict = studio.preflight().check(Studio.request(), List.of(), LocalMedia.of(clip, image));
        assertThat(Studio.mediaFindings(verdict)).contains(IMAGE + "media.kind=fail", VIDEO + "media.kind=fail");
    }

    @Test
    void a_missing_file_is_unknown() throws IOException {
        Files.delete(studio.video());
        assertThat(Studio.mediaFindings(studio.check(Studio.request()))).containsExactly(VIDEO + "file.access=unknown");
    }

    @Test
    void a_directory_is_unknown() {
        RequestVerdict verdict =
                studio.preflight().check(Studio.request(), List.of(), LocalMedia.of(directory, studio.video()));
        assertThat(Studio.mediaFindings(verdict)).containsExactly(IMAGE + "file.access=unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "https://media.example.com/dance.mov, video.name=warn",
        "https://media.example.com/dance.mp4?x=.mov, ''",
        "https://media.example.com/dance.php, ''",
        "https://media.example.com/dance, ''",
        "https://media.example.com/, ''"
    })
    void a_name_is_that_of_the_url_where_it_has_an_extension(String url, String finding) {
        RequestVerdict verdict = studio.check(
                Studio.withoutReferences().image(Studio.IMAGE_URL).video(url).build());
        assertThat(Studio.mediaFindings(verdict)).isEqualTo(finding.isEmpty() ? List.of() : List.of(VIDEO + finding));
    }

    @Test
    void a_name_in_a_url_is_not_fixed_by_renaming_the_file() {
        RequestVerdict verdict = studio.check(Studio.withoutReferences()
                .image(Studio.IMAGE_URL)
                .video("https://media.example.com/dance.mov")
                .build());
        assertThat(Studio.all(verdict).get(0).fix().command()).isEmpty();
    }

    @Test
    void a_file_whose_url_has_no_extension_has_its_own_name() throws IOException {
        Path misnamed = Files.copy(studio.video(), directory.resolve("dance.mov"));
        RequestVerdict verdict = studio.preflight()
                .check(
                        Studio.withoutReferences()
                                .image(Studio.IMAGE_URL)
                                .video("https://media.example.com/1")
                                .build(),
                        List.of(),
                        LocalMedia.of(studio.image(), misnamed));
        assertThat(Studio.mediaFindings(verdict)).containsExactly(VIDEO + "video.name=warn");
    }

    private RequestVerdict withEmbedded(String image, Optional<Path> file) {
        GenerationRequest request =
                Studio.withoutReferences().image(image).video(Studio.VIDEO_URL).build();
        LocalMedia video = LocalMedia.none().withVideo(studio.video());
        return studio.preflight()
                .check(request, List.of(), file.map(video::withImage).orElse(video));
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(PngBuilder.image().bytes());
    }

    @Test
    void an_image_that_stands_in_the_request_itself_is_doubtful_and_judged() {
        for (String prefix : List.of("data:image/png;base64,", "data:;base64,", "")) {
            RequestVerdict verdict = withEmbedded(prefix + base64(), Optional.empty());
            assertThat(Studio.findings(verdict)).containsExactly("request.image.url=warn reference_images[0].url");
            assertThat(Studio.mediaFindings(verdict)).isEmpty();
        }
        String small = Base64.getUrlEncoder()
                .encodeToString(PngBuilder.image().size(100, 100).bytes());
        assertThat(Studio.mediaFindings(withEmbedded("data:image/png;base64," + small, Optional.empty())))
                .containsExactly(IMAGE + "image.dimensions=fail");
    }

    @Test
    void an_image_in_the_request_that_cannot_be_decoded_is_unknown() {
        for (String url : List.of("data:image/png;base64,A", "data:image/png,%89PNG", "data:x")) {
            assertThat(Studio.mediaFindings(withEmbedded(url, Optional.empty())))
                    .containsExactly(IMAGE + "file.access=unknown");
        }
    }

    @Test
    void an_image_is_given_once() {
        RequestVerdict verdict = withEmbedded("data:image/png;base64," + base64(), Optional.of(studio.image()));
        assertThat(Studio.mediaFindings(verdict)).containsExactly(IMAGE + "file.access=unknown");
    }
}
