package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixCommandTest {
    private static final MediaVerdict LONG =
            Judged.video(Mp4Builder.clip().duration(1000, 12_000).bytes(), Orientation.IMAGE);
    private static final MediaVerdict NARROW =
            Judged.image(JpegBuilder.image().size(300, 900).bytes());

    @Test
    void ffmpeg_trims_a_video_that_is_too_long() {
        assertThat(String.join(" ", Planned.command(LONG, "clips/dance.mov").words()))
                .isEqualTo(
                        "ffmpeg -nostdin -f mov -i file:clips/dance.mov -map 0:i:1 -map 0:a:0? -map_chapters -1 -t 9.8"
                                + " -c:v libx264 -crf 18 -maxrate 40000000 -bufsize 40000000 -pix_fmt yuv420p"
                                + " -movflags +faststart file:clips/dance-fixed.mp4");
    }

    @Test
    void ffmpeg_pads_an_image_that_is_too_narrow() {
        assertThat(String.join(" ", Planned.command(NARROW, "a.jpg").words()))
                .isEqualTo("ffmpeg -nostdin -noautorotate -f jpeg_pipe -i file:a.jpg -map 0:v:0 -frames:v 1"
                        + " -vf pad=360:900:(ow-iw)/2:(oh-ih)/2:color=white,scale=out_color_matrix=bt601:out_range=full"
                        + " -c:v mjpeg -q:v 2 -pix_fmt yuvj420p -f image2 -update 1 file:a-fixed.jpg");
    }

    @ParameterizedTest
    @CsvSource({
        "photo.jpeg, photo-fixed.jpg",
        "dir.d/photo, dir.d/photo-fixed.jpg",
        "a.b.jpg, a.b-fixed.jpg",
        ".hidden, .hidden-fixed.jpg",
        "-x.jpg, -x-fixed.jpg",
        "100%d.jpg, 100%d-fixed.jpg",
        "a-fixed.jpg, a-fixed-2.jpg",
        "a-fixed-2.jpg, a-fixed-3.jpg",
        "a-fixed-99999.jpg, a-fixed-99999-fixed.jpg",
        "a-fixed-x.jpg, a-fixed-x-fixed.jpg"
    })
    void a_copy_is_named_after_its_original(String name, String output) {
        FixCommand command = Planned.command(NARROW, name);
        assertThat(command.output()).isEqualTo(output);
        assertThat(command.words()).contains("file:" + name).endsWith("file:" + output);
    }

    @Test
    void no_command_names_standard_input() {
        assertThat(FixCommand.of(Planned.ready(NARROW), SourceName.standardInput()))
                .isEmpty();
    }
}
