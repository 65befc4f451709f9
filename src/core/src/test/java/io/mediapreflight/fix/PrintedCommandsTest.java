package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the printed commands with the FFmpeg that is installed: the copy passes without a warning, has the planned size, and ends
 * within two frames of the plan. What that FFmpeg cannot make is skipped.
 */
@Tag("heavy")
class PrintedCommandsTest {
    private static final String[] MAKE = {"ffmpeg", "-nostdin", "-v", "error", "-y"};

    private static final List<String> ENCODES_H264 = List.of(
            "ffmpeg",
            "-nostdin",
            "-v",
            "error",
            "-f",
            "lavfi",
            "-i",
            "testsrc2=s=64x64:d=0.1",
            "-c:v",
            "libx264",
            "-f",
            "null",
            "-");

    /** Against one that never ends; most need a second. */
    private static final int SECONDS_FOR_ONE_COMMAND = 300;

    @TempDir
    private Path directory;

    static Stream<Arguments> videos() {
        List<Arguments> videos = new ArrayList<>();
        VIDEOS.lines().forEach(line -> {
            for (Orientation orientation : Orientation.values()) {
                videos.add(Arguments.of(name(line), arguments(line), orientation));
            }
        });
        return videos.stream();
    }

    /** A file, and the arguments that make it; {@code V}, {@code SMALL} and {@code A} stand for inputs. */
    private static final String VIDEOS = """
            long.mp4          | V A -t 31 -pix_fmt yuv420p
            long-and-small.mp4| SMALL A -t 31 -pix_fmt yuv420p
            small.mp4         | SMALL -t 4 -pix_fmt yuv420p
            small.mov         | SMALL A -t 4 -pix_fmt yuv420p -c:a pcm_s16le
            odd.mov           | V -t 31 -vf crop=353:341,format=yuv444p
            small-10-bit.mp4  | SMALL A -t 4 -pix_fmt yuv420p10le
            small-5.1.mp4     | SMALL A -t 4 -pix_fmt yuv420p -ac 6
            anamorphic.mp4    | SMALL -t 4 -pix_fmt yuv420p -vf setsar=16/11
            narrow.mp4        | V -t 4 -pix_fmt yuv420p -vf scale=100:2000,setsar=1
            wide.mp4          | V -t 4 -pix_fmt yuv420p -vf scale=4000:300,setsar=1
            interlaced.mp4    | V -t 31 -pix_fmt yuv420p -vf setfield=tff -flags +ilme+ildct
            slow.mp4          | SMALL -t 31 -pix_fmt yuv420p -r 1
            variable.mp4      | SMALL -t 4 -pix_fmt yuv420p -vf select='not(mod(n\\,3))+gt(n\\,60)' -vsync vfr
            prores-alpha.mov  | SMALL -t 4 -c:v prores_ks -profile:v 4 -pix_fmt yuva444p10le
            mjpeg.mov         | SMALL A -t 4 -c:v mjpeg -c:a pcm_s16le
            mpeg4.mp4         | SMALL A -t 4 -c:v mpeg4
            hlg.mov           | SMALL -t 4 -c:v libx265 -x265-params log-level=error -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc arib-std-b67 -colorspace bt2020nc -tag:v hvc1
            pq.mov            | SMALL -t 4 -c:v libx265 -x265-params log-level=error -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc -tag:v hvc1
            vp9.webm          | V A -t 4 -c:v libvpx-vp9 -deadline realtime -c:a libopus
            vp8-odd.webm      | V A -t 4 -vf crop=353:341 -c:v libvpx -c:a libvorbis
            h264.mkv          | V A -t 4 -pix_fmt yuv420p -c:a libopus
            h263.3gp          | V -t 4 -vf scale=704:576 -c:v h263 -f 3gp
            small.gif         | SMALL -t 4 -r 10
            odd.gif           | V -t 4 -r 10 -vf crop=353:341
            """;

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("videos")
    void a_video_passes_after_its_command(String name, String arguments, Orientation orientation) throws Exception {
        Path file = made(name, arguments);
        Subject subject = Subject.video(orientation);
        MediaVerdict verdict = Preflight.standard().check(file, subject);
        assumeThat(verdict.passed())
                .as("it needs no plan with this orientation")
                .isFalse();
        assumeThat(run(ENCODES_H264)).as("FFmpeg encodes H.264").isZero();
        VideoFacts planned = (VideoFacts) Planned.ready(verdict).planned();
        MediaVerdict copy = fixed(file, verdict, subject);
        VideoFacts facts = Judged.videoFacts(copy);
        assertThat(facts.coded()).isEqualTo(planned.coded());
        assertThat(facts.rotation()).hasValue(0);
        assertThat(facts.tracks().audio()).isEqualTo(planned.tracks().audio());
        if (isDurationKnown(verdict)) {
            Fraction rate = facts.coding().frameRate().orElseThrow();
            Fraction end = planned.durations().videoTrack().orElseThrow();
            Fraction twoFrames =
                    new Fraction(/* numerator= */ 2 * rate.denominator(), /* denominator= */ rate.numerator());
            Fraction presented =
                    VideoLength.of(facts, Optional.empty()).orElseThrow().presented();
            assertThat(presented.isFurtherFrom(end, twoFrames)).isFalse();
        }
    }

