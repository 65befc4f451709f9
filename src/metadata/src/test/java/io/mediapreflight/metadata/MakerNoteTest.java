package io.mediapreflight.metadata;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mediapreflight.spec.Format;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cameras write in ways of their own. Offsets of the notes here count from the note, or their values need none. */
class MakerNoteTest {
    private static final int MAKE = 0x010F;
    private static final int OLYMPUS_SERIAL = 0x0404;
    private static final int OLYMPUS_EQUIPMENT = 0x2010;
    private static final int EQUIPMENT_SERIAL = 0x0101;

    private static final String OLYMPUS = "camera serial number BHB123456 (Olympus SerialNumber)";
    private static final String NIKON = "camera serial number 3004711 (Nikon SerialNumber)";

    private static Stream<Arguments> inTheOrderOfTheStructure() {
        return Stream.of(
                arguments("Canon", note("").number(0x0C, 4711), "camera serial number 4711 (Canon SerialNumber)"),
                arguments("Canon", note("").text(0x09, "Roe"), "owner name \"Roe\" (Canon OwnerName)"),
                arguments(
                        "Panasonic",
                        note("Panasonic\0\0\0").text(0x25, "F9"),
                        "camera serial number F9 (Panasonic InternalSerialNumber)"),
                arguments("Panasonic", note("Panasonic\0\0\0").text(0x6D, "Rom"), "city \"Rom\" (Panasonic City)"),
                arguments(
                        "SIGMA",
                        note("SIGMA\0\0\0\1\0").text(0x02, "777"),
                        "camera serial number 777 (Sigma SerialNumber)"));
    }

    private static Stream<Arguments> inAnOrderOfTheirOwn() {
        return Stream.of(
                arguments("NIKON", nikon("MM\0*\0\0\0\b", BIG_ENDIAN), NIKON),
                arguments("NIKON", nikon("II*\0\b\0\0\0", LITTLE_ENDIAN), NIKON),
                arguments("a make that was changed to none", olympus("OLYMPUS\0II\3\0", LITTLE_ENDIAN), OLYMPUS),
                arguments(
                        "FUJIFILM",
                        new NoteBuilder("FUJIFILM\f\0\0\0", 0, LITTLE_ENDIAN).text(0x10, "FX123456"),
                        "camera serial number FX123456 (Fujifilm InternalSerialNumber)"),
                arguments("OLYMPUS", olympus("OLYMPUS\0II\3\0", LITTLE_ENDIAN), OLYMPUS),
                arguments("OLYMPUS", olympus("OLYMPUS\0MM\0\3", BIG_ENDIAN), OLYMPUS),
                arguments("OM Digital Solutions", olympus("OM SYSTEM\0\0\0II\4\0", LITTLE_ENDIAN), OLYMPUS),
                arguments("OM Digital Solutions", olympus("OM SYSTEM\0\0\0MM\0\4", BIG_ENDIAN), OLYMPUS));
    }

    @ParameterizedTest
    @MethodSource("inTheOrderOfTheStructure")
    void finds_what_a_camera_writes_in_its_own_way(String make, NoteBuilder note, String reported) {
        assertThat(lines(make, note, BIG_ENDIAN)).singleElement().asString().endsWith(": " + reported);
    }

    @ParameterizedTest
    @MethodSource("inAnOrderOfTheirOwn")
    void a_note_that_says_its_order_is_read_in_that_whatever_the_order_around_it(
            String make, NoteBuilder note, String reported) {
        assertThat(lines(make, note, BIG_ENDIAN)).containsExactly("privacy.device: " + reported);
        assertThat(lines(make, note, LITTLE_ENDIAN)).containsExactly("privacy.device: " + reported);
    }

    @Test
    void knows_a_nikon_whose_make_was_stripped() {
        byte[] note = nikon("II*\0\b\0\0\0", LITTLE_ENDIAN).bytes();
        byte[] tiff = new TiffBuilder(BIG_ENDIAN).note(note).bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG))
                .containsExactly("privacy.device: " + NIKON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OLYMPUS\0",
                "OLYMPUS\0M",
                "OLYMPUS\0MI",
                "OM SYSTEM\0\0\0",
                "Nikon\0\2",
                "Nikon\0\2\20\0\0MM",
                "FUJIFILM"
            })
    void a_note_that_breaks_off_in_its_head_reveals_nothing(String head) {
        byte[] tiff = new TiffBuilder(BIG_ENDIAN)
                .note(Media.ascii(head))
                .exif(0xA430, "Jane Roe")
                .bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG))
                .containsExactly("privacy.owner: owner name \"Jane Roe\" (EXIF CameraOwnerName)");
    }

    @Test
    void finds_the_equipment_of_an_olympus_below_its_note() {
        NoteBuilder note = new NoteBuilder("OLYMPUS\0MM\0\3", 0, BIG_ENDIAN)
                .below(OLYMPUS_EQUIPMENT, EQUIPMENT_SERIAL, "E12345678");
        assertThat(lines("OLYMPUS", note, BIG_ENDIAN))
                .containsExactly("privacy.device: camera serial number E12345678 (Olympus SerialNumber)");
    }

    /** The structure around a note is read on in its own order. */
    @Test
    void what_follows_a_note_of_another_order_is_read_all_the_same() {
        byte[] tiff = new TiffBuilder(BIG_ENDIAN)
                .image(MAKE, "OLYMPUS")
                .note(olympus("OLYMPUS\0II\3\0", LITTLE_ENDIAN).bytes())
                .exif(0xA430, "Jane Roe")
                .tower()
                .bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG))
                .containsExactly(
                        "privacy.location: GPS position near 48.9, 2.3 (EXIF)",
                        "privacy.owner: owner name \"Jane Roe\" (EXIF CameraOwnerName)",
                        "privacy.device: " + OLYMPUS);
    }

    private static List<String> lines(String make, NoteBuilder note, ByteOrder order) {
        byte[] tiff =
                new TiffBuilder(order).image(MAKE, make).note(note.bytes()).bytes();
        return Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG);
    }

    /** Its values are so short that it needs no offsets. */
    private static NoteBuilder note(String head) {
        return new NoteBuilder(head, 0, BIG_ENDIAN);
    }

    private static NoteBuilder nikon(String structure, ByteOrder order) {
        return new NoteBuilder("Nikon\0\2\20\0\0" + structure, 10, order).text(0x1D, "3004711");
    }

    private static NoteBuilder olympus(String head, ByteOrder order) {
        return new NoteBuilder(head, 0, order).text(OLYMPUS_SERIAL, "BHB123456");
    }
}
