package io.mediapreflight.report;

import io.mediapreflight.opinion.Decoding;
import io.mediapreflight.opinion.ImageReading;
import io.mediapreflight.opinion.MediaReading;
import io.mediapreflight.opinion.SecondOpinion;
import io.mediapreflight.opinion.VideoReading;
import io.mediapreflight.probe.PictureSize;
import java.util.Optional;

/** Tells what a decoder made of a file, by the keys that the headers' facts have, too. */
final class OpinionFacts {
    private final FactSink sink;

    private OpinionFacts(FactSink sink) {
        this.sink = sink;
    }

    static void tell(SecondOpinion opinion, FactSink sink) {
        OpinionFacts facts = new OpinionFacts(sink);
        sink.put("by", opinion.by());
        facts.tellDecoding(opinion.decoding());
        opinion.reading().ifPresent(facts::tellReading);
    }

    private void tellDecoding(Decoding decoding) {
        if (decoding instanceof Decoding.Decoded decoded) {
            sink.put("decoding", "decoded");
            sink.put("depth", decoded.depth().id());
            sink.put("pictures", decoded.pictures());
        } else if (decoding instanceof Decoding.Broken broken) {
            sink.put("decoding", "broken");
            broken.at().ifPresent(seconds -> sink.put("brokenAtSeconds", seconds));
        } else {
            sink.put("decoding", "undecided");
        }
    }

    private void tellReading(MediaReading reading) {
        reading.format().ifPresent(format -> sink.put("format", format.id()));
        if (reading instanceof ImageReading image) {
            image.size().ifPresent(size -> {
                sink.put("width", size.width());
                sink.put("height", size.height());
            });
            image.orientation().ifPresent(orientation -> sink.put("exifOrientation", orientation.tag()));
        } else if (reading instanceof VideoReading video) {
            tellVideo(video);
        }
    }

    private void tellVideo(VideoReading video) {
        tellSize("width", "height", video.coded());
        tellSize("displayWidth", "displayHeight", video.shown());
        video.rotation().ifPresent(degrees -> sink.put("rotation", degrees));
        video.container().ifPresent(seconds -> sink.put("durationSeconds", seconds));
        video.videoTrack().ifPresent(seconds -> sink.put("videoTrackSeconds", seconds));
        video.codec().ifPresent(codec -> sink.put("videoCodec", codec));
        video.audio().ifPresent(audio -> sink.put("audio", audio));
    }

    private void tellSize(String width, String height, Optional<PictureSize> size) {
        size.ifPresent(pixels -> {
            sink.put(width, pixels.width().rounded());
            sink.put(height, pixels.height().rounded());
        });
    }
}
