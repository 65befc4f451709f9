package io.mediapreflight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.spec.Format;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoviePrivacyTest {
    private static byte[] userData(byte[]... boxes) {
        return Media.movie(Media.box("udta", boxes));
    }

    @ParameterizedTest
    @CsvSource({
        "+48.8584+002.2945/, '48.9, 2.3'",
        "+48.8584+002.2945+035.000/, '48.9, 2.3'",
        "+4851.504+00217.67/, '48.9, 2.3'",
        "-485130.24-0021740.2/, '-48.9, -2.3'",
        "+40.6800-74.5000/, '40.7, -74.5'",
        "+27-180CRSWGS_84/, '27.0, -180.0'",
    })
    void reads_the_position_of_a_phone(String text, String shown) {
        assertThat(Scanned.lines(userData(Media.text("\u00A9xyz", text)), Format.MP4))
                .containsExactly("privacy.location: GPS position near " + shown + " (user data ©xyz)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+00.0000+000.0000/", "+91+002/", "+48", "nowhere", "+485+00002/", "+48+0021740200/"})
    void a_position_out_of_range_does_not_count(String text) {
        assertThat(Scanned.lines(userData(Media.text("\u00A9xyz", text)), Format.MOV))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reads_metadata_items_in_the_form_of_quicktime_and_of_mp4(boolean full) {
        byte[] items = Media.items("com.apple.quicktime.location.ISO6709", "+48.8584+002.2945/");
        byte[] meta = full ? Media.box("meta", new byte[4], items) : Media.box("meta", items);
        assertThat(Scanned.lines(Media.movie(meta), Format.MOV))
                .containsExactly("privacy.location: GPS position near 48.9, 2.3"
                        + " (metadata com.apple.quicktime.location.ISO6709)");
    }

    @Test
    void passes_over_items_about_no_person() {
        byte[] meta = Media.box("meta", Media.items("com.apple.quicktime.model", "iPhone 15"));
        assertThat(Scanned.lines(Media.movie(meta), Format.MOV)).isEmpty();
    }

    @Test
    void reads_the_artist_that_itunes_and_ffmpeg_write() {
        byte[] data = Media.box("data", Media.u32(1), Media.u32(0), Media.ascii("Jane Roe"));
        byte[] meta = Media.box(
                "meta", new byte[4], Media.box("hdlr", new byte[24]), Media.box("ilst", Media.box("\u00A9ART", data)));
        assertThat(Scanned.lines(userData(meta), Format.MP4))
                .containsExactly("privacy.owner: artist \"Jane Roe\" (metadata ©ART)");
    }

    @Test
    void reads_the_position_and_the_author_of_3gpp() {
        byte[] loci = Media.box(
                "loci",
                new byte[4],
                Media.u16(0x15C7),
                Media.ascii("Home\0\0"),
                Media.u32(-147_000L),
                Media.u32(3_202_000L),
                new byte[6]);
        byte[] author =
                Media.box("auth", new byte[4], Media.u16(0x15C7), "\uFEFFJané\0".getBytes(StandardCharsets.UTF_16BE));
        assertThat(Scanned.lines(userData(loci, author), Format.THREE_GP))
                .containsExactly(
                        "privacy.location: place \"Home\" (user data loci), GPS position near 48.9, -2.2 (user data loci)",
                        "privacy.owner: author \"Jané\" (user data auth)");
    }

    @Test
    void reads_what_a_gopro_says_of_itself() {
        byte[] serial =
                Media.join(Media.ascii("CASNc"), new byte[] {14, 0, 1}, Media.ascii("C3221324545448"), new byte[2]);
        byte[] device = Media.join(Media.ascii("DEVC\0"), new byte[] {1}, Media.u16(serial.length), serial);
        byte[] hash = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");
        assertThat(Scanned.lines(userData(Media.box("CAME", hash), Media.box("GPMF", device)), Format.MP4))
                .containsExactly("privacy.device: hash of the camera serial number 00112233445566778899aabbccddeeff"
                        + " (user data CAME), camera serial number C3221324545448 (user data GPMF CASN)");
    }

    @Test
    void reads_xmp_at_the_end_of_the_file() {
        byte[] uuid = HexFormat.of().parseHex("be7acfcb97a942e89c71999491e3afac");
        byte[] video = Media.join(Media.movie(), Media.box("uuid", uuid, Media.packet(" photoshop:City='Paris'>")));
        assertThat(Scanned.lines(video, Format.MP4)).containsExactly("privacy.location: city \"Paris\" (XMP)");
    }

    @Test
    void reads_the_user_data_of_a_track() {
        byte[] track = Media.box("trak", Media.box("udta", Media.text("\u00A9aut", "Jane Roe")));
        assertThat(Scanned.lines(Media.movie(track), Format.MOV))
                .containsExactly("privacy.owner: author \"Jane Roe\" (user data ©aut)");
    }

    @Test
    void copies_the_packets_and_nothing_else_to_strip_a_video() {
        assertThat(Scanned.advice(userData(Media.text("\u00A9aut", "Jane")), Format.MOV)
                        .get(0)
                        .fix()
                        .command())
                .containsExactly(
                        "ffmpeg",
                        "-i",
                        "file:INPUT",
                        "-map",
                        "0:v:0",
                        "-map",
                        "0:a?",
                        "-map_metadata",
                        "-1",
                        "-map_chapters",
                        "-1",
                        "-c",
                        "copy",
                        "file:OUTPUT.mov");
    }
}
