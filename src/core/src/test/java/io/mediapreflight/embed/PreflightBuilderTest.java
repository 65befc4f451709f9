package io.mediapreflight.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.Examination;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Rule;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.OwnRule;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of the house, a listener and an examiner beside the published rules. */
class PreflightBuilderTest {
    private static final OwnRule SQUARE =
            new OwnRule("acme/square", "the shape", "a square image", "Crop it to a square.");
    private static final Rule IS_SQUARE = Rule.of(
            SQUARE,
            (facts, subject) -> facts instanceof ImageFacts image && image.width() != image.height()
                    ? List.of(Finding.of(SQUARE, Outcome.FAIL, image.width() + "x" + image.height()))
                    : List.of());

    private static Source image() {
        return BytesSource.of(PngBuilder.image().bytes());
    }

    private static Verdict judgedBy(Rule rule) {
        return Preflight.builder().rule(rule).build().check(image(), Subject.image());
    }

    @Test
    void an_own_rule_fails_beside_the_published_ones() {
        Verdict verdict = judgedBy(IS_SQUARE);
        assertThat(Judged.findings(verdict)).containsExactly("acme/square=fail");
        assertThat(verdict.findings().get(0).message()).contains("a square image");
        assertThat(verdict.findings().get(0).fix().advice()).isEqualTo("Crop it to a square.");
    }

    @Test
    void an_own_rule_is_not_asked_of_what_cannot_be_read() {
        Rule never = Rule.of(SQUARE, (facts, subject) -> {
            throw new AssertionError("asked");
        });
        Verdict verdict = Preflight.builder().rule(never).build().check(BytesSource.of(new byte[100]), Subject.image());
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void an_own_rule_that_throws_is_unknown() {
        Verdict verdict = judgedBy(Rule.of(SQUARE, (facts, subject) -> {
            throw new IllegalStateException("no model");
        }));
        assertThat(Judged.findings(verdict)).containsExactly("acme/square=unknown");
        assertThat(verdict.findings().get(0).message()).contains("acme/square", "no model");
    }

    @Test
    void an_own_rule_that_throws_without_words_is_unknown_and_names_no_class() {
        Verdict verdict =
                judgedBy(Rule.of(SQUARE, (facts, subject) -> PreflightBuilderTest.<RuntimeException>thrown()));
        assertThat(verdict.findings().get(0).message())
                .isEqualTo("The rule acme/square could not be evaluated: the rule failed and gave no reason.");
    }

    private static <T extends Throwable> List<Finding> thrown() throws T {
        PreflightBuilderTest.<T>sneak(new IOException());
        return List.of();
    }

    @Test
    void an_own_rule_cannot_speak_for_another() {
        Verdict verdict =
                judgedBy(Rule.of(SQUARE, (facts, subject) -> List.of(Finding.of(RuleId.IMAGE_SIZE, Outcome.WARN))));
        assertThat(Judged.findings(verdict)).containsExactly("acme/square=unknown");
    }

    @Test
    void two_rules_cannot_have_one_id() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Preflight.builder().rule(IS_SQUARE).rule(IS_SQUARE).build())
                .withMessage("two rules have the id acme/square");
    }

    @Test
    void a_builder_starts_from_what_there_is() {
        Preflight preflight =
                Preflight.builder().rule(IS_SQUARE).build().toBuilder().build();
        assertThat(Judged.findings(preflight.check(image(), Subject.image()))).containsExactly("acme/square=fail");
    }

    @Test
    void the_listener_hears_of_each_check_once() {
        List<Verdict> heard = new ArrayList<>();
        Preflight preflight = Preflight.builder().listener(heard::add).build();
        Verdict file = preflight.check(Testdata.file("drawing.png"));
        Verdict bytes = preflight.check(image(), Subject.image());
        GenerationRequest request = GenerationRequest.builder()
                .model(preflight.limits().model())
                .image("https://media.example.org/character.png")
                .video("https://media.example.org/dance.mp4")
                .build();
        Verdict whole = preflight.check(request, LocalMedia.none());
        assertThat(heard).containsExactly(file, bytes, whole);
    }

    @ParameterizedTest
    @MethodSource("whatListenersThrow")
    void a_listener_that_fails_fails_no_check(Throwable thrown) {
        Preflight preflight = Preflight.builder()
                .listener(verdict -> PreflightBuilderTest.<RuntimeException>sneak(thrown))
                .build();
        assertThat(preflight.check(image(), Subject.image()).passed()).isTrue();
    }

    static Stream<Throwable> whatListenersThrow() {
        return Stream.of(
                new IllegalStateException("no meter"),
                new NoClassDefFoundError("acme/Meter"),
                new IOException("the meter cannot be reached"));
    }

    /** Throws a checked exception too, as a listener in Kotlin can. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void bytes_that_an_examiner_cannot_examine_are_unknown() {
        DecoderResult decoded = new DecoderResult("a decoder", Optional.empty(), new Decoding.Undecided("asked"));
        Preflight preflight = Preflight.builder()
                .examiner((file, probed) -> new Examination(decoded, List.of(), 0))
                .build();
        Verdict verdict = preflight.check(image(), Subject.image());
        assertThat(Judged.findings(verdict)).containsExactly("image.decodable=unknown");
        assertThat(Judged.finding(verdict, RuleId.IMAGE_DECODABLE).actual())
                .isEqualTo("the decoder opens files only, and these bytes are not a file");
    }
}
