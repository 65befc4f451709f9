package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.decoder.codec.ReadingTables;
import io.mediapreflight.probe.codec.EnumIds;
import io.mediapreflight.probe.codec.FactTypes;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.PhraseType;
import io.mediapreflight.probe.codec.ProbedEncoder;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.text.Phrase;

/** Writes messages part by part, in the order of their records; {@link MessageReader} reads them in the same order. */
final class MessageWriter {
    static final int HELLO = 1;
    static final int READY = 2;
    static final int UNAVAILABLE = 3;
    static final int REQUEST = 4;
    static final int RESPONSE = 5;
    static final int FAILED = 6;
    static final int THUMBNAIL_REQUEST = 7;
    static final int THUMBNAIL = 8;

    static final int IMAGE = 1;
    static final int VIDEO = 2;

    static final int DECODED = 1;
    static final int BROKEN = 2;
    static final int UNDECIDED = 3;

    static final EnumIds<Depth> DEPTHS = new EnumIds<>(Depth.class, Enum::name);
    static final EnumIds<AdviceId> ADVICE = new EnumIds<>(AdviceId.class, AdviceId::id);

    private final PackedOutput out;
    private final ProbedEncoder probed;

    MessageWriter(PackedOutput out) {
        this.out = out;
        this.probed = new ProbedEncoder(out);
    }

    void message(Message message) {
        if (message instanceof Message.Hello hello) {
            out.number(HELLO);
            config(hello.config());
        } else if (message instanceof Message.Ready ready) {
            out.number(READY);
            out.text(ready.decoder());
        } else if (message instanceof Message.Unavailable unavailable) {
            out.number(UNAVAILABLE);
            out.text(unavailable.why());
        } else if (message instanceof Message.Request request) {
            out.number(REQUEST);
            out.number(request.id());
            out.text(request.path());
            probed.probed(request.probed());
        } else if (message instanceof Message.Response response) {
            out.number(RESPONSE);
            out.number(response.id());
            examination(response.examination());
        } else if (message instanceof Message.Failed failed) {
            out.number(FAILED);
            out.number(failed.id());
            out.text(failed.why());
        } else {
            thumbnail(message);
        }
    }

    private void thumbnail(Message message) {
        if (message instanceof Message.ThumbnailRequest request) {
            out.number(THUMBNAIL_REQUEST);
            out.number(request.id());
            out.text(request.path());
            out.number(request.longerSide());
            probed.probed(request.probed());
        } else if (message instanceof Message.Thumbnail thumbnail) {
            out.number(THUMBNAIL);
            out.number(thumbnail.id());
            out.text(thumbnail.jpeg());
        }
    }

    private void config(WorkerConfig config) {
        new LimitsWriter(out).limits(config.limits());
        out.text(DEPTHS.of(config.depth()));
        out.number(config.fileTime().toNanos());
        out.number(config.nativeBytes());
    }

    private void examination(Examination examination) {
        DecoderResult decoderResult = examination.decoderResult().orElseThrow(); // a decoder always has one
        out.text(decoderResult.by());
        out.optional(decoderResult.reading(), this::reading);
        decoding(decoderResult.decoding());
        out.list(examination.advice(), this::advice);
        out.number(examination.elapsedNanos());
    }

    private void reading(MediaReading reading) {
        if (reading instanceof ImageReading image) {
            out.number(IMAGE);
            ReadingTables.IMAGE.write(image, out);
        } else if (reading instanceof VideoReading video) {
            out.number(VIDEO);
            ReadingTables.VIDEO.write(video, out);
        }
    }

    private void decoding(Decoding decoding) {
        if (decoding instanceof Decoding.Decoded decoded) {
            out.number(DECODED);
            out.text(DEPTHS.of(decoded.depth()));
            out.number(decoded.frames());
        } else if (decoding instanceof Decoding.Broken broken) {
            out.number(BROKEN);
            FactTypes.FRACTION.optional().write(out, broken.at());
            out.text(broken.what());
        } else if (decoding instanceof Decoding.Undecided undecided) {
            out.number(UNDECIDED);
            out.text(undecided.why());
        }
    }

    private void advice(Advice advice) {
        out.text(ADVICE.of(advice.id()));
        phrase(advice.found());
        phrase(advice.recommended());
        phrase(advice.fix().sentence());
        out.list(advice.fix().command(), out::text);
        out.optional(advice.path(), out::text);
    }

    private void phrase(Phrase phrase) {
        PhraseType.INSTANCE.write(out, phrase);
    }
}
