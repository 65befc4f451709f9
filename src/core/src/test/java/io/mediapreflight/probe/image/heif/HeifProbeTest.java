package io.mediapreflight.probe.image.heif;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeifProbeTest {
    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";

    private static Probed probed(byte[] bytes) throws IOException {
        return HeifProbe.probe(new Window(BytesSource.of(bytes), ByteBuffer.allocate(Window.CAPACITY)), Format.HEIC);
    }

    private static ImageFacts facts(HeifBuilder heif) throws IOException {
        return Probing.facts(probed(heif.bytes()));
    }

    private static List<MalformedCode> codes(byte[] bytes) throws IOException {
        return probed(bytes).defects().stream().map(Malformed::code).toList();
    }

    @Test
    void reads_the_image_that_is_shown() throws IOException {
        assertThat(facts(HeifBuilder.avif(640, 480)))
                .isEqualTo(ImageFacts.builder()
                        .width(640)
                        .height(480)
                        .coding("AV1")
                        .components(3)
                        .bitDepth(8)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    @Test
    void reads_the_size_of_a_grid_and_not_of_its_tiles() throws IOException {
        assertThat(facts(HeifBuilder.grid(3000, 2000, 4, 6, 512)))
                .isEqualTo(ImageFacts.builder()
                        .width(3000)
                        .height(2000)
                        .coding("HEVC, grid")
                        .components(3)
                        .bitDepth(10)
                        .alpha(false)
                        .animated(false)
                        .build());
    }

    static Stream<Arguments> contradictingGrids() {
        HeifBuilder grid = HeifBuilder.grid(3000, 2000, 4, 6, 512);
        return Stream.of(
                Arguments.of("another size", grid(4, 6, 3000, 2001), MalformedCode.CANVAS_SIZE),
                Arguments.of("more tiles than there are", grid(4, 7, 3000, 2000), MalformedCode.MISSING_IMAGE_DATA),
                Arguments.of(
                        "tiles that do not cover it",
                        HeifBuilder.grid(3000, 2000, 4, 6, 499).bytes(),
                        MalformedCode.CANVAS_SIZE),
                Arguments.of(
                        "data that end early",
                        grid.gridData(new byte[] {0, 0, 3, 5}).bytes(),
                        MalformedCode.BOX_TOO_SHORT));
    }

    private static byte[] grid(int rows, int columns, int width, int height) {
        byte[] data = Bytes.join(
                Bytes.u16(0), Bytes.u8(rows - 1), Bytes.u8(columns - 1), Bytes.u16(width), Bytes.u16(height));
        return HeifBuilder.grid(3000, 2000, 4, 6, 512).gridData(data).bytes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictingGrids")
    void a_grid_that_contradicts_itself_is_malformed(String what, byte[] heif, MalformedCode code) throws IOException {
        assertThat(codes(heif)).as(what).containsExactly(code);
    }

    /** Quarter turns anticlockwise, then 0 for a mirror that exchanges top and bottom, 1 left and right, 2 for none. */
    @ParameterizedTest
    @CsvSource({
        "0, 2, NORMAL",
        "1, 2, ROTATED_270",
        "2, 2, ROTATED_180",
        "3, 2, ROTATED_90",
        "0, 1, MIRRORED",
        "0, 0, ROTATED_180_MIRRORED",
        "1, 1, ROTATED_270_MIRRORED",
        "3, 1, ROTATED_90_MIRRORED",
        "3, 0, ROTATED_270_MIRRORED"
    })
    void reports_what_rotation_and_mirror_amount_to(int quarters, int axis, ExifOrientation expected)
            throws IOException {
        HeifBuilder heif = HeifBuilder.heic(300, 400).property(HeifBuilder.irot(quarters));
        ImageFacts facts = facts(axis == 2 ? heif : heif.property(HeifBuilder.imir(axis)));
        assertThat(facts.orientation()).contains(expected);
        assertThat(facts.width()).isEqualTo(300);
    }

    @Test
    void applies_rotation_and_mirror_in_the_order_in_which_they_are_listed() throws IOException {
        HeifBuilder heif =
                HeifBuilder.heic(300, 400).property(HeifBuilder.imir(1)).property(HeifBuilder.irot(1));
        assertThat(facts(heif).orientation()).contains(ExifOrientation.ROTATED_90_MIRRORED);
    }

    @ParameterizedTest
    @CsvSource({"0x00, 3, 8", "0x40, 3, 10", "0x60, 3, 12", "0x10, 1, 8", "0x50, 1, 10"})
    void reads_the_samples_of_av1(String flags, int components, int bits) throws IOException {
        byte[] patched = HeifBuilder.avif(9, 9).bytes();
        int at = Bytes.indexOf(patched, "av1C") + 6;
        ImageFacts facts = Probing.facts(probed(Bytes.patched(patched, at, Bytes.u8(Integer.decode(flags)))));
        assertThat(facts.components()).contains(components);
        assertThat(facts.bitDepth()).contains(bits);
    }

    @Test
    void believes_the_pixel_information_before_the_codec() throws IOException {
        ImageFacts facts = facts(HeifBuilder.heic(9, 9).property(HeifBuilder.pixi(12)));
        assertThat(facts.components()).contains(1);
        assertThat(facts.bitDepth()).contains(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {ALPHA, "urn:mpeg:hevc:2015:auxid:1"})
    void has_alpha_where_an_auxiliary_image_is_one(String name) throws IOException {
        ImageFacts facts = facts(HeifBuilder.heic(9, 9).auxiliary(name));
        assertThat(facts.alpha()).contains(true);
        assertThat(facts.components()).contains(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"urn:mpeg:hevc:2015:auxid:2", "urn:mpeg:hevc:2015:auxid:11", ALPHA + "x"})
    void has_no_alpha_with_any_other_auxiliary_image(String name) throws IOException {
        assertThat(facts(HeifBuilder.heic(9, 9).auxiliary(name)).alpha()).contains(false);
    }

    /** Width, height and how far off the centre, each over the last number; then what is left of 640x480, if it can be. */
    @ParameterizedTest
    @CsvSource({
        "600, 400, 0, 0, 1, 600x400",
        "1201, 800, 39, -40, 2, ",
        "1200, 800, 40, -80, 2, 600x400",
        "1200, 800, 41, 0, 2, ",
        "1200, 800, 0, 81, 2, ",
        "640, 480, 0, 0, 1, 640x480",
        "641, 480, 0, 0, 1, ",
        "0, 480, 0, 0, 1, ",
        "600, 400, 0, 0, 0, "
    })
    void shows_what_a_clean_aperture_leaves(int width, int height, int right, int down, int over, String shown)
            throws IOException {
        Probed probed = probed(HeifBuilder.heic(640, 480)
                .property(HeifBuilder.clap(width, height, right, down, over))
                .bytes());

        ImageFacts facts = Probing.facts(probed);
        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.displaySize()).hasToString(shown == null ? "640x480" : shown);
        assertThat(probed.defects()).hasSize(shown == null ? 1 : 0);
    }

    @Test
    void shows_what_an_aperture_leaves_of_a_turned_image_as_it_was_before() throws IOException {
        HeifBuilder heif =
                HeifBuilder.heic(640, 480).property(HeifBuilder.irot(1)).property(HeifBuilder.clap(400, 600, 0, 0, 1));

        assertThat(facts(heif).displaySize()).hasToString("600x400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iloc", "iinf", "iprp", "ipco", "ipma", "pitm", "ispe"})
    void a_box_that_is_missing_is_malformed(String type) throws IOException {
        byte[] heif = HeifBuilder.heic(9, 9).bytes();
        byte[] renamed = Bytes.patched(heif, Bytes.indexOf(heif, type), Bytes.text("free"));
        assertThat(probed(renamed).facts()).isEmpty();
        assertThat(probed(renamed).defects()).hasSize(1);
    }

    @Test
    void says_how_many_bytes_of_an_item_are_missing() throws IOException {
        byte[] heif = HeifBuilder.heic(9, 9).missing(33).bytes();
        assertThat(Probing.completeness(probed(heif)))
                .isInstanceOfSatisfying(
                        Completeness.CutOff.class,
                        cut -> assertThat(cut.missingBytes()).isEqualTo(33));
    }

    @Test
    void a_box_that_runs_past_the_end_is_cut_off() throws IOException {
        byte[] heif = HeifBuilder.heic(9, 9).bytes();
        byte[] cut = java.util.Arrays.copyOf(heif, heif.length - 5);
        assertThat(Probing.completeness(probed(cut)))
                .isInstanceOfSatisfying(
                        Completeness.CutOff.class,
                        found -> assertThat(found.missingBytes()).isEqualTo(5));
    }

    @Test
    void an_encrypted_image_is_not_readable() throws IOException {
        byte[] heif = HeifBuilder.heic(9, 9).bytes();
        int protection = Bytes.indexOf(heif, "infe") + 10;
        assertThat(codes(Bytes.patched(heif, protection, Bytes.u16(1)))).containsExactly(MalformedCode.ENCRYPTED);
    }
}
