package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.SafeText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
    private static final TextReport.Style QUIET = new TextReport.Style(false, true, false, 0);
    private static final TextReport.Style VERBOSE = new TextReport.Style(false, false, true, 0);
    private static final TextReport.Style COLOURED = new TextReport.Style(true, false, false, 0);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "photo-small.jpg             | JPEG 600x800, 16.3 kB",
                "photo-exif-orientation-6.jpg| JPEG 1200x900 (shown 900x1200), 27.0 kB",
                "animation.png               | PNG 400x300, animated, 37.4 kB",
                "clip-4s-faststart.mp4       | MP4 640x360, 4 s, 33.4 kB",
                "anamorphic-720x576-16-11.mp4| MP4 720x576 (shown 1047x576), 3.2 s, 23.4 kB",
                "rotated-90.mov              | QuickTime (MOV) 640x360 (shown 360x640), 4 s, 30.4 kB"
            })
    void what_passes_takes_one_line(String file, String headline) {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of(file)))
                .isEqualTo("pass     " + file + "  " + headline + "\n");
    }

    @ParameterizedTest
    @CsvSource({
        "301, 30, 10.03 s",
        "1001, 100, 10.01 s",
        "4, 1, 4 s",
        "100003, 10000, 10.0003 s",
        "9999999, 1000000, 9.999999 s",
        "2999, 1000, 2.999 s"
    })
    void a_duration_has_two_decimals_unless_they_hide_that_it_is_not_at_a_limit(long ticks, long scale, String shown) {
        VideoFacts facts = VideoFacts.builder()
                .brand(new VideoFacts.Brand(Optional.of("isom"), VideoFacts.Brand.Standing.LISTED))
                .codec("avc1")
                .coded(List.of(PixelSize.of(640, 360)))
                .container(Optional.of(new Fraction(ticks, scale)))
                .build();
        MediaVerdict plain = SampleResults.of("drawing.png");
        MediaVerdict video = new MediaVerdict(
                SourceName.of("clip.mp4"),
                plain.subject(),
                Optional.of(Probed.readable(Format.MP4, facts, Completeness.Whole.EXACT, List.of())),
                plain.bytes(),
                Optional.empty(),
                List.of(),
                List.of(),
                plain.limits(),
                0,
                0);

        assertThat(SampleResults.text(TextReport.Style.PLAIN, video)).contains(", " + shown + ", 31.7 kB\n");
    }

    @ParameterizedTest
    @CsvSource({"clip.avi, preflight fix clip.avi", "picture.bmp, preflight fix picture.bmp"})
    void what_needs_an_examination_says_what_examines_and_fixes_it(String file, String command) {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of(file)))
                .contains("plan: The headers of ", " do not say enough for a plan.")
                .endsWith(":\n               " + command + "\n");
    }

    @Test
    void a_name_that_looks_like_an_option_stands_behind_two_dashes() {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of("clip.avi", SourceName.of("-it's.avi"))))
                .endsWith("  preflight fix -- '-it'\\''s.avi'\n");
    }

    @Test
    void no_command_examines_standard_input() {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of("clip.avi", SourceName.standardInput())))
                .doesNotContain("plan:");
    }

    @Test
    void what_does_not_pass_says_why_and_how_to_fix_it() {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of("too-tall-300x900.jpg")))
                .isEqualTo("""
                        fail     too-tall-300x900.jpg  JPEG 300x900, 12.1 kB
                                 fail image.aspect-ratio: The aspect ratio of the image is 1:3; it must be within 1:2.5 to 2.5:1.
                                 fix: Crop it, or pad it.
                                 plan: pad to 360x900 with white, encode as JPEG:
                                       ffmpeg -nostdin -noautorotate -f jpeg_pipe -i file:too-tall-300x900.jpg -map 0:v:0 -frames:v 1 -vf 'pad=360:900:(ow-iw)/2:(oh-ih)/2:color=white,scale=out_color_matrix=bt601:out_range=full' -c:v mjpeg -q:v 2 -pix_fmt yuvj420p -f image2 -update 1 file:too-tall-300x900-fixed.jpg
                        """);
    }

    @Test
    void several_files_stand_in_columns_and_are_counted() {
        TextReport.Style columns = new TextReport.Style(false, false, false, 16);
        assertThat(SampleResults.text(
                        columns,
                        SampleResults.of("drawing.png"),
                        SampleResults.of("photo-small.jpg"),
                        SampleResults.of("missing.jpg")))
                .startsWith("""
                        pass     drawing.png       PNG 360x480, 31.7 kB
                        pass     photo-small.jpg   JPEG 600x800, 16.3 kB
                        unknown  missing.jpg
                        """)
                .endsWith("2 checked, 1 could not be read: 2 pass, 1 unknown\n");
    }

    @Test
    void quiet_reports_only_what_did_not_pass() {
        assertThat(SampleResults.text(QUIET, SampleResults.of("drawing.png"), SampleResults.of("document.pdf")))
                .startsWith("fail     document.pdf")
                .doesNotContain("drawing.png", "checked");
    }

    @Test
    void verbose_reports_every_fact_and_what_it_took() {
        assertThat(SampleResults.text(VERBOSE, SampleResults.of("photo-exif-orientation-6.jpg"))
                        .lines())
                .element(1)
                .asString()
                .contains("format jpeg", "width 1200", "rotation 90", "exifOrientation 6");
        assertThat(SampleResults.text(VERBOSE, SampleResults.of("drawing.png")))
                .containsPattern("read [\\d,]+ bytes in [\\d,]+ µs");
    }

    @Test
    void colours_are_for_terminals() {
        assertThat(SampleResults.text(COLOURED, SampleResults.of("drawing.png")))
                .isEqualTo("\033[32mpass\033[0m     drawing.png  PNG 360x480, 31.7 kB\n");
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of("too-tall-300x900.jpg")))
                .doesNotContain("\033");
    }

    @ParameterizedTest
    @MethodSource("io.mediapreflight.report.HostileNames#all")
    void no_name_can_steer_a_terminal(String name, String shown, String word) {
        String text = SampleResults.text(
                TextReport.Style.PLAIN, SampleResults.of("too-tall-300x900.jpg", SourceName.of(name)));
        assertThat(text)
                .startsWith("fail     " + shown + "  JPEG")
                .contains(QuotedCommand.of(List.of("file:" + name)) + " ");
        assertThat(text.lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(SafeText.holdsHidden(line)).isFalse());
    }

    @Test
    void nothing_but_the_name_is_known_of_what_cannot_be_read() {
        assertThat(SampleResults.text(TextReport.Style.PLAIN, SampleResults.of("missing.jpg"))
                        .lines())
                .first()
                .isEqualTo("unknown  missing.jpg");
    }
}
