package io.mediapreflight.assertj;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictAssertTest {
    private static final Path TESTDATA = Path.of("..", "..", "testdata");
    private static final Preflight PREFLIGHT = Preflight.standard();

    private static Verdict check(String name) {
        return PREFLIGHT.check(TESTDATA.resolve(name));
    }

    private static Verdict request(String image, String video) {
        GenerationRequest request = GenerationRequest.builder()
                .model(PREFLIGHT.limits().model())
                .image("https://media.example.org/character.jpg")
                .video("https://media.example.org/dance.mp4")
                .characterOrientation(Orientation.VIDEO)
                .build();
        return PREFLIGHT.check(request, LocalMedia.of(TESTDATA.resolve(image), TESTDATA.resolve(video)));
    }

    @Test
    void what_holds_is_accepted() {
        assertThat(check("clip-4s-faststart.mp4"))
                .passes()
                .hasOutcome(Outcome.PASS)
                .hasFormat(Format.MP4)
                .hasSize(640, 360)
                .hasDisplaySize(640, 360)
                .hasDuration(Duration.ofSeconds(4))
                .hasNoFinding(RuleId.VIDEO_SIZE)
                .hasNoAdvice();
        assertThat(check("too-long-30.1s.mp4"))
                .fails()
                .fails(RuleId.VIDEO_DURATION_MAX)
                .failsOnly(RuleId.VIDEO_DURATION_MAX)
                .hasFinding(RuleId.VIDEO_DURATION_MAX)
                .hasDuration(Duration.ofMillis(30_100))
                .hasDurationCloseTo(Duration.ofSeconds(30), Duration.ofMillis(100));
        assertThat(check("exactly-30s.mp4"))
                .warns()
                .warns(RuleId.VIDEO_DURATION_MAX)
                .warnsOnly(RuleId.VIDEO_DURATION_MAX);
        assertThat(PREFLIGHT.check(TESTDATA.resolve("missing.mp4")))
                .isUnknown()
                .isUnknown(RuleId.FILE_ACCESS)
                .isUnknownOnly(RuleId.FILE_ACCESS);
        assertThat(check("hevc.mov")).hasAdvice(AdviceId.VIDEO_CODEC);
    }

    @Test
    void the_display_size_is_that_after_the_sample_aspect_ratio() {
        assertThat(check("anamorphic-720x576-16-11.mp4")).hasSize(720, 576).hasDisplaySize(1047, 576);
    }

    @Test
    void the_findings_of_a_request_are_those_of_its_media_too() {
        assertThat(request("photo-small.jpg", "too-long-30.1s.mp4"))
                .failsOnly(RuleId.VIDEO_DURATION_MAX)
                .video()
                .failsOnly(RuleId.VIDEO_DURATION_MAX)
                .hasDuration(Duration.ofMillis(30_100));
        assertThat(request("photo-small.jpg", "clip-4s-faststart.mp4"))
                .passes()
                .image()
                .hasFormat(Format.JPEG);
    }

    static Stream<ThrowingCallable> whatDoesNotHold() {
        Verdict clip = check("clip-4s-faststart.mp4");
        Verdict tooLong = check("too-long-30.1s.mp4");
        Verdict eitherWay = check("exactly-30s.mp4");
        Verdict document = PREFLIGHT.check(TESTDATA.resolve("document.pdf"), Subject.image());
        return Stream.of(
                () -> assertThat(tooLong).passes(),
                () -> assertThat(eitherWay).passes(),
                () -> assertThat(clip).fails(),
                () -> assertThat(eitherWay).fails(),
                () -> assertThat(tooLong).warns(),
                () -> assertThat(tooLong).isUnknown(),
                () -> assertThat(clip).hasOutcome(Outcome.FAIL),
                () -> assertThat(tooLong).fails(RuleId.VIDEO_SIZE),
                () -> assertThat(tooLong).fails(RuleId.VIDEO_DURATION_MAX, RuleId.VIDEO_SIZE),
                () -> assertThat(eitherWay).fails(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(tooLong).warns(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(tooLong).isUnknown(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(clip).failsOnly(RuleId.VIDEO_SIZE),
                () -> assertThat(tooLong).failsOnly(RuleId.VIDEO_DURATION_MAX, RuleId.VIDEO_SIZE),
                () -> assertThat(eitherWay).failsOnly(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(tooLong).warnsOnly(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(request("document.pdf", "too-long-30.1s.mp4")).failsOnly(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(clip).hasFinding(RuleId.VIDEO_SIZE),
                () -> assertThat(tooLong).hasNoFinding(RuleId.VIDEO_DURATION_MAX),
                () -> assertThat(clip).hasAdvice(AdviceId.VIDEO_CODEC),
                () -> assertThat(check("hevc.mov")).hasNoAdvice(),
                () -> assertThat(clip).hasFormat(Format.MOV),
                () -> assertThat(clip).hasBytes(1),
                () -> assertThat(clip).hasSize(640, 361),
                () -> assertThat(clip).hasSize(641, 360),
                () -> assertThat(document).hasSize(1, 1),
                () -> assertThat(clip).hasDisplaySize(1, 1),
                () -> assertThat(clip).hasDuration(Duration.ofSeconds(4).plusNanos(1)),
                () -> assertThat(clip).hasDurationCloseTo(Duration.ofSeconds(5), Duration.ofMillis(999)),
                () -> assertThat(document).hasDuration(Duration.ZERO),
                () -> assertThat(clip).video(),
                () -> assertThat((Verdict) null).passes());
    }

    @ParameterizedTest
    @MethodSource("whatDoesNotHold")
    void what_does_not_hold_is_refused(ThrowingCallable assertion) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_failure_shows_the_whole_verdict() throws IOException {
        Path file = TESTDATA.resolve("too-long-30.1s.mp4");
        Verdict verdict = PREFLIGHT.check(file, Subject.video(Orientation.VIDEO).named("dance.mov"));
        List<String> messages =
                verdict.findings().stream().map(Finding::message).toList();
        assertThatThrownBy(() -> assertThat(verdict).failsOnly(RuleId.VIDEO_DURATION_MAX))
                .hasMessage("""

                        Expecting the verdict
                          fail %s (MP4, 640x360, 30.1 s, %d bytes)
                            video.duration.max fail: %s
                            video.name warn: %s
                        to have findings of severity fail by [video.duration.max] and no others.""", PathNames.text(file), Files.size(file), messages.get(0), messages.get(1));
    }

    @Test
    void a_failure_shows_a_request_with_its_media_and_their_advice() {
        assertThatThrownBy(() -> assertThat(request("photo-small.jpg", "hevc.mov"))
                        .as("the upload")
                        .hasFinding(RuleId.IMAGE_SIZE))
                .hasMessageContainingAll(
                        "[the upload] \nExpecting the verdict\n  warn\n",
                        "\n    reference_images[0].url request.shapes advice: ",
                        "\n    pass reference_images[0].url ",
                        "\n    warn reference_videos[0].url ",
                        "\n      video.name warn: ",
                        "\n      video.codec advice: ",
                        "\nto have a finding by image.size.");
    }

    @Test
    void the_slot_of_a_request_is_named() {
        assertThatThrownBy(() -> assertThat(request("photo-small.jpg", "too-long-30.1s.mp4"))
                        .video()
                        .passes())
                .hasMessageStartingWith("[reference_videos[0].url] ")
                .hasMessageEndingWith("to have the outcome pass.");
    }

    @Test
    void it_stands_beside_the_assertions_of_assertj() {
        assertThat(check("drawing.png").findings()).isEmpty();
        assertThat("text").isNotEmpty();
    }
}
