package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.codec.ReadingTables;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.codec.FactSink;
import io.mediapreflight.probe.codec.MediaTables;
import java.util.Optional;

/**
 * The facts of a verdict by their public keys, in the order in which reports list them. What is not known has no key.
 * They go straight to the writer: an audit reports millions.
 */
final class Facts {
    private Facts() {}

    static void report(Verdict verdict, FactSink sink) {
        verdict.format().ifPresent(format -> sink.put("format", format.id()));
        verdict.bytes().ifPresent(bytes -> reportBytes(bytes, sink));
        Optional<MediaFacts> media = verdict.facts();
        if (media.isPresent()) {
            MediaTables.report(media.get(), sink);
        }
        verdict.probed()
                .flatMap(probed -> probed.completeness())
                .ifPresent(completeness -> reportTrailingBytes(completeness, sink));
    }

    /** What a decoder made of the file, by the same keys. */
    static void report(DecoderResult decoderResult, FactSink sink) {
        sink.put("by", decoderResult.by());
        reportDecoding(decoderResult.decoding(), sink);
        decoderResult.reading().ifPresent(reading -> ReadingTables.report(reading, sink));
    }

    private static void reportBytes(ByteCount bytes, FactSink sink) {
        sink.put(bytes.isExact() ? "bytes" : "bytesAtLeast", bytes.atLeast());
    }

    private static void reportTrailingBytes(Completeness completeness, FactSink sink) {
        if (completeness instanceof Completeness.Whole whole && whole.trailingBytes() > 0) {
            sink.put("trailingBytes", whole.trailingBytes());
        }
    }

    private static void reportDecoding(Decoding decoding, FactSink sink) {
        if (decoding instanceof Decoding.Decoded decoded) {
            sink.put("decoding", "decoded");
            sink.put("depth", decoded.depth().id());
            sink.put("pictures", decoded.frames());
        } else if (decoding instanceof Decoding.Broken broken) {
            sink.put("decoding", "broken");
            broken.at().ifPresent(seconds -> sink.put("brokenAtSeconds", seconds));
        } else {
            sink.put("decoding", "undecided");
        }
    }
}
