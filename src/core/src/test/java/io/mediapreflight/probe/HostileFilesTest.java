package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Hostile;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.RecordingSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to hurt: each ends in a finding, soon, and after few bytes. */
@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileFilesTest {
    static Stream<Hostile> files() {
        return Stream.concat(Hostile.images().stream(), Hostile.videos().stream());
    }

    static List<Hostile> images() {
        return Hostile.images();
    }

    static List<Hostile> videos() {
        return Hostile.videos();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void judges_a_hostile_image(Hostile file) {
        assertThat(Judged.findings(Judged.image(file.source().get()))).isEqualTo(file.findings());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("videos")
    void judges_a_hostile_video(Hostile file) {
        assertThat(Judged.findings(Judged.video(file.source().get()))).isEqualTo(file.findings());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void reads_no_more_than_the_budget(Hostile file) {
        RecordingSource source = file.source().get();
        Verdict verdict = Judged.video(source);
        assertThat(source.bytesRead()).isLessThanOrEqualTo(Window.BUDGET).isEqualTo(verdict.bytesRead());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void reads_no_more_than_the_budget_where_the_size_is_not_known(Hostile file) {
        RecordingSource source = file.source().get().unknownSize();
        Verdict verdict = Judged.video(source);
        assertThat(source.bytesRead()).isLessThanOrEqualTo(Window.BUDGET).isEqualTo(verdict.bytesRead());
    }
}
