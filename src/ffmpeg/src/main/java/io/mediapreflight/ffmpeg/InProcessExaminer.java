package io.mediapreflight.ffmpeg;

import io.mediapreflight.Examination;
import io.mediapreflight.Examiner;
import io.mediapreflight.MetadataReader;
import io.mediapreflight.decoder.DecoderResult;
import io.mediapreflight.decoder.Decoding;
import io.mediapreflight.decoder.Decoding.Decoded;
import io.mediapreflight.decoder.Decoding.Undecided;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.decoder.ImageReading.Size;
import io.mediapreflight.decoder.MediaReading;
import io.mediapreflight.decoder.VideoReading;
import io.mediapreflight.ffmpeg.bound.DecodeBounds;
import io.mediapreflight.ffmpeg.bound.Watch;
import io.mediapreflight.ffmpeg.content.ImageContent;
import io.mediapreflight.ffmpeg.content.VideoContent;
import io.mediapreflight.metadata.PersonalDataReader;
import io.mediapreflight.probe.ImageFacts;
import io.mediapreflight.probe.Probed;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.source.FileSource;
import io.mediapreflight.source.WatchedSource;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Opens and decodes with FFmpeg in this very process. A file that crashes a decoder takes the process with it: for files of
 * strangers, have it done in a process that may die.
 *
 * <pre>{@code
 * Preflight headers = Preflight.standard();
 * Preflight preflight = headers.toBuilder().examiner(InProcessExaminer.builder(headers.limits()).build()).build();
 * }</pre>
 */
public final class InProcessExaminer implements Examiner {
    /**
     * Of what these classes make of a file: examinations that caches keep are not used by another version. To be raised with
     * every change to what is read, decoded or advised.
     */
    public static final int VERSION = 1;

    /** Where the rule comes from. */
    public static final String BY = "FFmpeg";

    /** What the service accepts, and what is nearly so: FFmpeg is restricted to the demuxers and decoders of these. */
    private static final Set<Format> EXAMINED =
            EnumSet.of(Format.JPEG, Format.PNG, Format.MP4, Format.MOV, Format.THREE_GP);

    /** What only limits of the caller's own accept. */
    private static final Set<Format> EXAMINED_IF_ACCEPTED = EnumSet.of(Format.MKV, Format.WEBM);

    private final Limits limits;
    private final Depth depth;
    private final DecodeBounds bounds;
    private final MetadataReader metadata;

    private InProcessExaminer(Builder builder) {
        this.limits = builder.limits;
        this.depth = builder.depth;
        this.bounds = builder.bounds;
        this.metadata = builder.metadata;
    }

    /** With both ends of long videos, and the standard bounds. Advice follows the limits. */
    public static Builder builder(Limits limits) {
        return new Builder(limits);
    }

    @Override
    public Examination examine(Path file, Probed probed) {
        long start = System.nanoTime();
        Work work = new Work();
        try (FileSource source = FileSource.open(file)) {
            WatchedSource watched = new WatchedSource(source);
            work.advice.addAll(metadata.read(watched, probed));
            work.readable = !watched.hasFailed();
            Natives.load();
            work.open(source, probed);
        } catch (IOException e) {
            // Its message may hold the name, which may hold anything.
            work.decoding = new Undecided(Phrase.of("ffmpeg:not-read").toString());
        } catch (LinkageError e) {
            work.decoding = new Undecided(Phrase.of("ffmpeg:not-loaded").toString());
        } catch (RuntimeException | OutOfMemoryError e) {
            work.decoding = new Undecided(Phrase.of("ffmpeg:defect").toString());
        }
        work.advice.sort(Comparator.comparing(Advice::id));
        DecoderResult decoderResult = new DecoderResult(BY, work.reading, work.decoding);
        return new Examination(Optional.of(decoderResult), work.advice, System.nanoTime() - start, work.readable);
    }

    /** What comes of one file. */
    private final class Work {
        private final Watch watch = new Watch(bounds);
        private final List<Advice> advice = new ArrayList<>();
        private boolean readable = true;
        private Optional<MediaReading> reading = Optional.empty();
        private Decoding decoding =
                new Undecided(Phrase.of("ffmpeg:nothing-to-decode").toString(), true);

