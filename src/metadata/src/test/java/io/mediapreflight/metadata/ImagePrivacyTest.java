package io.mediapreflight.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Format;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePrivacyTest {
    private static final int ARTIST = 0x013B;
    private static final int OWNER = 0xA430;
    private static final int BODY = 0xA431;
    private static final int LENS = 0xA435;

    private static byte[] revealing(ByteOrder order) {
        return new TiffBuilder(order)
                .image(ARTIST, "Richard Roe")
                .exif(OWNER, "Jane Roe")
                .exif(BODY, "12345")
                .exif(LENS, "777")
                .tower()
                .bytes();
    }

    private static final List<String> REVEALED = List.of(
            "privacy.location: GPS position near 48.9, 2.3 (EXIF)",
            "privacy.owner: artist \"Richard Roe\" (EXIF Artist), owner name \"Jane Roe\" (EXIF CameraOwnerName)",
            "privacy.device: body serial number 12345 (EXIF BodySerialNumber),"
                    + " lens serial number 777 (EXIF LensSerialNumber)");

    @ParameterizedTest
    @ValueSource(strings = {"BIG_ENDIAN", "LITTLE_ENDIAN"})
    void reports_what_exif_says_in_either_order_of_bytes(String name) {
        ByteOrder order = name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        assertThat(Scanned.lines(Media.jpeg(Media.exif(revealing(order))), Format.JPEG))
                .isEqualTo(REVEALED);
    }

    @Test
    void finds_exif_in_a_chunk_of_a_png_behind_the_image() {
        byte[] png =
                Media.png(Media.chunk("IDAT", new byte[20_000]), Media.chunk("eXIf", revealing(ByteOrder.BIG_ENDIAN)));
        assertThat(Scanned.lines(png, Format.PNG)).isEqualTo(REVEALED);
    }

    @Test
    void finds_exif_that_was_written_as_hexadecimal_text() {
        byte[] exif = Media.join(Media.ascii("Exif\0\0"), revealing(ByteOrder.BIG_ENDIAN));
        String hex = HexFormat.of().formatHex(exif).replaceAll("(.{72})", "$1\n");
        byte[] profile = Media.ascii("\nexif\n    " + exif.length + "\n" + hex + "\n");
        byte[] png = Media.png(
                Media.chunk("zTXt", Media.join(Media.ascii("Raw profile type exif\0\0"), Media.deflated(profile))));
        assertThat(Scanned.lines(png, Format.PNG)).isEqualTo(REVEALED);
    }

    @Test
    void reports_what_xmp_says_in_attributes_and_elements() {
        byte[] jpeg = Media.jpeg(Media.xmp(" exif:GPSLatitude='48,51.504N' exif:GPSLongitude='2,17,40W'"
                + " aux:OwnerName='Jane Roe' aux:SerialNumber='0815'>"
                + "<dc:creator>\n <rdf:Seq>\n  <rdf:li>A</rdf:li>\n  <rdf:li>B</rdf:li>\n </rdf:Seq></dc:creator>"
                + "<photoshop:City>Paris</photoshop:City><Iptc4xmpExt:LocationCreated><rdf:Bag><rdf:li"
                + " Iptc4xmpExt:Sublocation='Champ de Mars'/></rdf:Bag></Iptc4xmpExt:LocationCreated>"));
        assertThat(Scanned.lines(jpeg, Format.JPEG))
                .containsExactly(
                        "privacy.location: city \"Paris\" (XMP), place \"Champ de Mars\" (XMP),"
                                + " GPS position near 48.9, -2.3 (XMP)",
                        "privacy.owner: owner name \"Jane Roe\" (XMP), creator \"A, B\" (XMP)",
                        "privacy.device: camera serial number 0815 (XMP)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finds_xmp_in_a_png_compressed_or_not(boolean compressed) {
        byte[] packet = Media.packet(" photoshop:City='Paris'>");
        byte[] head = Media.join(Media.ascii("XML:com.adobe.xmp\0"), new byte[] {(byte) (compressed ? 1 : 0), 0, 0, 0});
        byte[] png = Media.png(Media.chunk("iTXt", Media.join(head, compressed ? Media.deflated(packet) : packet)));
        assertThat(Scanned.lines(png, Format.PNG)).containsExactly("privacy.location: city \"Paris\" (XMP)");
    }

    @Test
    void puts_extended_xmp_together() {
        byte[] packet = Media.packet(" photoshop:City='Paris'>");
        byte[] jpeg = Media.jpeg(extension(packet, 0, 100), extension(packet, 100, packet.length));
        assertThat(Scanned.lines(jpeg, Format.JPEG)).containsExactly("privacy.location: city \"Paris\" (XMP)");
    }

    private static byte[] extension(byte[] packet, int from, int to) {
        byte[] head = Media.join(
                Media.ascii("http://ns.adobe.com/xmp/extension/\0"),
                new byte[32],
                Media.u32(packet.length),
                Media.u32(from));
        return Media.segment(0xE1, Media.join(head, java.util.Arrays.copyOfRange(packet, from, to)));
    }

    @Test
    void reports_what_iptc_says() {
        byte[] body = Media.join(
                Media.ascii("Photoshop 3.0\0"),
                Media.iptc(80, "Jane"),
                Media.iptc(90, "Paris"),
                Media.iptc(92, "Rue 1"));
        assertThat(Scanned.lines(Media.jpeg(Media.segment(0xED, body)), Format.JPEG))
                .containsExactly(
                        "privacy.location: city \"Paris\" (IPTC), place \"Rue 1\" (IPTC)",
                        "privacy.owner: by-line \"Jane\" (IPTC)");
    }

    @Test
    void reports_the_author_of_a_png() {
        byte[] png = Media.png(Media.chunk("tEXt", Media.ascii("Author\0Jane Roe")));
        assertThat(Scanned.lines(png, Format.PNG)).containsExactly("privacy.owner: author \"Jane Roe\" (PNG Author)");
    }

    @Test
    void reads_the_serial_number_in_the_note_of_a_nikon() {
        byte[] inner = new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
                .image(0x001D, "2001234")
                .bytes();
        byte[] note = Media.join(Media.ascii("Nikon\0\2\20\0\0"), inner);
        byte[] tiff = new TiffBuilder(ByteOrder.BIG_ENDIAN).note(note).bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG))
                .containsExactly("privacy.device: camera serial number 2001234 (Nikon SerialNumber)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", " 0 0-00", "none", "Unknown", "----", "\u0007"})
    void takes_for_no_serial_number_what_says_nothing(String number) {
        byte[] tiff = new TiffBuilder(ByteOrder.BIG_ENDIAN)
                .exif(BODY, number)
                .exif(OWNER, number.replace('0', ' '))
                .bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG)).isEmpty();
    }

    @Test
    void takes_a_gps_directory_with_nothing_but_a_version_for_no_position() {
        byte[] tiff = new TiffBuilder(ByteOrder.BIG_ENDIAN).gps(0, "\2\3\0").bytes();
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG)).isEmpty();
    }

    @ParameterizedTest(name = "{0}/{1} degrees north, {2}/{3} east: {4}")
    @CsvSource({
        "0, 1, 0, 1, ''",
        "0, 0, 0, 0, ''",
        "91, 1, 2, 1, ''",
        "90, 1, 2, 1, '90.0, 2.0'",
        "48, 1, 181, 1, ''",
        "48, 1, 180, 1, '48.0, 180.0'",
        "48, 0, 2, 1, ''",
        "0, 1, 2, 1, '0.0, 2.0'",
        "-1, 1, 2, 1, ''",
    })
    void a_position_out_of_range_does_not_count(int north, int per, int east, int ofEast, String shown) {
        byte[] tiff = new TiffBuilder(ByteOrder.BIG_ENDIAN)
                .gps(2, north, per, 0, 1, 0, 0)
                .gps(4, east, ofEast, 0, 1, 0, 1)
                .bytes();
        List<String> expected =
                shown.isEmpty() ? List.of() : List.of("privacy.location: GPS position near " + shown + " (EXIF)");
        assertThat(Scanned.lines(Media.jpeg(Media.exif(tiff)), Format.JPEG)).isEqualTo(expected);
    }

    @Test
    void shortens_a_long_name_and_shows_nothing_that_could_disturb_a_report() {
        byte[] tiff = new TiffBuilder(ByteOrder.BIG_ENDIAN)
                .exif(OWNER, "a\u001B[31m\u202Eb\n" + "x".repeat(60_000))
                .bytes();
        String shown =
                Scanned.advice(Media.jpeg(Media.exif(tiff)), Format.JPEG).get(0).actual();
        assertThat(shown).isEqualTo("owner name \"a [31m b " + "x".repeat(31) + "…\" (EXIF CameraOwnerName)");
    }

    @Test
    void reads_names_that_are_not_utf_8_as_latin_1() {
        byte[] png = Media.png(Media.chunk("tEXt", "Author\0Zoé".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(Scanned.lines(png, Format.PNG)).containsExactly("privacy.owner: author \"Zoé\" (PNG Author)");
    }

    @Test
    void says_what_is_recommended_and_how_to_get_there() {
        Advice advice = Scanned.advice(Media.jpeg(Media.exif(revealing(ByteOrder.BIG_ENDIAN))), Format.JPEG)
                .get(0);
        assertThat(advice.message())
                .isEqualTo("The file contains a place: GPS position near 48.9, 2.3 (EXIF). Anyone with the URL can"
                        + " read it.");
        assertThat(String.join(" ", advice.fix().command()))
                .isEqualTo("exiftool -all= --icc_profile:all -tagsFromFile @ -IFD0:Orientation -o OUTPUT.jpg INPUT");
    }

    @Test
    void has_nothing_to_say_of_a_file_without_metadata() {
        assertThat(Scanned.lines(Media.jpeg(), Format.JPEG)).isEmpty();
        assertThat(Scanned.lines(Media.png(), Format.PNG)).isEmpty();
    }
}
