package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Transfer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What FFmpeg is asked to do to frames. That it does so is tried by the tests that run it. */
class StepFiltersTest {
    static Stream<Arguments> filters() {
        return Stream.of(
                Arguments.of(new Step.Crop(400, 300), "crop=400:300"),
                Arguments.of(new Step.WholeImage(400, 300, false), "crop=400:300"),
                Arguments.of(new Step.CropToAperture(400, 300), "crop=min(iw\\,400):min(ih\\,300)"),
                Arguments.of(new Step.Scale(400, 300, true), "scale=400:300,setsar=1"),
                Arguments.of(
                        new Step.Pad(400, 300, Step.Pad.Colour.TRANSPARENT),
                        "pad=400:300:(ow-iw)/2:(oh-ih)/2:color=white@0"),
                Arguments.of(new Step.Deinterlace(), "bwdif=mode=send_frame:deint=interlaced"),
                Arguments.of(
                        new Step.Flatten(),
                        "format=rgba,split[front][copy];[copy]lutrgb=r=255:g=255:b=255:a=255[white];[white][front]overlay=format=rgb"),
                Arguments.of(new Step.TurnUpright(0, true), "hflip,sidedata=mode=delete:type=DISPLAYMATRIX"),
                Arguments.of(
                        new Step.TurnUpright(90, false), "transpose=clock,sidedata=mode=delete:type=DISPLAYMATRIX"),
                Arguments.of(new Step.TurnUpright(180, false), "hflip,vflip,sidedata=mode=delete:type=DISPLAYMATRIX"),
                Arguments.of(
                        new Step.TurnUpright(270, true),
                        "transpose=cclock,hflip,sidedata=mode=delete:type=DISPLAYMATRIX"),
                Arguments.of(new Step.ToneMap(Transfer.PQ), toneMap("smpte2084")),
                Arguments.of(new Step.ToneMap(Transfer.HLG), toneMap("arib-std-b67")));
    }

    private static String toneMap(String curve) {
        return "zscale=tin=" + curve + ":pin=bt2020:min=bt2020nc:rin=limited:t=linear:npl=100,format=gbrpf32le,"
                + "zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=limited";
    }

    @ParameterizedTest
    @MethodSource("filters")
    void each_step_on_frames_is_a_filter(Step.OnFrames step, String filter) {
        assertThat(step.filter()).isEqualTo(filter);
    }
}
