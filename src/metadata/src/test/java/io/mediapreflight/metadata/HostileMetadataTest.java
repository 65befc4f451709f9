package io.mediapreflight.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.adobe.internal.xmp.XMPMetaFactory;
import com.sun.management.ThreadMXBean;
import io.mediapreflight.Preflight;
import io.mediapreflight.spec.Format;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileMetadataTest {
    /** Some copies of the largest block, and of the 4 MiB that may be read; bombs ask for hundreds of MB. */
    private static final long ENOUGH = 48L << 20;

    private static final byte[] JPEG = Media.jpeg(
            Media.exif(new TiffBuilder(ByteOrder.LITTLE_ENDIAN)
                    .image(0x013B, "Richard Roe")
                    .exif(0xA431, "12345")
                    .note(Media.ascii("Panasonic\0\0\0\1\0%\0\7\0\20\0\0\0\0\0\0\0"))
                    .tower()
                    .bytes()),
            Media.xmp(" aux:OwnerName='Jane'><photoshop:City>Paris</photoshop:City>"),
            Media.segment(0xED, Media.join(Media.ascii("Photoshop 3.0\0"), Media.iptc(90, "Paris"))));

    private static final byte[] PNG = Media.png(
            Media.chunk("eXIf", new TiffBuilder(ByteOrder.BIG_ENDIAN).tower().bytes()),
            Media.chunk(
                    "iTXt",
                    Media.join(
                            Media.ascii("XML:com.adobe.xmp\0\1\0\0\0"),
                            Media.deflated(Media.packet(" photoshop:City='Paris'>")))));

    private static final byte[] MOV = Media.movie(
            Media.box("meta", Media.items("com.apple.quicktime.location.ISO6709", "+48.8584+002.2945/")),
            Media.box(
                    "udta",
                    Media.text("\u00A9xyz", "+48.8584+002.2945/"),
                    Media.box("loci", new byte[6], Media.ascii("Home\0\0"), Media.u32(147_000L), Media.u32(3_202_000L)),
                    Media.box("GPMF", Media.ascii("CASNc\16\0\1C3221324545448\0\0"))));

    private static long allocated(byte[] bytes, Format format) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Scanned.lines(Media.jpeg(), Format.JPEG);
        long before = threads.getCurrentThreadAllocatedBytes();
        Scanned.lines(bytes, format);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void survives_files_cut_off_at_every_byte() {
        for (int length = 0; length < JPEG.length; length++) {
            Scanned.lines(Arrays.copyOf(JPEG, length), Format.JPEG);
        }
        for (int length = 0; length < PNG.length; length++) {
            Scanned.lines(Arrays.copyOf(PNG, length), Format.PNG);
        }
        for (int length = 0; length < MOV.length; length++) {
            Scanned.lines(Arrays.copyOf(MOV, length), Format.MOV);
        }
        assertThat(Scanned.lines(Arrays.copyOf(JPEG, JPEG.length - 4), Format.JPEG))
                .hasSize(3);
    }

    @Test
    void survives_files_in_which_bytes_were_changed() {
        Random random = new Random(20_261_124);
        for (int round = 0; round < 1_000; round++) {
            byte[] source = List.of(JPEG, PNG, MOV).get(round % 3);
            Format format = List.of(Format.JPEG, Format.PNG, Format.MOV).get(round % 3);
            byte[] bytes = source.clone();
            for (int i = 0; i <= random.nextInt(8); i++) {
                bytes[random.nextInt(bytes.length)] = (byte) (random.nextInt(4) == 0 ? 0xFF : random.nextInt(256));
            }
            assertThatCode(() -> Scanned.lines(bytes, format)).doesNotThrowAnyException();
        }
    }

    @Test
    void inflates_no_more_of_a_bomb_than_a_block_may_have() {
        byte[] packed = Media.deflated(new byte[256 << 20]);
        byte[] png = Media.png(
                Media.chunk("iTXt", Media.join(Media.ascii("XML:com.adobe.xmp\0\1\0\0\0"), packed)),
                Media.chunk("zTXt", Media.join(Media.ascii("Author\0\0"), packed)),
                Media.chunk("zTXt", Media.join(Media.ascii("Raw profile type exif\0\0"), packed)));
        assertThat(packed.length).isGreaterThan(200_000);
        assertThat(allocated(png, Format.PNG)).isLessThan(ENOUGH);
    }

    @Test
    void copies_nothing_of_entries_that_all_claim_the_whole_segment() {
        int entries = 5_000;
        ByteBuffer tiff =
                ByteBuffer.allocate(65_000).put(Media.ascii("MM\0*")).putInt(8).putShort((short) entries);
        for (int i = 0; i < entries; i++) {
            tiff.putShort((short) (0x9000 + i))
                    .putShort((short) 7)
                    .putInt(60_000)
                    .putInt(8);
        }
        assertThat(allocated(Media.jpeg(Media.exif(tiff.array())), Format.JPEG)).isLessThan(ENOUGH);
    }

    @Test
    void expands_no_entities_and_opens_nothing(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "SECRET");
        byte[] packet = ("<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>"
                        + "<r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:Description"
                        + " xmlns:p='http://ns.adobe.com/photoshop/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'>"
                        + "<p:City>Paris</p:City><d:creator>&e;</d:creator><d:creator>&b;</d:creator>"
                        + "</r:Description></r:RDF>")
                .getBytes(StandardCharsets.UTF_8);
        byte[] jpeg =
                Media.jpeg(Media.segment(0xE1, Media.join(Media.ascii("http://ns.adobe.com/xap/1.0/\0"), packet)));
        assertThat(Scanned.lines(jpeg, Format.JPEG)).containsExactly("privacy.location: city \"Paris\" (XMP)");
    }

    @Test
    void nests_as_deeply_as_a_block_allows() {
        byte[] deep = Media.ascii("<a>".repeat(300_000));
        byte[] png = Media.png(Media.chunk("iTXt", Media.join(Media.ascii("XML:com.adobe.xmp\0\0\0\0\0"), deep)));
        assertThat(Scanned.lines(png, Format.PNG)).isEmpty();
        byte[] box = Media.text("\u00A9xyz", "+48.8584+002.2945/");
        for (int i = 0; i < 1_000; i++) {
            box = Media.box(i % 2 == 0 ? "udta" : "meta", box);
        }
        assertThat(Scanned.lines(Media.movie(box), Format.MOV)).isEmpty();
    }

    @Test
    void believes_no_declared_size() {
        byte[] png = Media.png(Media.join(Media.u32(0x7FFF_FFFF), Media.ascii("eXIf"), new byte[100]));
        byte[] video = Media.join(Media.u32(0xFFFF_FFFFL), Media.ascii("moov"), Media.u32(1), Media.ascii("udta"));
        byte[] huge =
                Media.join(video, Media.u32(0x7FFF_FFFF), Media.u32(-1), Media.u32(0xFFFF_FFFFL), Media.ascii("GPMF"));
        assertThat(allocated(png, Format.PNG)).isLessThan(ENOUGH);
        assertThat(allocated(huge, Format.MP4)).isLessThan(ENOUGH);
    }

    @Test
    void lists_a_few_of_a_thousand_names() {
        String place =
                "<rdf:li rdf:parseType='Resource'><Iptc4xmpExt:City>%d x</Iptc4xmpExt:City></rdf:li>".repeat(1_000);
        Object[] numbers = IntStream.range(0, 1_000).boxed().toArray();
        byte[] jpeg = Media.jpeg(Media.xmp("><Iptc4xmpExt:LocationShown><rdf:Bag>" + String.format(place, numbers)
                + "</rdf:Bag></Iptc4xmpExt:LocationShown>"));
        assertThat(Scanned.lines(jpeg, Format.JPEG).get(0))
                .contains("city \"7 x\"")
                .doesNotContain("city \"8 x\"")
                .endsWith(", and more");
    }

    @Test
    void takes_the_first_of_properties_that_stand_there_twice() {
        byte[] jpeg =
                Media.jpeg(Media.xmp("><photoshop:City>Paris</photoshop:City><photoshop:City>Rome</photoshop:City>"));
        assertThat(Scanned.lines(jpeg, Format.JPEG)).containsExactly("privacy.location: city \"Paris\" (XMP)");
    }

    @Test
    void goes_through_few_directories_of_a_long_chain() {
        int links = 5_000;
        ByteBuffer tiff = ByteBuffer.allocate(8 + 18 * links + 18)
                .put(Media.ascii("MM\0*"))
                .putInt(8);
        for (int i = 1; i <= links; i++) {
            tiff.putShort((short) 1)
                    .putShort((short) 0x014A)
                    .putShort((short) 4)
                    .putInt(1);
            tiff.putInt(8 + 18 * i).putInt(0);
        }
        assertThat(Scanned.lines(png("eXIf", tiff.array()), Format.PNG)).isEmpty();
        assertThat(allocated(png("eXIf", tiff.array()), Format.PNG)).isLessThan(ENOUGH);
    }

    @Test
    void enters_few_directories_of_a_list_of_thousands() {
        int pointers = 60_000;
        ByteBuffer tiff = ByteBuffer.allocate(26 + 4 * pointers + 8)
                .put(Media.ascii("MM\0*"))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x014A)
                .putShort((short) 4)
                .putInt(pointers)
                .putInt(26)
                .putInt(0);
        for (int i = 0; i < pointers; i++) {
            tiff.putInt(26 + 4 * i);
        }
        assertThat(allocated(png("eXIf", tiff.array()), Format.PNG)).isLessThan(ENOUGH);
    }

    @Test
    void copies_one_name_that_thousands_of_entries_share_a_few_times() {
        int entries = 20_000;
        ByteBuffer tiff =
                ByteBuffer.allocate(1 << 20).put(Media.ascii("MM\0*")).putInt(8).putShort((short) entries);
        for (int i = 0; i < entries; i++) {
            tiff.putShort((short) 0x013B).putShort((short) 2).putInt(800_000).putInt(10);
        }
        assertThat(allocated(png("eXIf", tiff.array()), Format.PNG)).isLessThan(ENOUGH);
    }

    @Test
    void joins_no_data_set_to_ten_thousands_of_its_kind() {
        byte[] set = {0x1C, 2, 80, 0, 1, 'x'};
        byte[] sets = Media.join(Collections.nCopies(10_000, set).toArray(byte[][]::new));
        byte[] jpeg = Media.jpeg(Media.segment(0xED, Media.join(Media.ascii("Photoshop 3.0\0"), sets)));
        assertThat(Scanned.lines(jpeg, Format.JPEG)).containsExactly("privacy.owner: by-line \"x\" (IPTC)");
        assertThat(allocated(jpeg, Format.JPEG)).isLessThan(ENOUGH);
    }

    @Test
    void parses_some_of_thousands_of_tiny_packets() {
        byte[] packet = Media.chunk("iTXt", Media.join(Media.ascii("XML:com.adobe.xmp\0\0\0\0\0"), Media.packet(">")));
        byte[] last = Media.chunk("tEXt", Media.ascii("Author\0Jane Roe"));
        byte[] png = Media.png(Media.join(Collections.nCopies(4_000, packet).toArray(byte[][]::new)), last);
        assertThat(Scanned.lines(png, Format.PNG)).containsExactly("privacy.owner: author \"Jane Roe\" (PNG Author)");
    }

    @Test
    void forgets_the_namespaces_of_strangers() {
        for (int file = 0; file < 20; file++) {
            StringBuilder properties = new StringBuilder(">");
            for (int i = 0; i < 200; i++) {
                String space = "http://stranger.example/" + file + "/" + i + "/";
                properties.append("<s:p xmlns:s='").append(space).append("'>x</s:p>");
            }
            Scanned.lines(Media.jpeg(Media.xmp(properties + "<photoshop:City>Paris</photoshop:City>")), Format.JPEG);
        }
        assertThat(XMPMetaFactory.getSchemaRegistry().getNamespaces().size()).isLessThan(1_300);
    }

    @Test
    void prints_nothing_of_bytes_that_are_no_text() {
        PrintStream standard = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            byte[] name = Media.join(Media.packet("><photoshop:City>Z\u00fcrich</photoshop:City>"));
            byte[] latin = new String(name, StandardCharsets.UTF_8).getBytes(StandardCharsets.ISO_8859_1);
            Scanned.lines(
                    Media.png(Media.chunk("iTXt", Media.join(Media.ascii("XML:com.adobe.xmp\0\0\0\0\0"), latin))),
                    Format.PNG);
            Scanned.lines(
                    Media.png(Media.chunk(
                            "iTXt", Media.join(Media.ascii("XML:com.adobe.xmp\0\0\0\0\0"), Media.ascii("<a><")))),
                    Format.PNG);
        } finally {
            System.setErr(standard);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void does_not_meet_the_faults_of_the_library_on_nested_boxes_and_declared_counts() {
        byte[] deep = new byte[8 * 20_000];
        for (int i = 0; i < 20_000; i++) {
            ByteBuffer.wrap(deep, 8 * i, 8).putInt(deep.length - 8 * i).put(Media.ascii("moov"));
        }
        byte[] counts = Media.movie(Media.box(
                "trak",
                Media.box(
                        "mdia", Media.box("minf", Media.box("stbl", Media.box("stsd", Media.u32(0), Media.u32(-1)))))));
        for (byte[] bytes : List.of(deep, counts)) {
            assertThat(Scanned.lines(bytes, Format.MP4)).isEmpty();
            assertThat(allocated(bytes, Format.MP4)).isLessThan(ENOUGH);
        }
    }

    private static byte[] png(String type, byte[] body) {
        return Media.png(Media.chunk(type, body));
    }

    @Test
    void says_nothing_of_a_file_that_is_not_there_or_is_no_file(@TempDir Path directory) {
        Preflight preflight =
                Preflight.builder().metadata(new PersonalDataReader()).build();
        assertThat(preflight.check(directory.resolve("none")).advice()).isEmpty();
        assertThat(preflight.check(directory).advice()).isEmpty();
    }
}
