package io.mediapreflight.report;

import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.probe.Completeness;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PictureSize;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Fraction;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of a verdict by their public keys, in the order in which reports list them. What is not known has no key.
 * Values are {@link String}, {@link Long}, {@link java.math.BigDecimal} or {@link Boolean}.
 */
final class Facts {
    private final Map<String, Object> values = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, Object> of(Verdict verdict) {
        Facts facts = new Facts();
        verdict.format().ifPresent(format -> facts.put("format", format.id()));
        verdict.bytes().ifPresent(facts::putBytes);
        Optional<MediaFacts> media = verdict.facts();
        if (media.isPresent()) {
            if (media.get() instanceof ImageFacts image) {
                facts.putImage(image);
            } else if (media.get() instanceof VideoFacts video) {
                facts.putVideo(video);
            }
        }
        facts.putTrailingBytes(verdict);
        return Collections.unmodifiableMap(facts.values);
    }

    private void put(String key, Object value) {
        values.put(key, value);
    }

    private void putBytes(ByteCount bytes) {
        if (bytes.isExact()) {
            put("bytes", bytes.atLeast());
        } else {
            put("bytesAtLeast", bytes.atLeast());
        }
    }

    private void putImage(ImageFacts image) {
        put("width", image.width());
        put("height", image.height());
        put("displayWidth", image.width());
        put("displayHeight", image.height());
        image.orientation().ifPresent(orientation -> {
            put("rotation", (long) orientation.rotation());
            put("exifOrientation", (long) orientation.tag());
            put("mirrored", orientation.mirrored());
        });
        put("coding", image.coding());
        put("components", (long) image.components());
        put("bitsPerSample", (long) image.bitsPerSample());
        put("animated", image.animated());
    }

    private void putVideo(VideoFacts video) {
        video.size().ifPresent(size -> putSize("width", "height", size));
        video.displaySize().ifPresent(size -> putSize("displayWidth", "displayHeight", size));
        video.rotation().ifPresent(degrees -> put("rotation", (long) degrees));
        put("mirrored", video.mirrored());
        VideoFacts.Durations durations = video.durations();
        putSeconds("durationSeconds", durations.container());
        putSeconds("longestTrackSeconds", durations.longestTrack());
        putSeconds("videoTrackSeconds", durations.videoTrack());
        putSeconds("videoMediaSeconds", durations.videoMedia());
        put("videoCodec", video.codec());
        put("audio", video.tracks().audio());
        put("enabledVideoTracks", (long) video.tracks().enabledVideo());
        put("fragmented", video.fragmented());
        video.brand().major().ifPresent(brand -> put("majorBrand", brand));
    }

    private void putSize(String width, String height, PictureSize size) {
        put(width, size.width().rounded());
        put(height, size.height().rounded());
    }

    private void putSeconds(String key, Optional<Fraction> seconds) {
        seconds.ifPresent(value -> put(key, value.toDecimal()));
    }

    private void putTrailingBytes(Verdict verdict) {
        verdict.probed().flatMap(probed -> probed.completeness()).ifPresent(completeness -> {
            if (completeness instanceof Completeness.Whole whole && whole.trailingBytes() > 0) {
                put("trailingBytes", whole.trailingBytes());
            }
        });
    }
}
