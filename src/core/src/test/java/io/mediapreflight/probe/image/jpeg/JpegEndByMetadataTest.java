package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.Completeness.CutOff;
import io.mediapreflight.probe.Completeness.Undecided;
import io.mediapreflight.probe.Completeness.Whole;
import io.mediapreflight.probe.image.Probing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in which something follows the image, and metadata say where it begins. */
class JpegEndByMetadataTest {
    private static final byte[] EOI = {-1, (byte) 0xD9};
    private static final byte[] NO_SCAN = {-1, 1, 0, -1, 2};

    /** A video of more than is searched for EOI, in which an EOI stands by chance, as in two of three. */
    private static final byte[] VIDEO = videoWithEoi(JpegEnd.TAIL + 30_000, 20_000);

    private static byte[] videoWithEoi(int length, int beforeEnd) {
        byte[] video = Mp4Builder.clip().bytes();
        byte[] noise = Bytes.repeat(length / NO_SCAN.length, NO_SCAN);
        return Bytes.patched(Bytes.join(video, noise), video.length + noise.length - beforeEnd, EOI);
    }

    private static Completeness end(JpegBuilder jpeg) throws IOException {
        return Probing.completeness(Probing.jpeg(jpeg.bytes()));
    }

    private static JpegBuilder longImage() {
        return JpegBuilder.image().entropy(JpegBuilder.entropyCoded(2 * JpegEnd.TAIL));
    }

    /** Shorter, and long enough to be searched. */
    private static JpegBuilder image() {
        return JpegBuilder.image().entropy(JpegBuilder.entropyCoded(JpegEnd.TAIL + 30_000));
    }

    private static String packet(String prefix, String description) {
        return "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description"
                + " xmlns:GCamera=\"http://ns.google.com/photos/1.0/camera/\""
                + " xmlns:Container='http://ns.google.com/photos/1.0/container/'"
                + " xmlns:" + prefix + "=\"http://ns.google.com/photos/1.0/container/item/\"" + description
                + "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
    }

    private static String microVideo(long offset) {
        return packet("Item", " GCamera:MicroVideo=\"1\" GCamera:MicroVideoOffset=\"" + offset + "\">");
    }

    private static String container(String... items) {
        return packet(
                "Item",
                "><Container:Directory><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
                        + String.join("</rdf:li><rdf:li rdf:parseType=\"Resource\">", items)
                        + "</rdf:li></rdf:Seq></Container:Directory>");
    }

    private static String item(String semantic, long length, long padding) {
        return "<Container:Item Item:Semantic=\"" + semantic + "\" Item:Length=\"" + length + "\" Item:Padding=\""
                + padding + "\"/>";
    }

