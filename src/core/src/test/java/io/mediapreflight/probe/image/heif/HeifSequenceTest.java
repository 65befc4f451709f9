package io.mediapreflight.probe.image.heif;

import static io.mediapreflight.fixture.BoxWriter.box;
import static io.mediapreflight.fixture.BoxWriter.fullBox;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.HeifBuilder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.image.Probing;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeifSequenceTest {
    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";
    private static final byte[] NOTHING = new byte[0];

    private static Probed probed(byte[]... boxes) throws IOException {
        byte[] file = Bytes.join(box("ftyp", Bytes.text("msf1"), Bytes.u32(0), Bytes.text("hevc")), Bytes.join(boxes));
        return HeifProbe.probe(new Window(BytesSource.of(file), ByteBuffer.allocate(Window.CAPACITY)), Format.HEIC);
    }

    @Test
    void an_image_beside_a_sequence_is_animated() throws IOException {
        byte[] moov = box("moov", track("pict", "hvc1", NOTHING, 120, 432_000, NOTHING));
        byte[] heif = HeifBuilder.avif(640, 480).behindMeta(moov).bytes();

        ImageFacts facts = Probing.facts(
                HeifProbe.probe(new Window(BytesSource.of(heif), ByteBuffer.allocate(Window.CAPACITY)), Format.AVIF));

        assertThat(facts.width()).isEqualTo(640);
        assertThat(facts.animated()).contains(true);
        assertThat(facts.duration()).contains(new Fraction(432_000, 90_000));
    }

    @Test
    void reads_a_sequence_without_an_image() throws IOException {
        byte[] moov = box("moov", track("pict", "hvc1", HeifBuilder.hvcC(1, 2), 120, 432_000, NOTHING));

        assertThat(Probing.facts(probed(moov)))
                .isEqualTo(ImageFacts.builder()
                        .width(256)
                        .height(144)
                        .coding("HEVC")
                        .components(3)
                        .bitDepth(10)
                        .alpha(false)
                        .animated(true)
                        .duration(Optional.of(new Fraction(432_000, 90_000)))
                        .build());
    }

    @Test
    void a_sequence_of_one_frame_is_not_animated() throws IOException {
        byte[] moov = box("moov", track("pict", "av01", HeifBuilder.av1C(0x60), 1, 0, NOTHING));

        ImageFacts facts = Probing.facts(probed(moov));

        assertThat(facts.animated()).contains(false);
        assertThat(facts.coding()).isEqualTo("AV1");
        assertThat(facts.bitDepth()).contains(12);
    }

    @ParameterizedTest
    @CsvSource({"auxv, " + ALPHA + ", true", "auxv, urn:mpeg:hevc:2015:auxid:2, false", "vide, " + ALPHA + ", false"})
    void has_alpha_where_an_auxiliary_track_holds_it(String handler, String name, boolean alpha) throws IOException {
        byte[] auxi = fullBox("auxi", 0, 0, Bytes.text(name), Bytes.u8(0));
        byte[] moov = box(
                "moov",
                track(handler, "hvc1", auxi, 2, 2, NOTHING),
                track("pict", "hvc1", HeifBuilder.hvcC(1, 0), 2, 2, NOTHING));

        assertThat(Probing.facts(probed(moov)).alpha()).contains(alpha);
    }

    /** Both kinds of chunk tables; the file has {@code mdat} with 100 bytes at its end. */
    @ParameterizedTest
    @CsvSource({"stco, 4, 1, true", "stco, 4, 0, false", "co64, 8, 1, true", "co64, 8, 0, false"})
    void is_complete_where_its_last_chunk_begins_in_the_file(String table, int bytes, int back, boolean whole)
            throws IOException {
        byte[] mdat = box("mdat", Bytes.zeros(100));
        int size = 20 + moov(table, bytes, 0).length + mdat.length;

        Probed probed = probed(moov(table, bytes, size - back), mdat);

        assertThat(Probing.completeness(probed))
                .isInstanceOf(whole ? Completeness.Whole.class : Completeness.CutOff.class);
    }

    private static byte[] moov(String table, int bytes, long lastChunk) {
        byte[] first = Bytes.zeros(bytes);
        byte[] last = bytes == 4 ? Bytes.u32(lastChunk) : Bytes.u64(lastChunk);
        byte[] chunks = fullBox(table, 0, 0, Bytes.u32(2), first, last);
        return box("moov", track("pict", "hvc1", NOTHING, 2, 2, chunks));
    }

    private static byte[] track(String handler, String type, byte[] inEntry, int frames, long ticks, byte[] chunks) {
        byte[] entry = box(type, Bytes.zeros(24), Bytes.u16(256), Bytes.u16(144), Bytes.zeros(50), inEntry);
        byte[] table = box(
                "stbl",
                fullBox("stsd", 0, 0, Bytes.u32(1), entry),
                fullBox("stsz", 0, 0, Bytes.u32(0), Bytes.u32(frames)),
                chunks);
        return box(
                "trak",
                box(
                        "mdia",
                        fullBox("mdhd", 0, 0, Bytes.zeros(8), Bytes.u32(90_000), Bytes.u32(ticks)),
                        fullBox("hdlr", 0, 0, Bytes.u32(0), Bytes.text(handler), Bytes.zeros(13)),
                        box("minf", table)));
    }
}
