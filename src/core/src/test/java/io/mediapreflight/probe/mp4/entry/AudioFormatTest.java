package io.mediapreflight.probe.mp4.entry;

import static io.mediapreflight.fixture.BoxWriter.box;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.TrackBuilder;
import io.mediapreflight.probe.VideoCoding;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codec and channels of audio in MP4 and QuickTime, by the sample entry and by the boxes in it. */
class AudioFormatTest {
    /** AAC (40) of one channel, in descriptors with lengths of one byte. */
    private static final String ESDS =
            "00000000" + "031900" + "0200" + "0411" + "40" + "15000000" + "0001000000010000" + "05021208" + "060102";

    private static VideoCoding coding(TrackBuilder audio) {
        return Judged.videoFacts(Judged.video(Mp4Builder.clip().track(audio).bytes()))
                .coding();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static TrackBuilder audio(String codec, int version) {
        return TrackBuilder.audio().codec(codec).audioEntry(version, 2);
    }

    /** The entry says two channels whatever there are. */
    @ParameterizedTest
    @CsvSource({"samr, 1", "sawb, 1", "sawp, ", "mp4a, ", "ac-3, ", "dtsc, ", "sowt, 2", "twos, 2", "ulaw, 2"})
    void an_entry_without_boxes_says_what_its_codec_does_not_leave_open(String codec, Integer channels) {
        VideoCoding coding = coding(audio(codec, 0));
        assertThat(coding.audioCodec()).contains(codec);
        assertThat(coding.audioChannels()).isEqualTo(Optional.ofNullable(channels));
    }

    @ParameterizedTest
    @CsvSource({
        "mp4a, esds, " + ESDS + ", 1",
        "ac-3, dac3, 103d40, 6",
        "ec-3, dec3, 0600200f00, 6",
        "Opus, dOps, 0001013800000bb80000000000, 1",
        "alac, alac, 00000000 00001000 00 10 28 0a 0e 03 00ff 00000000 00000000 0000ac44, 3",
        "fLaC, dfLa, 00000000 80000022 1000 1000 000000 000000 0ac440f0 00000000, 1"
    })
    void the_box_of_its_codec_counts_before_the_entry(String codec, String name, String content, int channels) {
        TrackBuilder audio = audio(codec, 0).inEntry(box(name, hex(content.replace(" ", ""))));
        assertThat(coding(audio).audioChannels()).contains(channels);
    }

    /** In QuickTime its boxes stand behind more fields, or in one of their own. */
    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false"})
    void aac_in_quicktime_is_read_behind_the_longer_entry(int version, boolean isInWave) {
        byte[] esds = box("esds", hex(ESDS));
        TrackBuilder audio =
                audio("mp4a", version).inEntry(isInWave ? box("wave", box("frma", Bytes.text("mp4a")), esds) : esds);
        assertThat(coding(audio).audioChannels()).contains(1);
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void what_is_no_box_behind_the_longer_entry_leaves_the_channels_to_the_entry(int version) {
        TrackBuilder audio = audio("mp4a", version).inEntry(Bytes.filled(12, 0xFF));
        assertThat(Judged.findings(Judged.video(Mp4Builder.clip().track(audio).bytes())))
                .isEmpty();
        assertThat(coding(audio).audioChannels()).contains(2);
    }

    /** Behind the id of a descriptor its flags announce another id, a URL and a clock. */
    @Test
    void fields_that_the_flags_of_a_descriptor_announce_are_stepped_over() {
        String fields = "00000000" + "032200" + "02e0" + "0001" + "03616263" + "0002" + "0411" + "40" + "15000000"
                + "0001000000010000" + "05021208";
        assertThat(coding(audio("mp4a", 0).inEntry(box("esds", hex(fields)))).audioChannels())
                .contains(1);
    }

    /** MP3 (6B) has another configuration, and none. */
    @Test
    void the_channels_of_another_codec_in_descriptors_are_not_known() {
        byte[] mp3 = hex(ESDS.replace("0411" + "40", "0411" + "6b"));
        assertThat(coding(audio("mp4a", 0).inEntry(box("esds", mp3))).audioChannels())
                .isEmpty();
    }

    @Test
    void descriptors_that_end_anywhere_say_nothing() {
        byte[] whole = hex(ESDS);
        for (int length = 0; length < whole.length - 4; length++) {
            TrackBuilder audio = audio("mp4a", 0).inEntry(box("esds", Arrays.copyOf(whole, length)));
            assertThat(coding(audio).audioChannels()).as("%d bytes", length).isEmpty();
        }
    }
}
