package io.mediapreflight.ffmpeg.message;

import io.mediapreflight.Examination;
import io.mediapreflight.decoder.codec.ExaminationEncoder;
import io.mediapreflight.probe.codec.PackedOutput;
import io.mediapreflight.probe.codec.ProbedEncoder;

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

    private final PackedOutput out;
    private final ProbedEncoder probed;
    private final ExaminationEncoder decoded;

    MessageWriter(PackedOutput out) {
        this.out = out;
        this.probed = new ProbedEncoder(out);
        this.decoded = new ExaminationEncoder(out);
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
        out.text(ExaminationEncoder.DEPTHS.of(config.depth()));
        out.number(config.fileTime().toNanos());
        out.number(config.nativeBytes());
    }

    private void examination(Examination examination) {
        decoded.result(examination.decoderResult().orElseThrow()); // a decoder always has one
        out.list(examination.advice(), decoded::advice);
        out.number(examination.elapsedNanos());
        out.flag(examination.lasting());
    }
}
