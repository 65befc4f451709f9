package io.mediapreflight.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.request.RequestDefect.Kind;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
    private static final int MAX_PROMPT =
            Limits.klingV3MotionControl().request().promptMaxCharacters();

    @TempDir
    Path directory;

    private Studio studio;

    @BeforeEach
    void setUp() throws IOException {
        studio = Studio.in(directory);
    }

    private static GenerationRequest.Builder request() {
        return Studio.request().toBuilder();
    }

    private List<String> findings(GenerationRequest.Builder request, RequestDefect... defects) {
        return Studio.findings(studio.check(request.build(), defects));
    }

    private Finding only(GenerationRequest.Builder request, RequestDefect... defects) {
        List<Finding> findings = studio.check(request.build(), defects).findings();
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    @Test
    void a_request_within_every_limit_passes() {
        RequestVerdict verdict = studio.check(request().build());
        assertThat(verdict.outcome()).isEqualTo(Outcome.PASS);
        assertThat(verdict.passed()).isTrue();
        assertThat(Studio.all(verdict)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UNKNOWN_FIELD | warn | extra_params.character_orientaton | unknown field; did you mean character_orientation?
            MISTYPED      | fail | generate_audio                    | a string where true or false belongs
            DUPLICATE     | fail | model                             | it stands twice
            MISSING       | fail | extra_params.x                    | it is not there
            """)
    void a_defect_of_the_body_is_reported_with_its_path(Kind kind, String severity, String path, String what) {
        Finding finding = only(request(), new RequestDefect(kind, path, Phrase.verbatim(what)));
        assertThat(finding.rule()).isEqualTo(RuleId.REQUEST_JSON);
        assertThat(finding.severity().id()).isEqualTo(severity);
        assertThat(finding.path()).hasValue(path);
        assertThat(finding.actual()).isEqualTo(path + ": " + what);
    }

    @Test
    void of_a_body_that_is_no_json_nothing_else_is_said() {
        GenerationRequest empty = GenerationRequest.builder().model("").build();
        RequestVerdict verdict = studio.check(
                empty, new RequestDefect(Kind.NOT_JSON, "", Phrase.verbatim("a brace is missing at line 3, column 1")));
        assertThat(Studio.findings(verdict)).containsExactly("request.json=fail ");
        assertThat(verdict.findings().get(0).message())
                .isEqualTo(
                        "The request body does not match the published page: a brace is missing at line 3, column 1.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            model                                  | a number
            prompt                                 | a list
            resolution                             | a number
            extra_params                           | a string
            extra_params.character_orientation     | true
            reference_images                       | an object
            reference_videos                       | a string
            """)
    void a_field_that_cannot_be_read_is_reported_once(String path, String what) {
        GenerationRequest.Builder broken = GenerationRequest.builder()
                .model("")
                .prompt("x".repeat(MAX_PROMPT + 1))
                .resolution("4K")
                .characterOrientation("sideways");
        assertThat(findings(broken, new RequestDefect(Kind.MISTYPED, path, Phrase.verbatim(what))))
                .contains("request.json=fail " + path)
                .noneMatch(finding -> finding.endsWith(" " + path) && !finding.startsWith("request.json"))
                .noneMatch(finding -> path.equals("extra_params") && finding.startsWith("request.orientation"));
    }

    @Test
    void a_reference_that_is_no_object_has_no_url_to_judge() {
        GenerationRequest.Builder request = Studio.withoutReferences().image("").video(Studio.VIDEO_URL);
        assertThat(findings(
                        request, new RequestDefect(Kind.MISTYPED, "reference_images[0]", Phrase.verbatim("a number"))))
                .containsExactly("request.json=fail reference_images[0]");
    }

    @Test
    void what_is_missing_is_reported_by_its_own_rule() {
        GenerationRequest.Builder request =
                GenerationRequest.builder().model("").image("").video(Studio.VIDEO_URL);
        assertThat(findings(
                        request,
                        new RequestDefect(Kind.MISSING, "model", Phrase.verbatim("it is required")),
                        new RequestDefect(Kind.MISSING, "reference_images[0].url", Phrase.verbatim("it is required"))))
                .containsExactly("request.model=fail model", "request.image.url=fail reference_images[0].url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "kling-v3-motion-control", "kling/kling-v3-motion-control ", "Kling/Kling-V3-Motion-Control"
            })
    void the_model_is_exactly_that_of_the_page(String model) {
        Finding finding = only(request().model(model));
        assertThat(finding.rule()).isEqualTo(RuleId.REQUEST_MODEL);
        assertThat(finding.severity()).isEqualTo(Outcome.FAIL);
        assertThat(finding.actual()).isEqualTo(model.isEmpty() ? "missing" : "'" + model + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "x, 2499, pass", "x, 2500, pass", "x, 2501, fail", "é, 2500, pass", "好, 2501, fail",
        "😀, 1250, pass", "😀, 1251, warn", "😀, 2400, warn", "😀, 2500, warn", "😀, 2501, fail"
    })
    void a_prompt_is_counted_in_characters_and_in_utf_16_units(String character, int count, String outcome) {
        RequestVerdict verdict =
                studio.check(request().prompt(character.repeat(count)).build());
        assertThat(verdict.outcome().id()).isEqualTo(outcome);
        assertThat(Studio.findings(verdict))
                .isEqualTo(
                        outcome.equals("pass") ? List.of() : List.of("request.prompt.length=" + outcome + " prompt"));
    }

    @Test
    void a_warning_of_the_prompt_names_both_readings() {
        assertThat(only(request().prompt("😀".repeat(2400))).message())
                .isEqualTo(
                        "The prompt has 2,400 characters as Unicode counts them and 4,800 characters as UTF-16 does; at"
                                + " most 2,500 characters are allowed. The service may count either way.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"720P", "1080P"})
    void accepts_the_resolutions_of_the_page(String resolution) {
        assertThat(findings(request().resolution(resolution))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"720p", "1080", "4K", "", " 720P", "７２０P"})
    void refuses_other_resolutions(String resolution) {
        assertThat(findings(request().resolution(resolution))).containsExactly("request.resolution=fail resolution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Video", "VIDEO", "", "portrait", "image "})
    void refuses_other_orientations(String orientation) {
        assertThat(findings(request().characterOrientation(orientation)))
                .containsExactly("request.orientation=fail extra_params.character_orientation");
    }

    @Test
    void an_orientation_that_is_absent_is_no_finding() {
        GenerationRequest.Builder request = GenerationRequest.builder()
                .model(Limits.klingV3MotionControl().model())
                .image(Studio.IMAGE_URL)
                .video(Studio.VIDEO_URL);
        assertThat(findings(request)).isEmpty();
    }

    @Test
    void more_than_one_reference_fails() {
        assertThat(findings(request()
                        .image(Studio.IMAGE_URL)
                        .video(Studio.VIDEO_URL)
                        .video(Studio.VIDEO_URL)))
                .containsExactly(
                        "request.image.count=fail reference_images", "request.video.count=fail reference_videos");
    }

    @Test
    void no_reference_at_all_is_doubtful() {
        RequestVerdict verdict =
                studio.preflight().check(Studio.withoutReferences().build(), List.of(), LocalMedia.none());
        assertThat(Studio.findings(verdict))
                .containsExactly(
                        "request.image.count=warn reference_images", "request.video.count=warn reference_videos");
        assertThat(verdict.findings().get(0).message())
                .isEqualTo(
                        "The request has no reference image, so there is no character to animate. The page allows this.");
        assertThat(verdict.findings())
                .extracting(finding -> finding.fix().advice())
                .containsExactly("Add an image of the character.", "Add a video with the motion.");
    }

    @Test
    void a_local_file_without_a_reference_fails() {
        assertThat(findings(Studio.withoutReferences().image(Studio.IMAGE_URL)))
                .containsExactly("request.video.count=fail reference_videos");
    }

    @Test
    void each_url_is_judged_at_its_path() {
        GenerationRequest.Builder request = Studio.withoutReferences()
                .image("http://127.1/a.png")
                .image(Studio.IMAGE_URL)
                .video("http://[::ffff:8.8.8.8]/dance.mp4");
        assertThat(findings(request))
                .containsExactly(
                        "request.image.count=fail reference_images",
                        "request.image.url=fail reference_images[0].url",
                        "request.video.url=warn reference_videos[0].url");
    }

    @Test
    void a_presigned_url_is_judged_by_the_clock() {
        GenerationRequest.Builder request = Studio.withoutReferences()
                .image(Studio.IMAGE_URL)
                .video(Studio.VIDEO_URL + "?AWSAccessKeyId=A&Signature=b&Expires="
                        + Studio.NOON.plusSeconds(7200).getEpochSecond());
        assertThat(findings(request)).isEmpty();
        studio.clock().advance(java.time.Duration.ofHours(1));
        assertThat(only(request).message())
                .isEqualTo(
                        "The service may be unable to fetch the video from this URL: its S3 signature expires at 2026-11-23T14:00:00Z,"
                                + " in 60 min, perhaps before the service fetches it. It needs an absolute http(s) URL to a"
                                + " public host.");
        studio.clock().advance(java.time.Duration.ofHours(1));
        assertThat(only(request).severity()).isEqualTo(Outcome.FAIL);
        assertThat(only(request).fix().advice()).startsWith("Sign the URL again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:video/mp4;base64,AAAA", "DATA:,x", "data:"})
    void a_video_that_stands_in_the_request_itself_fails(String url) {
        GenerationRequest.Builder request =
                Studio.withoutReferences().image(Studio.IMAGE_URL).video(url);
        assertThat(findings(request)).containsExactly("request.video.url=fail reference_videos[0].url");
    }

    @Test
    void the_outcome_is_the_worst_of_the_request_and_its_media() {
        RequestVerdict verdict =
                studio.preflight().check(request().resolution("4K").build(), List.of(), LocalMedia.none());
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL).isEqualTo(Studio.worst(verdict));
        RequestVerdict unknown = studio.preflight().check(request().build(), List.of(), LocalMedia.none());
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN).isEqualTo(Studio.worst(unknown));
    }
}
