package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ExifOrientation;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * Tells the facts of a verdict by their public keys, in the order in which reports list them. What is not known has no key.
 * They go straight to whoever writes them: an audit tells millions.
 */
final class Facts {
    private final FactSink sink;

    private Facts(FactSink sink) {
        this.sink = sink;
    }

    static void tell(Verdict verdict, FactSink sink) {
        Facts facts = new Facts(sink);
        verdict.format().ifPresent(format -> sink.put("format", format.id()));
        verdict.bytes().ifPresent(facts::tellBytes);
        Optional<MediaFacts> media = verdict.facts();
        if (media.isPresent()) {
            if (media.get() instanceof ImageFacts image) {
                facts.tellImage(image);
            } else if (media.get() instanceof VideoFacts video) {
                facts.tellVideo(video);
            }
        }
        verdict.probed().flatMap(probed -> probed.completeness()).ifPresent(facts::tellTrailingBytes);
    }

    private void tellBytes(ByteCount bytes) {
        sink.put(bytes.isExact() ? "bytes" : "bytesAtLeast", bytes.atLeast());
    }

    private void tellImage(ImageFacts image) {
        sink.put("width", image.width());
        sink.put("height", image.height());
        sink.put("displayWidth", image.width());
        sink.put("displayHeight", image.height());
        image.orientation().ifPresent(this::tellOrientation);
        sink.put("coding", image.coding());
        sink.put("components", image.components());
        sink.put("bitsPerSample", image.bitsPerSample());
        sink.put("animated", image.animated());
    }

    private void tellOrientation(ExifOrientation orientation) {
        sink.put("rotation", orientation.rotation());
        sink.put("exifOrientation", orientation.tag());
        sink.put("mirrored", orientation.mirrored());
    }

    private void tellVideo(VideoFacts video) {
        video.size().ifPresent(size -> tellSize("width", "height", size));
        video.displaySize().ifPresent(size -> tellSize("displayWidth", "displayHeight", size));
        video.rotation().ifPresent(degrees -> sink.put("rotation", degrees));
        sink.put("mirrored", video.mirrored());
        VideoFacts.Durations durations = video.durations();
        tellSeconds("durationSeconds", durations.container());
        tellSeconds("longestTrackSeconds", durations.longestTrack());
        tellSeconds("videoTrackSeconds", durations.videoTrack());
        tellSeconds("videoMediaSeconds", durations.videoMedia());
        tellSeconds("videoSamplesSeconds", durations.videoSamples());
        sink.put("videoCodec", video.codec());
        sink.put("audio", video.tracks().audio());
        sink.put("enabledVideoTracks", video.tracks().enabledVideo());
        sink.put("fragmented", video.fragmented());
        video.brand().major().ifPresent(brand -> sink.put("majorBrand", brand));
    }

    private void tellSize(String width, String height, PictureSize size) {
        sink.put(width, size.width().rounded());
        sink.put(height, size.height().rounded());
    }

    private void tellSeconds(String key, Optional<Fraction> seconds) {
        seconds.ifPresent(value -> sink.put(key, value));
    }

    private void tellTrailingBytes(Completeness completeness) {
        if (completeness instanceof Completeness.Whole whole && whole.trailingBytes() > 0) {
            sink.put("trailingBytes", whole.trailingBytes());
        }
    }
}
