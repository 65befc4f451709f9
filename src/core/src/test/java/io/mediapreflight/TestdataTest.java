package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Orientation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real files against expectations that were worked out by hand, and against the readings of other programs. */
class TestdataTest {
    private static final double SECONDS = 0.06;
    private static final String NOT_KNOWN = "-";

    static Stream<List<String>> expected() {
        return Testdata.rows("expected.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expected")
    void judges_as_was_worked_out_by_hand(List<String> row) {
        Verdict verdict = Preflight.standard().check(Testdata.file(row.get(0)));
        assertThat(judged(verdict)).as("%s", verdict.findings()).isEqualTo(row.subList(1, 3));
    }

    static Stream<List<String>> expectedWithOrientation() {
        return Testdata.rows("expected-orientation.tsv");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectedWithOrientation")
    void judges_durations_by_the_orientation(List<String> row) {
        Orientation orientation = Orientation.valueOf(row.get(1).toUpperCase(Locale.ROOT));
        Verdict verdict = Preflight.standard()
                .check(Testdata.file(row.get(0)), Subject.anything().with(orientation));
        assertThat(judged(verdict)).as("%s", verdict.findings()).isEqualTo(row.subList(2, 4));
    }

    private static List<String> judged(Verdict verdict) {
        String findings = String.join(",", Judged.findings(verdict));
        return List.of(verdict.outcome().id(), findings.isEmpty() ? NOT_KNOWN : findings);
    }

    static Stream<OracleRow> oracle() {
        return Testdata.rows("oracle.tsv").map(OracleRow::new);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oracle")
    void reports_format_kind_and_bytes_as_other_programs_do(OracleRow row) {
        Verdict verdict = Preflight.standard().check(Testdata.file(row.file()));
        assertThat(verdict.format().map(Format::id).orElse(NOT_KNOWN)).isEqualTo(row.cell(2));
        assertThat(verdict.kind().map(Kind::id)).contains(row.cell(3));
        assertThat(verdict.bytes())
                .hasValueSatisfying(bytes -> assertThat(bytes.atLeast() + ".." + bytes.atMost())
                        .isEqualTo(row.cell(1) + ".." + row.cell(1)));
    }

    static Stream<OracleRow> images() {
        return oracle().filter(row -> row.isOneOf("jpeg", "png") && row.hasSize());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void reports_the_facts_of_images_as_other_programs_do(OracleRow row) {
        assertThat(facts(row))
                .isInstanceOfSatisfying(
                        ImageFacts.class,
                        image -> assertThat(List.of(
                                        String.valueOf(image.width()),
                                        String.valueOf(image.height()),
                                        image.orientation()
                                                .map(each -> each.rotation() + "")
                                                .orElse("0"),
                                        image.orientation()
                                                .map(ExifOrientation::tag)
                                                .map(String::valueOf)
                                                .orElse(NOT_KNOWN)))
                                .containsExactly(row.cell(4), row.cell(5), row.cell(8), row.cell(9)));
    }

    static Stream<OracleRow> videos() {
        return oracle().filter(row -> row.isOneOf("mp4", "mov", "3gp") && row.hasSize());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("videos")
    void reports_the_facts_of_videos_as_other_programs_do(OracleRow row) {
        assertThat(facts(row)).isInstanceOfSatisfying(VideoFacts.class, clip -> {
            assertThat(size(clip.size())).isEqualTo(row.cell(4) + "x" + row.cell(5));
            assertThat(size(clip.displaySize())).isEqualTo(row.cell(6) + "x" + row.cell(7));
            assertThat(clip.rotation()).hasValue(Integer.parseInt(row.cell(8)));
            assertThat(seconds(clip.durations().container())).isEqualTo(row.seconds(10), within(SECONDS));
            assertThat(seconds(clip.durations().videoTrack())).isEqualTo(row.seconds(11), within(SECONDS));
            assertThat(clip.codec()).isEqualTo(row.cell(12));
        });
    }

    private static MediaFacts facts(OracleRow row) {
        return Preflight.standard().check(Testdata.file(row.file())).facts().orElseThrow();
    }

    private static String size(Optional<PixelSize> size) {
        return size.orElseThrow().width().rounded() + "x"
                + size.orElseThrow().height().rounded();
    }

    private static double seconds(Optional<Fraction> seconds) {
        return seconds.orElseThrow().toDecimal().doubleValue();
    }

    /** One file as other programs see it. */
    record OracleRow(List<String> cells) {
        String file() {
            return cell(0);
        }

        String cell(int index) {
            return cells.get(index);
        }

        double seconds(int index) {
            return Double.parseDouble(cell(index));
        }

        boolean hasSize() {
            return !cell(4).equals(NOT_KNOWN);
        }

        boolean isOneOf(String... formats) {
            return List.of(formats).contains(cell(2));
        }

        @Override
        public String toString() {
            return file();
        }
    }
}
