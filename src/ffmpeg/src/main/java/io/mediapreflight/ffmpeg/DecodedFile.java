package io.mediapreflight.ffmpeg;

import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Broken;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.bound.StoppedException;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.content.LumaFrame;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Phrase;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avformat.AVStream;

/** The result of opening one file: FFmpeg's reading of it, and whether it decodes. */
final class DecodedFile {
    /** An image. */
    record Image(ImageReading reading, Decoding decoding, Optional<LumaFrame> small) {}

    /** A video. */
    record Video(Optional<VideoReading> reading, Decoding decoding) {}

    /** The longer side of the frames by which the content of a video is judged. */
    private static final int SMALL = 192;

    private DecodedFile() {}

    /** What FFmpeg takes the file for by its content; empty also for MP4 and QuickTime, which it does not distinguish. */
    static Optional<Format> takenFor(FileSource source, Watch watch) {
        try (FileInput input = new FileInput(source, watch)) {
            return Demuxer.probe(input).flatMap(DemuxerName::format);
        }
    }

    static Image image(FileSource source, Watch watch, Format format, Optional<Size> promised, Depth depth) {
        Optional<Format> own = takenFor(source, watch);
        ImageTrial trial = new ImageTrial(watch);
        Decoding decoding = trial.run(source, format, promised, depth);
        boolean isSame = own.isEmpty() || own.get() == format;
        ImageReading reading = isSame
                ? new ImageReading(own, trial.size(), trial.orientation(), trial.alpha(), trial.trailingBytes())
                : new ImageReading(own, Optional.empty(), Optional.empty());
        return new Image(reading, decoding, trial.small());
    }

    /**
     * Opens a video.
     *
     * @param format what it is by its header
     * @param depth how much is decoded; empty for the first frame alone
     * @param show where all frames go, small and gray; empty where they are not needed
     */
    static Video video(
            FileSource source,
            Watch watch,
            Format format,
            boolean fragmented,
            Optional<Depth> depth,
            Optional<Consumer<LumaFrame>> show) {
        try (FileInput input = new FileInput(source, watch)) {
            Optional<String> name = Demuxer.probe(input);
            try (Demuxer demuxer = Demuxer.open(input, watch, Demuxer.Family.of(format));
                    LumaScaler scaler = new LumaScaler(SMALL)) {
                VideoReader reader = new VideoReader(demuxer, format, fragmented);
                Video video = video(demuxer, reader, depth, show.map(to -> (frame, at) -> {
                    scaler.scale(frame, at).ifPresent(to);
                    return true;
                }));
                return new Video(named(name, format, video.reading()), video.decoding());
            } catch (BrokenException e) {
                return new Video(named(name, format, Optional.empty()), e.broken());
            } catch (StoppedException e) {
                return new Video(named(name, format, Optional.empty()), e.undecided());
            }
        }
    }

    private static Video video(
            Demuxer demuxer, VideoReader reader, Optional<Depth> depth, Optional<DecodingPass.Sink> show) {
        Optional<AVStream> stream = demuxer.video();
        if (stream.isEmpty()) {
            Decoding broken = new Broken(
                    Optional.empty(), Phrase.of("ffmpeg:no-video-track").toString());
            return new Video(Optional.of(reader.read(Optional.empty(), Optional.empty())), broken);
        }
        VideoTrial trial = new VideoTrial(demuxer, stream.get());
        Decoding decoding = depth.isPresent() ? trial.run(depth.get(), show) : trial.first();
        return new Video(Optional.of(reader.read(trial.size(), trial.played())), decoding);
    }

    /** The reading with FFmpeg's own view of the format: where it takes the file for something else, there is nothing else to read. */
    private static Optional<VideoReading> named(Optional<String> name, Format format, Optional<VideoReading> facts) {
        if (name.filter(Demuxer.Family.of(format)::isNamed).isPresent()) {
            return facts;
        }
        return name.flatMap(DemuxerName::format).map(VideoReading::of);
    }
}
