package io.mediapreflight.probe.mp4;

import static io.mediapreflight.fixture.BoxWriter.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.spec.RuleId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An {@code mdat} that was cut short in front of {@code moov}: the samples are counted on into it. */
class ShortenedMediaDataTest {
    /** Each of 150 samples has one byte. */
    private static final int SAMPLES = 150;

    /** Bytes of the media data in front of the first sample. */
    private static final int GAP = 8;

    private static String findings(Mp4Builder clip) {
        return String.join(" ", Judged.findings(Judged.video(clip.bytes())));
    }

    @ParameterizedTest
    @CsvSource({"158, ''", "157, video.complete=fail", "8, video.complete=fail", "1, video.complete=fail"})
    void no_sample_reaches_into_the_movie_that_lists_it(int bytes, String expected) {
        assertThat(findings(Mp4Builder.clip().moovLast().mediaData(bytes))).isEqualTo(expected);
        assertThat(findings(Mp4Builder.clip().moovLast().mediaData(bytes).video(TrackBuilder::wideOffsets)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 20_000})
    void whatever_stands_in_front_of_the_tables(int padding) {
        Mp4Builder clip = Mp4Builder.clip()
                .moovLast()
                .mediaData(SAMPLES + GAP - 1)
                .video(track -> track.inEntry(box("free", Bytes.zeros(padding))));
        assertThat(findings(clip)).isEqualTo("video.complete=fail");
        assertThat(Judged.finding(Judged.video(clip.bytes()), RuleId.VIDEO_COMPLETE)
                        .actual())
                .startsWith("the last samples of a track reach into 'moov'");
    }

    /** The same with {@code moov} first, where they reach behind the end of the file. */
    @ParameterizedTest
    @CsvSource({"158, ''", "157, video.complete=fail"})
    void nor_behind_the_end(int bytes, String expected) {
        assertThat(findings(Mp4Builder.clip().mediaData(bytes))).isEqualTo(expected);
    }
}
