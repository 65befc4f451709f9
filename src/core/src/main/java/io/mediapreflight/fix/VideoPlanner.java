package io.mediapreflight.fix;

import io.mediapreflight.probe.MediaFacts;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.Transfer;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.RuleId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans the copy of a video: remuxed where that is enough, else re-encoded. */
final class VideoPlanner {
    /**
     * How far below the maximum a video is trimmed: an audio track ends on a frame boundary of its own, and a cut of exactly 10 s came
     * out at 10.008 s. At least two frames, since the last one begins before the cut and may last longer.
     */
    private static final Fraction TRIM_MARGIN = new Fraction(1, 5);

    private static final long TRIM_MARGIN_FRAMES = 2;

    /** AAC frames of 1,024 samples, at 44.1 kHz 23 ms each, may make the audio of a copy longer by one of them at each end. */
    private static final Fraction AUDIO_MARGIN = new Fraction(1, 20);

    private static final long AUDIO_BITS_PER_SECOND = 128_000;
    private static final int STEREO = 2;

    /** The part of the size limit for video and audio; the rest is for the container and what an encoder is off. */
    private static final double USABLE = 0.9;

    /** More bits than this improve little. */
    private static final long ENOUGH_BITS_PER_SECOND = 40_000_000;

    private static final long MIN_BITS_PER_SECOND = 1000;

    /** What FFmpeg writes into MP4 as it is, and every player knows there. */
    private static final Set<String> COPIED_VIDEO = Set.of("avc1", "hvc1", "hev1", "av01", "vp09", "mp4v");

    private static final Set<String> COPIED_AUDIO = Set.of("mp4a", "ac-3", "ec-3");

    private final Diagnosis diagnosis;
    private final Limits limits;
    private final Format source;
    private final VideoFacts video;
    private final FixOptions options;
    private final Fraction max;

    VideoPlanner(Diagnosis diagnosis, Format source, VideoFacts video, FixOptions options) {
        this.diagnosis = diagnosis;
        this.limits = diagnosis.limits();
        this.source = source;
        this.video = video;
        this.options = options;
        // Without an orientation a video must be short enough for both.
        this.max = diagnosis
                .subject()
                .orientation()
                .map(limits::videoMaxSeconds)
                .orElse(limits.videoMaxSeconds(Orientation.IMAGE).min(limits.videoMaxSeconds(Orientation.VIDEO)));
    }

    FixPlan plan() {
        Optional<VideoFrame> frame = VideoFrame.of(video, limits.videoSide(), options.shape());
        if (frame.isEmpty()) {
            return Examined.unknown(diagnosis, source);
        }
        // What may last any time is trimmed in any case: recorders in browsers write WebM without a duration.
        VideoLength length = VideoLength.of(video, diagnosis.decoderResult())
                .orElseGet(() -> VideoLength.of(max.plus(Fraction.of(1))));
        if (!length.presented().isAtLeast(limits.videoMinSeconds())) {
            return FixPlan.Impossible.since("short");
        }
        Optional<Format> format = format();
        if (format.isEmpty()) {
            return FixPlan.Impossible.since("formats");
        }
        return isRemuxEnough(length) ? remuxed(format.get()) : encoded(format.get(), length, frame.get());
    }

    private Optional<Format> format() {
        return limits.acceptsVideo(Format.MP4)
                ? Optional.of(Format.MP4)
                : Optional.of(Format.MOV).filter(limits::acceptsVideo);
    }

    private boolean isRemuxEnough(VideoLength length) {
        return diagnosis.breaksOnly(RuleId.VIDEO_CONTAINER, RuleId.VIDEO_NAME)
                && Set.of(Format.MP4, Format.MOV, Format.THREE_GP).contains(source)
                && COPIED_VIDEO.contains(video.codec())
                // MPEG-4 has texts between its frames, which FFmpeg takes out by encoding alone.
                && !(options.stripMetadata() && video.codec().equals("mp4v"))
                && (!video.tracks().audio() || isAudioCopied() || isShortWithAudio(length));
    }

    private boolean isAudioCopied() {
        return COPIED_AUDIO.contains(video.coding().audioCodec().orElse(""));
    }

    private boolean isShortWithAudio(VideoLength length) {
        return length.longest().plus(AUDIO_MARGIN).isAtMost(max);
    }