    /** Of a long GIF only the beginning is read, and its plan says when the copy ends at the latest. */
    private static boolean isDurationKnown(MediaVerdict verdict) {
        return !(verdict.facts().orElseThrow() instanceof ImageFacts image)
                || image.duration().isPresent();
    }

    static Stream<Arguments> images() {
        return IMAGES.lines().map(line -> Arguments.of(name(line), arguments(line)));
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf('|')).strip();
    }

    private static String arguments(String line) {
        return line.substring(line.indexOf('|') + 1).strip();
    }

    private static final String IMAGES = """
            narrow.jpg | V -frames:v 1 -vf scale=300:900 -pix_fmt yuvj420p
            small.jpg  | V -frames:v 1 -vf scale=299:200 -pix_fmt yuvj444p
            gray.jpg   | V -frames:v 1 -vf scale=900:300,format=gray -pix_fmt gray
            narrow.png | V -frames:v 1 -vf scale=300:900 -pix_fmt rgb24
            alpha.png  | V -frames:v 1 -vf scale=200:900,format=rgba,colorchannelmixer=aa=0.5
            deep.png   | V -frames:v 1 -vf scale=300:900 -pix_fmt rgb48be
            palette.png| V -frames:v 1 -vf scale=300:900 -pix_fmt pal8
            lossy.webp | V -frames:v 1 -c:v libwebp
            alpha.webp | V -frames:v 1 -vf format=rgba,colorchannelmixer=aa=0.5 -c:v libwebp -lossless 1
            still.gif  | V -frames:v 1
            moving.gif | V -t 1 -r 10
            still.avif | V -frames:v 1 -c:v libaom-av1
            """;

    @ParameterizedTest(name = "{0}")
    @MethodSource("images")
    void an_image_passes_after_its_command(String name, String arguments) throws Exception {
        Path file = made(name, arguments);
        MediaVerdict verdict = Preflight.standard().check(file, Subject.image());
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAIL);
        ImageFacts planned = (ImageFacts) Planned.ready(verdict).planned();
        ImageFacts facts = Judged.imageFacts(fixed(file, verdict, Subject.image()));
        assertThat(size(facts)).isEqualTo(size(planned));
        assertThat(facts.alpha().orElse(false)).isEqualTo(planned.alpha().orElse(false));
        assertThat(facts.bitDepth()).hasValue(8);
    }

    private static PixelSize size(MediaFacts facts) {
        ImageFacts image = (ImageFacts) facts;
        return PixelSize.of(image.width(), image.height());
    }

    private Path made(String name, String arguments) throws IOException, InterruptedException {
        Path file = directory.resolve("100%d " + name);
        List<String> words = new ArrayList<>(List.of(MAKE));
        for (String word : arguments.split(" ", -1)) {
            words.addAll(
                    switch (word) {
                        case "V" -> List.of("-f", "lavfi", "-i", "testsrc2=s=354x342:r=10");
                        case "SMALL" -> List.of("-f", "lavfi", "-i", "testsrc2=s=320x240:r=25");
                        case "A" -> List.of("-f", "lavfi", "-i", "sine");
                        default -> List.of(word);
                    });
        }
        if (arguments.contains("-frames:v") && !name.endsWith("gif") && !name.endsWith("avif")) {
            words.addAll(List.of("-update", "1"));
        }
        words.add("file:" + file);
        assumeThat(run(words)).as("FFmpeg makes " + name).isZero();
        return file;
    }

    private MediaVerdict fixed(Path file, MediaVerdict verdict, Subject subject) throws Exception {
        long before = Files.getLastModifiedTime(file).toMillis();
        FixCommand command = FixCommand.of(Planned.ready(verdict), SourceName.of(file.toString()))
                .orElseThrow();
        assertThat(run(command.words())).as(String.join(" ", command.words())).isZero();
        MediaVerdict copy = Preflight.standard().check(Path.of(command.output()), subject);
        assertThat(copy.findings()).isEmpty();
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(before);
        return copy;
    }

    private int run(List<String> words) throws IOException, InterruptedException {
        Path log = directory.resolve("log.txt");
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            return -1; // no FFmpeg here
        }
        if (!process.waitFor(SECONDS_FOR_ONE_COMMAND, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS_FOR_ONE_COMMAND + " s: " + String.join(" ", words));
        }
        return process.exitValue();
    }
}
