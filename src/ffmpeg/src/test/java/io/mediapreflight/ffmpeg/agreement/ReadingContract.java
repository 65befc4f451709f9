package io.mediapreflight.ffmpeg.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a reader of media has to say of the samples, if anything: the same as the programs by which {@code testdata/oracle.tsv} was
 * made. The header probes and FFmpeg are both held to it.
 */
abstract class ReadingContract {
    private static final Set<String> READ_HERE = Set.of("jpeg", "png", "mp4", "mov", "3gp");
    private static final double SAME_SECONDS = 0.06;
    private static final String ABSENT = "-";

    /** What this reader says; empty where nothing. */
    abstract Optional<MediaReading> read(Path file) throws IOException;

    /** Whether a fact may be left out. */
    abstract boolean mayOmit(String file, String fact);

    static Stream<List<String>> whole() throws IOException {
        return Testdata.rows("oracle.tsv")
                .filter(row -> READ_HERE.contains(row.get(2)) && !row.get(4).equals(ABSENT))
                .filter(row -> !row.get(0).startsWith("truncated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void agrees_with_other_programs_on_every_fact_it_reports(List<String> row) throws IOException {
        String file = row.get(0);
        MediaReading reading = read(Testdata.file(file)).orElseThrow();
        assertThat(reading.format().map(Format::id)).contains(row.get(2));
        if (reading instanceof ImageReading image) {
            assertImage(file, row, image);
        } else {
            assertVideo(file, row, (VideoReading) reading);
        }
    }

    private void assertImage(String file, List<String> row, ImageReading image) {
        same(file, "size", image.size().map(size -> size.width() + "x" + size.height()), row.get(4) + "x" + row.get(5));
        String orientation = image.orientation()
                .map(ExifOrientation::tag)
                .map(String::valueOf)
                .orElse(ABSENT);
        if (!(orientation.equals(ABSENT) && mayOmit(file, "orientation"))) {
            assertThat(orientation).isEqualTo(row.get(9));
        }
    }

    private void assertVideo(String file, List<String> row, VideoReading video) {
        same(file, "coded", video.coded().map(ReadingContract::rounded), row.get(4) + "x" + row.get(5));
        same(file, "shown", video.shown().map(ReadingContract::rounded), row.get(6) + "x" + row.get(7));
        assertThat(video.rotation()).hasValue(Integer.parseInt(row.get(8)));
        seconds(file, "container", video.container(), row.get(10));
        seconds(file, "videoTrack", video.videoTrack(), row.get(11));
        same(file, "codec", video.codec(), row.get(12));
    }

    private void same(String file, String fact, Optional<String> reported, String truth) {
        if (reported.isPresent() || !mayOmit(file, fact)) {
            assertThat(reported).as(fact).contains(truth);
        }
    }

    private void seconds(String file, String fact, Optional<Fraction> reported, String truth) {
        if (reported.isPresent() || !mayOmit(file, fact)) {
            assertThat(reported.orElseThrow().toDecimal().doubleValue())
                    .as(fact)
                    .isEqualTo(Double.parseDouble(truth), within(SAME_SECONDS));
        }
    }

    private static String rounded(PixelSize size) {
        return size.width().rounded() + "x" + size.height().rounded();
    }
}
