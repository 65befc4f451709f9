package io.mediapreflight.metadata;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Slices of metadata, as libraries get them, and the files around them. The first byte says which kind of slice it is. */
class MetadataFuzzTest {
    private static final int KINDS = 9;

    /** Sixteen times what an input can have in a tree of XMP, with the JDK's reader of XML. */
    private static final long MAX_HEAP = 32L << 20;

    private static final List<AdviceId> IDS =
            List.of(AdviceId.PRIVACY_LOCATION, AdviceId.PRIVACY_OWNER, AdviceId.PRIVACY_DEVICE);

    /** A position with more digits than one behind the point would be that of a house. */
    private static final Pattern EXACT = Pattern.compile("\\d\\.\\d{2,}, -?\\d");

    static Stream<byte[]> seeds() {
        byte[] tiff = JpegBuilder.tiff(6, ByteOrder.BIG_ENDIAN);
        byte[] xmp =
                Bytes.text("<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-"
                        + "rdf-syntax-ns#\"><rdf:Description xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" exif:GPSLatitude=\"48,7.5N\""
                        + " exif:GPSLongitude=\"11,34.5E\"/></rdf:RDF></x:xmpmeta>");
        byte[] iptc = Bytes.join(Bytes.u8(0x1C), Bytes.u8(2), Bytes.u8(80), Bytes.u16(4), Bytes.text("Anna"));
        return Stream.of(
                Bytes.join(Bytes.u8(0), tiff),
                Bytes.join(Bytes.u8(0), gps()),
                Bytes.join(Bytes.u8(1), xmp),
                Bytes.join(Bytes.u8(2), iptc),
                Bytes.join(
                        Bytes.u8(3), Bytes.text("8BIM"), Bytes.u16(0x404), Bytes.u16(0), Bytes.u32(iptc.length), iptc),
                Bytes.join(
                        Bytes.u8(4),
                        Bytes.text("\u00A9xyz"),
                        Bytes.u16(16),
                        Bytes.u16(0),
                        Bytes.text("+48.85+002.29/")),
                Bytes.join(Bytes.u8(4), Bytes.text("loci"), Bytes.zeros(6), Bytes.text("Home\0"), Bytes.zeros(9)),
                Bytes.join(Bytes.u8(5), Bytes.text("com.apple.quicktime.location.ISO6709\0+48.8584+002.2945/")),
                Bytes.join(
                        Bytes.u8(6),
                        JpegBuilder.image().exif(6, ByteOrder.LITTLE_ENDIAN).bytes()));
    }

    /** 48° 7′ 30″ N, 11° 34′ 30″ E. */
    private static byte[] gps() {
        byte[] latitude = Bytes.join(rational(48), rational(7), rational(30));
        byte[] longitude = Bytes.join(rational(11), rational(34), rational(30));
        byte[] directory = Bytes.join(
                Bytes.u16(4),
                entry(1, 2, 2, Bytes.text("N\0\0\0")),
                entry(2, 5, 3, Bytes.u32(80)),
                entry(3, 2, 2, Bytes.text("E\0\0\0")),
                entry(4, 5, 3, Bytes.u32(104)),
                Bytes.u32(0));
        return Bytes.join(
                Bytes.text("MM"),
                Bytes.u16(42),
                Bytes.u32(8),
                Bytes.u16(1),
                entry(0x8825, 4, 1, Bytes.u32(26)),
                Bytes.u32(0),
                directory,
                latitude,
                longitude);
    }

    private static byte[] rational(long value) {
        return Bytes.join(Bytes.u32(value), Bytes.u32(1));
    }

    private static byte[] entry(int tag, int type, int count, byte[] value) {
        return Bytes.join(Bytes.u16(tag), Bytes.u16(type), Bytes.u32(count), value);
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "metadata.dict")
    @FuzzTest(maxDuration = "")
    void any_metadata_are_read_within_bounds_and_shown_as_they_may_be(byte[] bytes) throws Exception {
        int kind = bytes.length == 0 ? 0 : (bytes[0] & 0xFF) % KINDS;
        byte[] slice = Arrays.copyOfRange(bytes, Math.min(1, bytes.length), bytes.length);
        Heap.requireAtMost(MAX_HEAP, () -> require(kind, slice));
    }

    private static void require(int kind, byte[] slice) {
        List<Optional<String>> found = found(kind, slice);
        Texts.requireSame(found, found(kind, slice), "another time");
        found.forEach(each -> each.ifPresent(MetadataFuzzTest::requireShown));
        if (kind < 2 && slice.length < 65_000) {
            requireSameWithin(kind, slice);
        }
    }

    private static void requireShown(String text) {
        Texts.requireShown(text);
        Texts.require(!EXACT.matcher(text).find(), "an exact position: " + text);
    }

    /** What stands in a JPEG is found there as well, and with a comment in front of it. */
    private static void requireSameWithin(int kind, byte[] slice) {
        byte[] name = Bytes.text(kind == 0 ? "Exif\0\0" : "http://ns.adobe.com/xap/1.0/\0");
        byte[] body = Bytes.join(name, slice);
        byte[] jpeg = JpegBuilder.image().segment(0xE1, body).bytes();
        byte[] commented = JpegBuilder.image()
                .segment(0xFE, Bytes.text("comment"))
                .segment(0xE1, body)
                .bytes();
        List<Advice> advice = PersonalDataReader.read(BytesSource.of(jpeg), Format.JPEG);
        Texts.requireSame(advice, PersonalDataReader.read(BytesSource.of(commented), Format.JPEG), "behind a comment");
    }

    private static List<Optional<String>> found(int kind, byte[] slice) {
        PersonalData data = new PersonalData();
        MovieItems items = new MovieItems(data);
        int four = Math.min(4, slice.length);
        switch (kind) {
            case 0 -> ExifData.read(slice, data);
            case 1 -> XmpData.read(slice, data);
            case 2 -> IptcData.read(slice, data);
            case 3 -> PhotoshopResources.read(slice, data);
            case 4 ->
                items.userData(
                        new String(slice, 0, four, StandardCharsets.ISO_8859_1),
                        Arrays.copyOfRange(slice, four, slice.length));
            case 5 -> {
                String text = Texts.of(slice);
                int nul = Math.max(0, text.indexOf('\0'));
                items.item(text.substring(0, nul), Bytes.text(text.substring(nul)));
            }
            default -> {
                Format format = kind == 6 ? Format.JPEG : kind == 7 ? Format.PNG : Format.MP4;
                return PersonalDataReader.read(BytesSource.of(slice), format).stream()
                        .map(advice -> Optional.of(advice.message()))
                        .toList();
            }
        }
        return IDS.stream().map(id -> data.listed(id).map(Object::toString)).toList();
    }
}
