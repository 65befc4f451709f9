package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.codec.ReadingTables;
import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.PhraseType;
import io.mediapreflight.probe.codec.ProbedDecoder;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** Reads what {@link MessageWriter} wrote. */
final class MessageReader {
    private final PackedInput in;
    private final ProbedDecoder probed;

    MessageReader(PackedInput in) {
        this.in = in;
        this.probed = new ProbedDecoder(in);
    }

    Message message() throws CorruptEncodingException {
        try {
            return read();
        } catch (IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new CorruptEncodingException(); // records and limits guard themselves: these were none
        }
    }

    private Message read() throws CorruptEncodingException {
        return switch ((int) in.number(MessageWriter.HELLO, MessageWriter.THUMBNAIL)) {
            case MessageWriter.HELLO -> new Message.Hello(config());
            case MessageWriter.READY -> new Message.Ready(in.text());
            case MessageWriter.UNAVAILABLE -> new Message.Unavailable(in.text());
            case MessageWriter.REQUEST -> new Message.Request(in.number(), in.text(), probed.probed());
            case MessageWriter.RESPONSE -> new Message.Response(in.number(), examination());
            case MessageWriter.FAILED -> new Message.Failed(in.number(), in.text());
            case MessageWriter.THUMBNAIL_REQUEST -> thumbnailRequest();
            default -> new Message.Thumbnail(in.number(), in.text());
        };
    }

    private Message thumbnailRequest() throws CorruptEncodingException {
        long id = in.number();
        String path = in.text();
        int longerSide = in.integer(1);
        return new Message.ThumbnailRequest(id, path, probed.probed(), longerSide);
    }

    private WorkerConfig config() throws CorruptEncodingException {
        Limits limits = new LimitsReader(in).limits();
        Depth depth = MessageWriter.DEPTHS.named(in.text());
        Duration fileTime = Duration.ofNanos(in.number(0, Long.MAX_VALUE));
        return new WorkerConfig(limits, depth, fileTime, in.number(1, Long.MAX_VALUE));
    }

    private Examination examination() throws CorruptEncodingException {
        String by = in.text();
        Optional<MediaReading> reading = in.optional(this::reading);
        Decoding decoding = decoding();
        return new Examination(
                new DecoderResult(by, reading, decoding), in.list(this::advice), in.number(0, Long.MAX_VALUE));
    }

    private MediaReading reading() throws CorruptEncodingException {
        return in.number(MessageWriter.IMAGE, MessageWriter.VIDEO) == MessageWriter.IMAGE
                ? ReadingTables.IMAGE.read(in)
                : ReadingTables.VIDEO.read(in);
    }

    private Decoding decoding() throws CorruptEncodingException {
        return switch ((int) in.number(MessageWriter.DECODED, MessageWriter.UNDECIDED)) {
            case MessageWriter.DECODED -> new Decoding.Decoded(MessageWriter.DEPTHS.named(in.text()), in.number());
            case MessageWriter.BROKEN ->
                new Decoding.Broken(FactTypes.FRACTION.optional().read(in), in.text());
            default -> new Decoding.Undecided(in.text());
        };
    }

    private Advice advice() throws CorruptEncodingException {
        AdviceId id = MessageWriter.ADVICE.named(in.text());
        Phrase found = PhraseType.INSTANCE.read(in);
        Phrase recommended = PhraseType.INSTANCE.read(in);
        Fix fix = new Fix(PhraseType.INSTANCE.read(in), in.list(in::text));
        return new Advice(id, found, recommended, fix, in.optional(in::text));
    }
}
