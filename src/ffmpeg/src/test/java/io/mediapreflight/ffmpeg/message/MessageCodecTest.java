package io.mediapreflight.ffmpeg.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.fixture.BareVideo;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.LimitsBuilder;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RequestLimits;
import io.mediapreflight.spec.SizeLimit;
import io.mediapreflight.text.Phrase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
    private static final String ODD = "\0é€😀\uDC80\uFFFF";
    private static final int HEADER_BYTES = 16;
    private static final Fraction LARGEST = new Fraction(Long.MAX_VALUE, Long.MAX_VALUE);
    private static final Fraction SMALLEST = new Fraction(1, Long.MAX_VALUE);
    private static final PixelSize SIZE = new PixelSize(LARGEST, SMALLEST);
    private static final Phrase EVERY_VALUE = Phrase.of(ODD)
            .with("text", ODD)
            .with("whole", Long.MIN_VALUE)
            .with("decimal", new BigDecimal("-0.50"))
            .with("phrase", Phrase.of("inner").with(ODD, 1))
            .with("list", List.of(Phrase.verbatim(ODD), Phrase.of("")));

    private static final Malformed DEFECT = Malformed.tolerated(
            MalformedCode.STRAY_BYTES, Long.MIN_VALUE, Phrase.of("defects:a").with("b", ODD), "");

    static List<Message> messages() {
        return List.of(
                new Message.Ready(ODD),
                new Message.Unavailable(""),
                new Message.Failed(Long.MIN_VALUE, ODD),
                new Message.Thumbnail(Long.MAX_VALUE, ODD),
                new Message.ThumbnailRequest(1, "/" + ODD, Probed.unrecognised(DEFECT), 144),
                request(Probed.unrecognised(DEFECT)),
                request(Probed.readable(Format.PNG, image(), new Completeness.Whole(Long.MAX_VALUE), List.of(DEFECT))),
                request(Probed.readable(Format.MOV, BareVideo.facts(), new Completeness.Undecided(DEFECT), List.of())),
                request(Probed.readable(Format.MP4, video(), new Completeness.CutOff(1, DEFECT), List.of())),
                response(Optional.empty(), new Decoding.Undecided(ODD)),
                response(Optional.of(VideoReading.builder().build()), new Decoding.Broken(Optional.empty(), ODD)),
                response(Optional.of(reading()), new Decoding.Broken(Optional.of(SMALLEST), "")),
                response(Optional.of(imageReading()), new Decoding.Decoded(Depth.EVERY_FRAME, Long.MAX_VALUE)),
                response(
                        Optional.of(new ImageReading(Optional.empty(), Optional.empty(), Optional.empty())),
                        new Decoding.Decoded(Depth.ENDS, 1)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_comes_back_as_it_was(Message message) throws Exception {
        assertThat(received(sent(message))).isEqualTo(message);
    }

    @ParameterizedTest
    @EnumSource
    void every_advice_comes_back_as_it_was(AdviceId id) throws Exception {
        Advice advice = new Advice(id, EVERY_VALUE, Phrase.of(""), new Fix(ODD, List.of("", ODD)), Optional.of(ODD));
        Message message = new Message.Response(
                1,
                new Examination(
                        new DecoderResult("", Optional.empty(), new Decoding.Undecided("")),
                        List.of(advice, advice),
                        0));

        assertThat(received(sent(message))).isEqualTo(message);
    }

    static List<Limits> limits() {
        LimitsBuilder other = Limits.klingV3MotionControl().toBuilder();
        return List.of(
                Limits.klingV3MotionControl(),
                other.profile(ODD)
                        .date(LocalDate.EPOCH.minusDays(1))
                        .imageFormats(Set.of(Format.PNG))
                        .videoFormats(Set.of())
                        .imageSize(SizeLimit.megabytes(7))
                        .videoMaxSeconds(Orientation.IMAGE, new Fraction(31, 3))
                        .request(new RequestLimits(1, List.of("a", "b"), "b", 2, 3))
                        .build());
    }

    @ParameterizedTest
    @MethodSource("limits")
    void limits_come_back_as_they_were(Limits limits) throws Exception {
        WorkerConfig config = new WorkerConfig(limits, Depth.ENDS, Duration.ofMillis(1500), Long.MAX_VALUE);
        Message.Hello back = (Message.Hello) received(sent(new Message.Hello(config)));

        assertThat(back.config()).usingRecursiveComparison().isEqualTo(config);
    }

    @Test
    void no_truncation_is_a_message() throws Exception {
        for (Message message : messages()) {
            byte[] bytes = sent(message);
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> received(cut)).isInstanceOf(EOFException.class);
            }
        }
    }

    @Test
    void no_changed_byte_is_a_message() throws Exception {
        for (Message message : messages()) {
            byte[] bytes = sent(message);
            for (int at = 0; at < bytes.length; at++) {
                byte[] changed = bytes.clone();
                changed[at] ^= 1;
                assertThatThrownBy(() -> received(changed))
                        .isInstanceOfAny(ProtocolException.class, EOFException.class);
            }
        }
    }

    /** A worker that was taken over seals what it likes: what comes of it is another message, or none. */
    @Test
    void a_forged_byte_is_never_another_exception() throws Exception {
        for (Message message : messages()) {
            byte[] content = Arrays.copyOfRange(sent(message), HEADER_BYTES, sent(message).length);
            for (int at = 0; at < content.length; at++) {
                for (int change = 1; change < 256; change++) {
                    byte[] forged = content.clone();
                    forged[at] ^= (byte) change;
                    try {
                        assertThat(received(Channel.framed(Channel.VERSION, forged)))
                                .isNotEqualTo(message);
                    } catch (ProtocolException e) {
                        assertThat(e.why()).isNotBlank();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void a_length_out_of_bounds_is_refused_before_it_is_believed(int length) throws Exception {
        byte[] bytes = sent(new Message.Ready(""));
        ByteBuffer.wrap(bytes).putInt(8, length);

        assertThatThrownBy(() -> received(bytes)).isInstanceOf(ProtocolException.class);
    }

    static List<Integer> lengths() {
        return List.of(-1, Integer.MIN_VALUE, Channel.MAX_BYTES + 1, Integer.MAX_VALUE);
    }

    @Test
    void a_text_is_as_long_as_there_are_bytes_at_most() {
        PackedOutput out = new PackedOutput();
        out.number(MessageWriter.READY);
        out.number(Channel.MAX_BYTES);

        assertThatThrownBy(() -> received(Channel.framed(Channel.VERSION, out.toByteArray())))
                .isInstanceOf(ProtocolException.class);
    }

    @Test
    void the_longest_message_arrives_and_nothing_of_a_longer_one_is_sent() throws Exception {
        String longest = "x".repeat(Channel.MAX_BYTES - 4); // the kind takes a byte, the length three
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Channel channel = new Channel(InputStream.nullInputStream(), out);

        assertThat(received(sent(new Message.Ready(longest)))).isEqualTo(new Message.Ready(longest));
        assertThatThrownBy(() -> channel.send(new Message.Ready(longest + "x"))).isInstanceOf(ProtocolException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void another_version_is_reported() {
        assertThatThrownBy(() -> received(Channel.framed(Channel.VERSION + 1, new byte[0])))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("version " + (Channel.VERSION + 1));
    }

    private static byte[] sent(Message message) throws IOException, ProtocolException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Channel(InputStream.nullInputStream(), out).send(message);
        return out.toByteArray();
    }

    private static Message received(byte[] bytes) throws IOException, ProtocolException {
        return new Channel(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream()).receive();
    }

    private static Message request(Probed probed) {
        return new Message.Request(Long.MAX_VALUE, "/" + ODD, probed);
    }

    private static Message response(
            Optional<? extends io.mediapreflight.decoder.MediaReading> reading, Decoding decoding) {
        return new Message.Response(
                -1,
                new Examination(
                        new DecoderResult(ODD, reading.map(each -> each), decoding),
                        List.of(new Advice(AdviceId.VIDEO_CUT, Phrase.verbatim("cut at 3 s"), EVERY_VALUE)),
                        Long.MAX_VALUE));
    }

    private static ImageFacts image() {
        return ImageFacts.builder()
                .width(Long.MAX_VALUE)
                .height(1)
                .orientation(Optional.of(ExifOrientation.ROTATED_270))
                .coding(ODD)
                .components(Integer.MAX_VALUE)
                .bitDepth(0)
                .alpha(false)
                .animated(true)
                .build();
    }

    private static ImageReading imageReading() {
        return new ImageReading(
                Optional.of(Format.JPEG),
                Optional.of(new ImageReading.Size(1, Long.MAX_VALUE)),
                Optional.of(ExifOrientation.NORMAL));
    }

    private static VideoReading reading() {
        return new VideoReading(
                Optional.of(Format.MOV),
                Optional.of(ODD),
                Optional.of(SIZE),
                Optional.of(PixelSize.of(1, 2)),
                OptionalInt.of(270),
                Optional.of(true),
                Optional.of(LARGEST),
                Optional.of(new Fraction(0, 1)),
                Optional.of(false),
                VideoCoding.builder()
                        .frameRate(Optional.of(SMALLEST))
                        .interlaced(Optional.of(true))
                        .audioChannels(Optional.of(6))
                        .build(),
                Optional.of(new VideoReading.Played(new Fraction(1001, 30_000), 7)));
    }

    private static VideoFacts video() {
        return VideoFacts.builder()
                .brand(new VideoFacts.Brand(Optional.of(ODD), VideoFacts.Brand.Standing.COMPATIBLE))
                .codec(ODD)
                .coded(List.of(SIZE, PixelSize.of(1, Long.MAX_VALUE)))
                .shown(Optional.of(SIZE))
                .trackHeader(Optional.of(PixelSize.of(3, 4)))
                .rotation(OptionalInt.of(180))
                .mirrored(true)
                .durations(new VideoFacts.Durations(
                        Optional.of(LARGEST),
                        Optional.of(new Fraction(0, Long.MAX_VALUE)),
                        Optional.of(SMALLEST),
                        Optional.of(new Fraction(20, 2))))
                .enabledVideo(Integer.MAX_VALUE)
                .audio(true)
                .fragmented(true)
                .build();
    }
}
