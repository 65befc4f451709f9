package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.probe.VideoCoding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTimesTest {
    /** Of {@code stts}, whose first entry has 3 samples where {@code stsz} has 3. */
    @ParameterizedTest
    @CsvSource({"2, false", "3, true", "4, false"})
    void a_rate_is_known_where_as_many_samples_have_a_duration_as_have_a_size(long timed, boolean isKnown) {
        byte[] video = Mp4Builder.clip()
                .video(track -> track.frameTicks(50_000))
                .mediaData(100)
                .bytes();
        byte[] changed = Bytes.patched(video, Bytes.indexOf(video, "stts") + 12, Bytes.u32(timed));
        VideoCoding coding = Judged.videoFacts(Judged.video(changed)).coding();
        assertThat(coding.frameCount()).contains(3L);
        assertThat(coding.frameRate().isPresent()).isEqualTo(isKnown);
        assertThat(coding.variableFrameRate().isPresent()).isEqualTo(isKnown);
    }
}