    @Test
    void an_mpf_index_says_where_the_first_image_ends() throws IOException {
        assertThat(end(longImage().mpf().trailer(VIDEO))).isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void an_mpf_index_behind_the_frame_does_as_well() throws IOException {
        assertThat(end(longImage().mpfBehindFrame().trailer(VIDEO))).isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void a_gain_map_that_ends_the_file_with_its_own_marker_is_not_the_image() throws IOException {
        byte[] gainMap = JpegBuilder.image().size(150, 200).bytes();
        assertThat(end(JpegBuilder.image().mpf().trailer(gainMap))).isEqualTo(new Whole(gainMap.length));
    }

    /** An index of two images, the second of which has its length and stands where the index says. */
    private static byte[] index(long first, long second, long offset) {
        return Bytes.join(
                Bytes.join(Bytes.text("MPF\0"), Bytes.text("MM"), Bytes.u16(42), Bytes.u32(8), Bytes.u16(1)),
                Bytes.join(Bytes.u16(0xB002), Bytes.u16(7), Bytes.u32(32), Bytes.u32(26), Bytes.u32(0)),
                Bytes.join(Bytes.u32(0x30000), Bytes.u32(first), Bytes.zeros(8)),
                Bytes.join(Bytes.u32(0), Bytes.u32(second), Bytes.u32(offset), Bytes.zeros(4)));
    }

    /** The index still says where the whole image ended, which lies within the gain map now. */
    @Test
    void half_an_image_before_the_gain_map_of_its_index_has_no_end() throws IOException {
        byte[] gainMap =
                JpegBuilder.image().entropy(JpegBuilder.entropyCoded(90_000)).bytes();
        byte[] index = index(0, 0, 0);
        long whole = longImage().segment(0xE2, index).bytes().length;
        int tiff = 2 + 4 + 4;
        byte[] filled = index(whole, gainMap.length, whole - tiff);
        JpegBuilder image = longImage().segment(0xE2, filled).trailer(gainMap);
        JpegBuilder half = image().segment(0xE2, filled).trailer(gainMap);

        assertThat(end(image)).isEqualTo(new Whole(gainMap.length));
        assertThat(end(half.withoutEnd())).isInstanceOf(CutOff.class);
    }

    @Test
    void a_micro_videos_offset_says_where_the_image_ends() throws IOException {
        assertThat(end(longImage().xmp(microVideo(VIDEO.length)).trailer(VIDEO)))
                .isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void a_motion_photos_container_says_where_the_image_ends() throws IOException {
        String xmp = container(item("Primary", 0, 0), item("MotionPhoto", VIDEO.length, 0));
        assertThat(end(longImage().xmp(xmp).trailer(VIDEO))).isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void lengths_that_are_written_as_elements_are_read_as_well() throws IOException {
        String xmp = container(
                "<Container:Item><Item:Mime>image/jpeg</Item:Mime></Container:Item>",
                "<Container:Item rdf:parseType='Resource'><Item:Length> " + VIDEO.length
                        + "\n</Item:Length></Container:Item>");
        assertThat(end(longImage().xmp(xmp).trailer(VIDEO))).isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void namespaces_count_and_not_prefixes() throws IOException {
        String xmp = packet(
                "n7",
                "><Container:Directory><rdf:Seq><rdf:li/><rdf:li n7:Length='" + VIDEO.length
                        + "'/></rdf:Seq></Container:Directory>");
        assertThat(end(longImage().xmp(xmp).trailer(VIDEO))).isEqualTo(new Whole(VIDEO.length));
    }

    @Test
    void padding_behind_the_image_belongs_to_what_follows_it() throws IOException {
        byte[] padded = Bytes.join(Bytes.zeros(96), VIDEO);
        String xmp = container(item("Primary", 0, 96), item("MotionPhoto", VIDEO.length, 0));
        assertThat(end(longImage().xmp(xmp).trailer(padded))).isEqualTo(new Whole(padded.length));
    }

    @Test
    void several_items_add_up() throws IOException {
        byte[] gainMap = JpegBuilder.image().size(150, 200).bytes();
        String xmp = container(
                item("Primary", 0, 0), item("GainMap", gainMap.length, 8), item("MotionPhoto", VIDEO.length, 0));
        byte[] behind = Bytes.join(gainMap, Bytes.zeros(8), VIDEO);
        assertThat(end(longImage().xmp(xmp).trailer(behind))).isEqualTo(new Whole(behind.length));
    }

    /** The video begins where the gain map ends with a marker of its own. */
    @Test
    void half_an_image_before_a_gain_map_and_a_video_has_no_end() throws IOException {
        byte[] gainMap = JpegBuilder.image().size(150, 200).bytes();
        String xmp = container(
                item("Primary", 0, 0), item("GainMap", gainMap.length, 0), item("MotionPhoto", VIDEO.length, 0));
        byte[] behind = Bytes.join(gainMap, VIDEO);
        JpegBuilder image = longImage().xmp(xmp).xmp(microVideo(VIDEO.length)).trailer(behind);
        assertThat(end(image)).isEqualTo(new Whole(behind.length));
        assertThat(end(image.withoutEnd())).isInstanceOf(CutOff.class);
    }

    /** Numbers are little-endian: the blocks, {@code SEFH}, version, count, entries, the length of all that, {@code SEFT}. */
    private static byte[] samsung(byte[]... blocks) {
        ByteBuffer directory = ByteBuffer.allocate(12 + 12 * blocks.length).order(ByteOrder.LITTLE_ENDIAN);
        directory.put(Bytes.text("SEFH")).putInt(107).putInt(blocks.length);
        byte[] all = {};
        int total = 0;
        for (byte[] block : blocks) {
            total += block.length + 16;
        }
        int back = total;
        for (byte[] block : blocks) {
            byte[] head = ByteBuffer.allocate(16)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) 0)
                    .putShort((short) 0x0A30)
                    .putInt(8)
                    .put(Bytes.text("SomeData"))
                    .array();
            all = Bytes.join(all, head, block);
            directory.putShort((short) 0).putShort((short) 0x0A30).putInt(back).putInt(block.length + 16);
            back -= block.length + 16;
        }
        byte[] length = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(directory.capacity())
                .array();
        return Bytes.join(all, directory.array(), length, Bytes.text("SEFT"));
    }

    @Test
    void samsungs_directory_says_where_the_image_ends() throws IOException {
        byte[] trailer = samsung(VIDEO);
        assertThat(end(longImage().trailer(trailer))).isEqualTo(new Whole(trailer.length));
    }

    @Test
    void samsungs_first_block_counts_where_there_are_several() throws IOException {
        byte[] trailer = samsung(VIDEO, Bytes.text("1555555555555"), VIDEO);
        assertThat(end(longImage().trailer(trailer))).isEqualTo(new Whole(trailer.length));
    }

    @Test
    void half_an_image_before_samsungs_blocks_is_cut_off() throws IOException {
        assertThat(end(longImage().withoutEnd().trailer(samsung(VIDEO)))).isInstanceOf(CutOff.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 0x7FFF_FFFF, -1})
    void samsungs_directory_with_a_length_that_makes_no_sense_decides_nothing(int length) throws IOException {
        byte[] trailer = samsung(VIDEO);
        byte[] wrong = Bytes.patched(trailer, trailer.length - 8, Bytes.u32(length));
        assertThat(end(longImage().trailer(wrong))).isInstanceOf(Undecided.class);
    }

    @Test
    void huaweis_text_says_where_the_image_ends() throws IOException {
        String text = String.format("%-20s%-20s", "0:1477", "LIVE_" + VIDEO.length);
        byte[] trailer = Bytes.join(VIDEO, Bytes.text(text));
        assertThat(end(longImage().trailer(trailer))).isEqualTo(new Whole(trailer.length));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void half_an_image_with_a_video_behind_it_is_cut_off_whatever_stands_in_the_video(boolean container)
            throws IOException {
        String xmp = container
                ? container(item("Primary", 0, 0), item("MotionPhoto", VIDEO.length, 0))
                : microVideo(VIDEO.length);
        assertThat(end(longImage().withoutEnd().xmp(xmp).trailer(VIDEO)))
                .isInstanceOfSatisfying(
                        CutOff.class,
                        cut -> assertThat(cut.where().what())
                                .hasToString(
                                        "the image data end without an end-of-image marker, and something else follows"));
    }

    @Test
    void half_an_image_with_a_video_behind_it_and_no_metadata_is_not_passed() throws IOException {
        assertThat(end(longImage().withoutEnd().trailer(VIDEO))).isInstanceOf(Undecided.class);
    }

    @Test
    void metadata_of_a_video_that_is_gone_decide_nothing() throws IOException {
        assertThat(end(longImage().xmp(microVideo(60_000)))).isEqualTo(Whole.EXACT);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 999_999_999_999L, 0, 70_000})
    void metadata_that_name_another_place_decide_nothing(long offset) throws IOException {
        assertThat(end(longImage().xmp(microVideo(offset)).trailer(VIDEO))).isInstanceOf(Undecided.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "<a b", "<a b=", "<a b='", "<!--", "<![CDATA[", "</", "<a xmlns:", "&&<<>>", ""})
    void text_that_is_no_xml_decides_nothing(String text) throws IOException {
        assertThat(end(longImage().xmp(text))).isEqualTo(Whole.EXACT);
    }

    @Test
    void metadata_in_a_comment_decide_nothing() throws IOException {
        String xmp = "<!-- " + microVideo(VIDEO.length).replace("?", "") + " -->";
        assertThat(end(longImage().xmp(xmp).trailer(VIDEO))).isInstanceOf(Undecided.class);
    }
}