        void open(FileSource source, Probed probed) {
            if (probed.format().filter(this::isExamined).isEmpty()) {
                decoding = new Undecided(Phrase.of("ffmpeg:other-format").toString(), true);
            } else if (probed.facts().orElse(null) instanceof ImageFacts image) {
                open(source, probed.format().orElse(Format.JPEG), image);
            } else if (probed.facts().orElse(null) instanceof VideoFacts video) {
                open(source, probed.format().orElse(Format.MP4), video);
            } else if (probed.format().get().kind() == Kind.IMAGE) {
                convert(DecodedFile.image(source, watch, probed.format().get(), Optional.empty(), depth));
            } else {
                convert(source, probed.format().get());
            }
        }

        private void convert(DecodedFile.Image image) {
            reading = Optional.of(image.reading());
            decoding = image.decoding();
        }

        /** A second opinion on headers is not asked for here: all that a plan takes from this file comes from FFmpeg. */
        private void convert(FileSource source, Format format) {
            DecodedFile.Video video =
                    DecodedFile.video(source, watch, format, false, Optional.empty(), Optional.empty());
            if (video.decoding() instanceof Decoded && !isTrimmed(video.reading())) {
                video = DecodedFile.video(
                        source, watch, format, false, Optional.of(Depth.EVERY_FRAME), Optional.empty());
            }
            reading = video.reading().map(own -> own);
            decoding = video.decoding();
        }

        private boolean isExamined(Format format) {
            return EXAMINED.contains(format)
                    || format.isDecodedOnly()
                    || (EXAMINED_IF_ACCEPTED.contains(format) && limits.acceptsVideo(format));
        }

        private void open(FileSource source, Format format, ImageFacts facts) {
            Size promised = new Size(facts.width(), facts.height());
            DecodedFile.Image image = DecodedFile.image(source, watch, format, Optional.of(promised), depth);
            reading = Optional.of(image.reading());
            decoding = image.decoding();
            image.small().ifPresent(frame -> advice.addAll(ImageContent.advice(frame)));
        }

        private void open(FileSource source, Format format, VideoFacts facts) {
            boolean isLookedAt = depth == Depth.EVERY_FRAME || isShort(facts);
            VideoContent content = new VideoContent(limits);
            DecodedFile.Video video = DecodedFile.video(
                    source,
                    watch,
                    format,
                    facts.fragmented(),
                    Optional.of(depth),
                    isLookedAt ? Optional.of(content::add) : Optional.empty());
            reading = video.reading().map(own -> own);
            decoding = video.decoding();
            if (isLookedAt && decoding instanceof Decoded) {
                duration(facts).ifPresent(seconds -> advice.addAll(content.advice(seconds)));
            }
        }

        /** Where a video is cut off anyway, it does not matter when its last frame ends. */
        private boolean isTrimmed(Optional<VideoReading> video) {
            return video.flatMap(VideoReading::container)
                    .filter(seconds -> !seconds.isAtMost(limits.videoMaxSeconds(Orientation.VIDEO)))
                    .isPresent();
        }

        /** Longer videos are not accepted anyway: what they show does not matter. */
        private boolean isShort(VideoFacts facts) {
            return duration(facts)
                    .filter(seconds -> seconds.isAtMost(limits.videoMaxSeconds(Orientation.VIDEO)))
                    .isPresent();
        }

        private Optional<Fraction> duration(VideoFacts facts) {
            VideoFacts.Durations durations = facts.durations();
            return durations.videoTrack().isPresent() ? durations.videoTrack() : durations.container();
        }
    }

    /** Builds examiners. */
    public static final class Builder {
        private final Limits limits;
        private Depth depth = Depth.ENDS;
        private DecodeBounds bounds = DecodeBounds.standard();
        private MetadataReader metadata = new PersonalDataReader();

        private Builder(Limits limits) {
            this.limits = limits;
        }

        /** How much of a video is decoded: its first and last frames unless set. */
        public Builder depth(Depth value) {
            depth = value;
            return this;
        }

        /** What decoding one file may take: {@link DecodeBounds#standard} unless set. */
        public Builder bounds(DecodeBounds value) {
            bounds = value;
            return this;
        }

        /** Another reader of metadata than {@link PersonalDataReader}. */
        public Builder metadata(MetadataReader value) {
            metadata = value;
            return this;
        }

        /** An examiner, which any number of threads may use; FFmpeg is loaded by the first examination. */
        public InProcessExaminer build() {
            return new InProcessExaminer(this);
        }
    }
}
