package io.mediapreflight.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.Clearance;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Slot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RequestWithoutUrlsTest {
    private static final MediaVerdict IMAGE =
            Judged.image(PngBuilder.image().size(640, 480).bytes());
    private static final MediaVerdict VIDEO =
            Judged.video(Mp4Builder.clip().video(track -> track.size(640, 480)).bytes());
    private static final MediaVerdict BROKEN = Judged.image(new byte[] {1, 2, 3});

    private final Preflight preflight = Preflight.standard();

    @Test
    void its_outcome_is_the_worst_of_its_media() {
        assertThat(request(IMAGE).media()).extracting(Verdict::passed).containsExactly(true, true);
        assertThat(request(BROKEN).outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void its_media_know_their_slots() {
        assertThat(request(IMAGE).media())
                .extracting(item -> item.path().orElseThrow())
                .containsExactly("reference_images[0].url", "reference_videos[0].url");
    }

    @Test
    void it_is_never_cleared() throws IOException {
        RequestVerdict verdict = preflight.judge(
                new RequestDraft(
                        Optional.empty(), Optional.empty(), Optional.of("video"), Set.of(Slot.IMAGE, Slot.VIDEO)),
                List.of(),
                Optional.of(IMAGE),
                Optional.of(VIDEO),
                0);
        assertThat(verdict.passed()).isTrue();
        assertThat(preflight.clear(verdict, true)).isInstanceOf(Clearance.Refused.class);
    }

    @Test
    void other_names_change_nothing_that_was_found() {
        RequestVerdict named = request(BROKEN).withMedia(item -> item.named(SourceName.of("other.png")));
        assertThat(named.media()).extracting(item -> item.source().text()).containsOnly("other.png");
        assertThat(named.outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void a_better_verdict_cannot_take_the_place_of_what_was_found() {
        assertThatIllegalArgumentException().isThrownBy(() -> request(BROKEN).withMedia(item -> IMAGE));
    }

    private RequestVerdict request(MediaVerdict image) {
        return preflight.judge(
                RequestDraft.of(Set.of(Slot.IMAGE, Slot.VIDEO)), List.of(), Optional.of(image), Optional.of(VIDEO), 0);
    }
}
