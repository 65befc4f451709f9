package io.mediapreflight.probe.other;

import static io.mediapreflight.probe.other.Sample.frames;
import static io.mediapreflight.probe.other.Sample.hex;
import static io.mediapreflight.probe.other.Sample.join;
import static io.mediapreflight.probe.other.Sample.littleEndian;
import static io.mediapreflight.probe.other.Sample.text;
import static io.mediapreflight.probe.other.Sample.zeros;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OtherProbeTest {
    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");

    /** Named by the probes that read them. */
    private static final Set<Format> NAMED_ELSEWHERE = EnumSet.of(
            Format.JPEG, Format.PNG, Format.HEIC, Format.AVIF, Format.MP4, Format.MOV, Format.THREE_GP, Format.M4A);

    private static final OtherProbe PROBE = new OtherProbe();

    static List<Sample> samples() {
        return Sample.ALL;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void names_a_format_by_its_content(Sample sample) throws IOException {
        assertThat(probe(sample.bytes())).isEqualTo(Probed.named(sample.format(), sample.kind()));
    }

    @Test
    void has_a_sample_of_every_format_that_no_other_probe_names() {
        assertThat(Sample.ALL.stream().map(Sample::format))
                .containsAll(EnumSet.complementOf(EnumSet.copyOf(NAMED_ELSEWHERE)))
                .doesNotContainAnyElementsOf(NAMED_ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void finds_the_same_in_a_source_that_hides_its_size_or_gives_a_byte_at_a_time(Sample sample) throws IOException {
        for (Source source : List.of(
                new ShySource(sample.bytes(), Integer.MAX_VALUE, false),
                new ShySource(sample.bytes(), 1, true),
                new ShySource(sample.bytes(), 1, false))) {
            assertThat(probe(source)).isEqualTo(Probed.named(sample.format(), sample.kind()));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Tag("sampled")
    void survives_truncation_at_every_byte_and_reads_little(Sample sample) throws IOException {
        int step = ALL ? 1 : 1 + sample.bytes().length / 400;
        for (int length = 0; length < sample.bytes().length; length += step) {
            byte[] cut = Arrays.copyOf(sample.bytes(), length);
            Probed whole = probe(BytesSource.of(cut));
            assertThat(probe(new ShySource(cut, 700, false))).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survives_any_of_its_first_bytes_being_wrong_and_reads_little(Sample sample) throws IOException {
        byte[] bytes = Arrays.copyOf(sample.bytes(), sample.bytes().length);
        for (int at = 0; at < Math.min(bytes.length, 400); at++) {
            byte right = bytes[at];
            for (int wrong : List.of(0x00, 0x7F, 0xFF)) {
                bytes[at] = (byte) wrong;
                probe(bytes);
            }
            bytes[at] = right;
        }
    }

    @Test
    void reads_the_beginning_of_a_large_file_at_once() throws IOException {
        ShySource source = new ShySource(join(text("GIF89a"), zeros(100_000)), Integer.MAX_VALUE, true);
        probe(source);
        assertThat(source.reads()).isEqualTo(1);
    }

    @Test
    void reads_a_dozen_bytes_behind_an_id3_tag() throws IOException {
        Sample sample = sample("flac behind a tag");
        Window window = new Window(BytesSource.of(sample.bytes()), ByteBuffer.allocate(Window.CAPACITY));
        PROBE.probe(window);
        assertThat(window.bytesRead()).isBetween((long) Window.CAPACITY, Window.CAPACITY + 12L);
    }

    static Stream<Arguments> lookAlikes() {
        return Stream.of(
                Arguments.of(
                        "text that begins with BM", Format.TEXT, text("BM stands for bitmap, and for Bob Marley.")),
                Arguments.of("text that begins with BA", Format.TEXT, text("BACHELOR OF ARTS and BM and others")),
                Arguments.of("text of Gs", Format.TEXT, text("G".repeat(2000))),
                Arguments.of("text that begins with ID3", Format.TEXT, text("ID3 tags are explained here.")),
                Arguments.of("log of amateur radio", Format.TEXT, text("ADIF Export from a logbook\n<EOH>")),
                Arguments.of("text about PDF", Format.TEXT, text("A PDF begins with %PDF- and a version.")),
                Arguments.of("ini file", Format.TEXT, text("[section]\nkey=value\n")),
                Arguments.of("style sheet", Format.TEXT, text("{ color: red }")),
                Arguments.of("text about svg", Format.TEXT, text("The <svg> element")),
                Arguments.of("tag whose name begins like svg", Format.TEXT, text("<svgz>")),
                Arguments.of("tag that is no page's", Format.TEXT, text("<bodywork>")),
                Arguments.of("page that holds an svg", Format.HTML, text("<html><svg></svg></html>")),
                Arguments.of("feed that holds html", Format.XML, text("<?xml version='1.0'?><title>x</title>")),
                Arguments.of("json about svg", Format.JSON, text("{\"a\": \"<svg>\"}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookAlikes")
    void is_not_deceived_by_a_look_alike(String name, Format format, byte[] bytes) throws IOException {
        assertThat(probe(bytes)).as(name).isEqualTo(Probed.named(format, format.kind()));
    }

    static Stream<Arguments> unknowns() {
        return Stream.of(
                Arguments.of("RIFF of an unknown form", join(text("RIFF"), hex("24000000"), text("ACONLIST"))),
                Arguments.of("bitmap with an impossible header", join(text("BM"), zeros(12), hex("29000000"))),
                Arguments.of("TrueType font", hex("00010000 000F 0080 0003 0070")),
                Arguments.of(
                        "Targa image, which is almost a cursor", hex("0000 0200 0000 0000 0000 0000 10001000 1820")),
                Arguments.of("icon without images", hex("0000 0100 0000 10100000 01002000 68040000 16000000")),
                Arguments.of(
                        "icon whose image lies in its directory",
                        hex("0000 0100 0100 10100000 01002000 68040000 10000000")),
                Arguments.of("two packets that begin with G", twoPackets()),
                Arguments.of("one MP3 frame", frames("FFFB9000", 417, 1)),
                Arguments.of("MP3 frames of two streams", join(frames("FFFB9000", 417, 1), frames("FFFB9400", 384, 2))),
                Arguments.of("EBML of another kind", join(hex("1A45DFA3 8A 4282 87"), text("mystery"))),
                Arguments.of("UTF-16 that is noise", hex("FFFE" + "00D8".repeat(40))),
                Arguments.of("TIFF of another number (JPEG XR)", hex("4949BC01 08000000 0100")),
                Arguments.of("Latin-1 noise", hex("C3F1D4E5B6A798C9DAEBFC8D9EAF")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknowns")
    void does_not_name_what_it_does_not_know(String name, byte[] bytes) throws IOException {
        Probed probed = probe(bytes);
        assertThat(probed.format()).as(name).isEmpty();
        assertThat(probed.kind()).isEqualTo(Kind.OTHER);
        assertThat(probed.defects())
                .singleElement()
                .satisfies(defect -> assertThat(defect.what().toString())
                        .startsWith("the first bytes, ")
                        .endsWith(" are of no known format"));
    }

    private static byte[] twoPackets() {
        byte[] bytes = new byte[2 * 188];
        bytes[0] = 'G';
        bytes[3] = 0x10;
        bytes[188] = 'G';
        bytes[191] = 0x10;
        return bytes;
    }

    @Test
    void says_that_a_file_is_empty() throws IOException {
        assertThat(probe(new byte[0]))
                .isEqualTo(Probed.unrecognised(
                        Malformed.broken(MalformedCode.EMPTY_FILE, 0, Phrase.of("defects:any.empty"), "every format")));
        assertThat(probe(new ShySource(new byte[0], 1, false))).isEqualTo(probe(new byte[0]));
    }

    @Test
    void says_that_a_file_begins_with_zeros() throws IOException {
        assertThat(probe(zeros(17_408)))
                .isEqualTo(Probed.unrecognised(Malformed.broken(
                        MalformedCode.ALL_ZERO,
                        0,
                        Phrase.of("defects:any.zeros").with("count", 4096),
                        "every format")));
    }

    @Test
    void shows_the_first_bytes_of_what_it_does_not_know() throws IOException {
        assertThat(what(hex("37 7A BC AF 27 1D 00 04 FF FF")))
                .isEqualTo("the first bytes, 37 7A BC AF 27 1D 00 04, are of no known format");
        assertThat(what(hex("FF"))).isEqualTo("the first byte, FF, is of no known format");
    }

    @Test
    void knows_a_png_whose_signature_was_damaged_on_its_way() throws IOException {
        byte[] withoutCarriageReturn = hex("89504E470A1A0A 0000000D49484452 00000001");
        assertThat(what(withoutCarriageReturn))
                .isEqualTo("the first bytes, 89 50 4E 47 0A 1A 0A 00, are not PNG's signature, although IHDR follows:"
                        + " the file is damaged, perhaps by a transfer that changes line endings");
    }

    @Test
    void is_not_led_astray_by_sizes_that_overflow() throws IOException {
        byte[] matroska =
                join(hex("1A45DFA3 80 18538067 01FFFFFFFFFFFFFF EC 01FFFFFFFFFFFFFE"), zeros(40), hex("1654AE6B FF"));
        assertThat(probe(matroska)).isEqualTo(Probed.named(Format.MKV, Kind.VIDEO));
        for (long size : List.of(Long.MAX_VALUE, -1L, 0L)) {
            byte[] asf = join(
                    hex("3026B2758E66CF11A6D900AA0062CE6C"),
                    littleEndian(Long.MAX_VALUE),
                    zeros(6),
                    hex("33".repeat(16)),
                    littleEndian(size),
                    zeros(100));
            assertThat(probe(asf)).isEqualTo(Probed.named(Format.ASF, Kind.VIDEO));
        }
    }

    @Test
    void does_not_go_round_for_ever_in_elements_without_content() throws IOException {
        byte[] matroska = join(hex("1A45DFA3 80 18538067 01FFFFFFFFFFFFFF"), hex("EC80".repeat(50_000)));
        assertThat(probe(matroska)).isEqualTo(Probed.named(Format.MKV, Kind.VIDEO));
        byte[] scattered =
                join(hex("1A45DFA3 80 18538067 01FFFFFFFFFFFFFF"), hex(("EC4FFF" + "00".repeat(4095)).repeat(80)));
        assertThat(probe(scattered)).isEqualTo(Probed.named(Format.MKV, Kind.VIDEO));
    }

    private static Sample sample(String name) {
        return Sample.ALL.stream()
                .filter(sample -> sample.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    private static String what(byte[] bytes) throws IOException {
        return probe(bytes).defects().get(0).what().toString();
    }

    private static Probed probe(byte[] bytes) throws IOException {
        return probe(BytesSource.of(bytes));
    }

    /** Every probe of this class keeps to the bound. */
    private static Probed probe(Source source) throws IOException {
        Window window = new Window(source, ByteBuffer.allocate(Window.CAPACITY));
        assertThat(PROBE.matches(window)).isTrue();
        Probed probed = PROBE.probe(window);
        assertThat(window.bytesRead()).isLessThanOrEqualTo(OtherProbe.MAX_READ);
        return probed;
    }
}