    private FixPlan remuxed(Format format) {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.KeepTracks(video.tracks().id()));
        steps.add(new Step.CopyVideo(video.codec()));
        if (video.tracks().audio()) {
            steps.add(isAudioCopied() ? new Step.CopyAudio() : encodedAudio());
        }
        strip(steps);
        VideoFacts copy = VideoFacts.builder()
                .codec(video.codec())
                .coded(video.coded())
                .shown(video.shown())
                .configured(video.configured())
                .rotation(video.rotation())
                .mirrored(video.mirrored())
                .durations(video.durations())
                .enabledVideo(1)
                .audio(video.tracks().audio())
                .coding(video.coding())
                .build();
        return ready(steps, format, copy, diagnosis.bytes().orElseThrow().atMost());
    }

    private FixPlan encoded(Format format, VideoLength length, VideoFrame frame) {
        Optional<Fraction> end = end(length);
        Fraction seconds = end.map(length.presented()::min).orElse(length.presented());
        long usable = (long) (limits.videoSize().strictBytes() * USABLE);
        double bits = usable * (double) Byte.SIZE * seconds.denominator() / seconds.numerator();
        long rate = Math.min((long) bits - AUDIO_BITS_PER_SECOND, ENOUGH_BITS_PER_SECOND);
        if (rate < MIN_BITS_PER_SECOND) {
            return FixPlan.Impossible.since("limits");
        }
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.KeepTracks(video.tracks().id()));
        end.ifPresent(cut -> steps.add(new Step.Trim(cut)));
        steps.addAll(onFrames(frame));
        steps.add(new Step.EncodeVideo(rate, keepsTimes()));
        if (video.tracks().audio()) {
            steps.add(encodedAudio());
        }
        strip(steps);
        Fraction whole = end.map(length.longest()::min).orElse(length.longest());
        VideoFacts copy = VideoFacts.builder()
                .codec("avc1")
                .coded(List.of(PixelSize.of(frame.width(), frame.height())))
                .container(Optional.of(whole))
                .videoTrack(Optional.of(seconds))
                .enabledVideo(1)
                .audio(video.tracks().audio())
                .coding(VideoCoding.builder()
                        .transfer(Optional.of(Transfer.SDR))
                        .build())
                .build();
        return ready(steps, format, copy, usable);
    }

    /**
     * Where nothing says that the rate is constant, frames keep their times: recorders in browsers vary it. Those of an animation are
     * repeated.
     */
    private boolean keepsTimes() {
        return video.coding().variableFrameRate().orElse(source.kind() == Kind.VIDEO);
    }

    private void strip(List<Step> steps) {
        if (options.stripMetadata()) {
            steps.add(new Step.StripMetadata());
        }
    }

    /** Where the copy ends; empty where all of it fits. */
    private Optional<Fraction> end(VideoLength length) {
        boolean isShort = video.tracks().audio()
                ? isShortWithAudio(length)
                : length.longest().isAtMost(max);
        if (isShort) {
            return Optional.empty();
        }
        Fraction margin = video.coding()
                .frameRate()
                .filter(rate -> !rate.isZero())
                .map(rate -> new Fraction(/* numerator= */ rate.denominator(), /* denominator= */ rate.numerator())
                        .times(TRIM_MARGIN_FRAMES))
                .orElse(TRIM_MARGIN)
                .max(TRIM_MARGIN);
        return Optional.of(max.minusOrZero(margin));
    }

    private List<Step> onFrames(VideoFrame frame) {
        VideoCoding coding = video.coding();
        List<Step> steps = new ArrayList<>();
        if (coding.interlaced().orElse(false)) {
            steps.add(new Step.Deinterlace());
        }
        Transfer transfer = coding.transfer().orElse(Transfer.SDR);
        if (transfer != Transfer.SDR) {
            steps.add(new Step.ToneMap(transfer));
        }
        if (coding.alpha().orElse(source.kind() == Kind.IMAGE)) {
            steps.add(new Step.Flatten());
        }
        steps.addAll(frame.steps());
        return steps;
    }

    private Step encodedAudio() {
        int channels = video.coding().audioChannels().orElse(0);
        return new Step.EncodeAudio(AUDIO_BITS_PER_SECOND, channels > STEREO);
    }

    private FixPlan ready(List<Step> steps, Format format, MediaFacts copy, long maxBytes) {
        return new FixPlan.Ready(steps, source, format, copy, maxBytes);
    }
}
