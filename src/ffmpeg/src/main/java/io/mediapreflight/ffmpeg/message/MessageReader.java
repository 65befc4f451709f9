package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.codec.ExaminationDecoder;
import io.mediapreflight.decoder.codec.ExaminationEncoder;
import io.mediapreflight.probe.codec.CorruptEncodingException;
import io.mediapreflight.probe.codec.PackedInput;
import io.mediapreflight.probe.codec.ProbedDecoder;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.Limits;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what {@link MessageWriter} wrote. */
final class MessageReader {
    private final PackedInput in;
    private final ProbedDecoder probed;
    private final ExaminationDecoder decoded;

    MessageReader(PackedInput in) {
        this.in = in;
        this.probed = new ProbedDecoder(in);
        this.decoded = new ExaminationDecoder(in);
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
        Depth depth = ExaminationEncoder.DEPTHS.named(in.text());
        Duration fileTime = Duration.ofNanos(in.number(0, Long.MAX_VALUE));
        return new WorkerConfig(limits, depth, fileTime, in.number(1, Long.MAX_VALUE));
    }

    private Examination examination() throws CorruptEncodingException {
        DecoderResult result = decoded.result();
        List<Advice> advice = in.list(decoded::advice);
        long elapsedNanos = in.number(0, Long.MAX_VALUE);
        boolean lasting = in.flag();
        Examination examination = new Examination(Optional.of(result), advice, elapsedNanos, lasting);
        PackedInput.require(examination.lasting() == lasting);
        return examination;
    }
}
