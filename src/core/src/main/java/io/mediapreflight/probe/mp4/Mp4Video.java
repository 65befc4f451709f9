package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.DisplayMatrix;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.PixelSize;
import io.mediapreflight.probe.VideoCoding;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.mp4.entry.AudioFormat;
import io.mediapreflight.probe.mp4.entry.SampleDescription;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.probe.mp4.movie.VideoTracks;
import io.mediapreflight.probe.mp4.table.SampleTable;
import io.mediapreflight.probe.video.CodecNames;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a movie with a video track: picks the reference track, adds the fragments, and works out every reading of
 * docs/limits.md, "The readings".
 */
final class Mp4Video {
    private final Mp4File file;
    private final Movie movie;
    private final List<Track> tracks;
    private final Track video;
    private final int reference;
    private final VideoTracks videos;
    private final List<Malformed> defects = new ArrayList<>(0);
    private final VideoFacts facts;

    private Mp4Video(Mp4File file, VideoTracks videos) throws IOException, MalformedException {
        this.file = file;
        this.movie = videos.movie();
        this.videos = videos;
        this.reference = videos.reference();
        this.tracks = movie.fragmented() ? withFragments() : withKnownMedia();
        this.video = tracks.get(reference);
        this.facts = read();
        findDefects();
    }

    /**
     * Empty where no track is a video.
     *
     * @throws MalformedException where the only track that may be a video cannot be read
     */
    static Optional<Mp4Video> of(Mp4File file, Movie movie) throws IOException, MalformedException {
        Optional<VideoTracks> videos = VideoTracks.of(movie);
        boolean isOfAnotherFamily = file.content().type().withoutVideo().kind() != Kind.VIDEO;
        if (videos.isPresent() && videos.get().isByCodec() && isOfAnotherFamily) {
            return Optional.empty(); // the images of a HEIC or AVIF sequence
        }
        if (videos.isPresent()) {
            return Optional.of(new Mp4Video(file, videos.get()));
        }
        for (Track.Broken track : movie.broken()) {
            if (track.handler().equals(Track.VIDEO) || track.handler().isEmpty()) {
                throw new MalformedException(track.why());
            }
        }
        return Optional.empty();
    }

    /** The tracks, of which those without samples last 0 s: nothing adds to them. */
    private List<Track> withKnownMedia() {
        List<Track> known = new ArrayList<>(movie.tracks().size());
        for (Track track : movie.tracks()) {
            boolean isKnown = track.media().seconds().isPresent();
            known.add(isKnown ? track : track.withMedia(Optional.of(Fraction.of(0))));
        }
        return known;
    }

    VideoFacts facts() {
        return facts;
    }

    List<Malformed> defects() {
        return defects;
    }

    private VideoFacts read() throws IOException, MalformedException {
        SampleDescription description = description();
        DisplayMatrix matrix = video.header().matrix().then(movie.header().matrix());
        return VideoFacts.builder()
                .brand(file.content().type().brand())
                .codec(description.codec())
                .coded(description.coded())
                .shown(description.shown())
                .trackHeader(trackHeaderSize(description))
                .configured(description.configured())
                .rotation(matrix.rotation())
                .mirrored(matrix.mirrors())
                .durations(new DurationReadings(
                                movie, tracks, reference, file.content().fragments())
                        .readings())
                .enabledVideo(video.header().isMissing() ? 1 : videos.enabled())
                .audio(movie.hasAudio())
                .disabled(videos.disabledSizes())
                .trackId(trackId())
                .fragmented(movie.fragmented())
                .coding(coding(description))
                .build();
    }

    /** FFmpeg and other programs name the track by it, whatever the order in which they list tracks; 0 is no id. */
    private Optional<Long> trackId() {
        long id = videos.referenceId();
        return id == 0 ? Optional.empty() : Optional.of(id);
    }

    private VideoCoding coding(SampleDescription description) {
        VideoCoding.Builder coding = description.coding().toBuilder();
        for (int i = tracks.size() - 1; i >= 0; i--) {
            if (tracks.get(i).isAudio()) {
                AudioFormat audio = tracks.get(i).samples().audioFormat();
                coding.audioCodec(audio.codec()).audioChannels(audio.channels());
            }
        }
        FrameTimes frames = movie.fragmented()
                ? FrameTimes.of(
                        video, file.content().fragments().of(video.header().id()), file.walkedAll())
                : FrameTimes.of(video);
        return coding.frameCount(frames.count())
                .frameRate(frames.rate())
                .variableFrameRate(frames.isVariable())
                .build();
    }

    private SampleDescription description() {
        return video.description().orElseThrow();
    }

    private void findDefects() throws IOException {
        long at = video.samples().stbl().start();
        if (description().encrypted()) {
            defects.add(Malformed.broken(
                    MalformedCode.ENCRYPTED, at, Phrase.of("defects:track.encrypted"), "ISO/IEC 14496-12 8.12"));
        }
        if (video.external()) {
            defects.add(Malformed.broken(
                    MalformedCode.EXTERNAL_MEDIA, at, Phrase.of("defects:track.external"), "ISO/IEC 14496-12 8.7.2"));
        }
        if (!CodecNames.isVideo(description().codec())) {
            defects.add(Malformed.undecided(
                    MalformedCode.UNKNOWN_CODEC,
                    at,
                    Phrase.of("defects:track.unknown-codec")
                            .with("codec", description().codec()),
                    "ISO/IEC 14496-12 8.5.2"));
        }
        if (!description().encrypted() && !video.external()) {
            FirstSample.defect(video, file.content()).ifPresent(defects::add);
        }
        if (hasNoSample()) {
            defects.add(Malformed.broken(
                    MalformedCode.NO_SAMPLES, at, Phrase.of("defects:track.no-sample"), "ISO/IEC 14496-12 8.6.1"));
        }
        if (!movie.fragmented() && !video.samples().missing().isEmpty()) {
            defects.add(Malformed.broken(
                    MalformedCode.MISSING_BOX,
                    at,
                    Phrase.of("defects:table.lacks")
                            .with("boxes", String.join(", ", video.samples().missing())),
                    SampleTable.CLAUSE));
        }
        findMissingId(at);
        defects.addAll(video.defects());
        if (facts.size().isEmpty()) {
            defects.add(Malformed.broken(
                    MalformedCode.MISSING_DIMENSIONS,
                    at,
                    Phrase.of("defects:track.no-size"),
                    "ISO/IEC 14496-12 12.1.3"));
        }
        findDefectsOfOthers();
    }

    private void findMissingId(long at) {
        if (movie.fragmented() && video.header().id() == 0) {
            defects.add(Malformed.broken(
                    MalformedCode.MISSING_BOX, at, Phrase.of("defects:track.no-id"), "ISO/IEC 14496-12 8.3.2"));
        }
    }

    /** Where fragments were not read to the last one it may have some; where there are none at all that is said already. */
    private boolean hasNoSample() {
        boolean areInFragments = movie.fragmented()
                && (!file.walkedAll()
                        || file.content().lacksFragments()
                        || file.content().fragments().of(video.header().id()).samples() > 0);
        return !areInFragments && video.samples().hasNoSample();
    }

    /** Players leave a broken track out, but for the one that they would show. */
    private void findDefectsOfOthers() {
        for (Track.Broken track : movie.broken()) {
            boolean isReference = track.handler().equals(Track.VIDEO)
                    && track.enabled()
                    && (videos.enabled() == 0 || track.before() <= reference);
            boolean isStructure = track.why().code() == MalformedCode.NESTED_TRACK;
            defects.add(isReference || isStructure ? track.why() : ofAnother(track.why()));
        }
        for (int i = 0; i < movie.tracks().size(); i++) {
            if (i != reference) {
                movie.tracks().get(i).defects().forEach(defect -> defects.add(ofAnother(defect)));
            }
        }
    }

    private static Malformed ofAnother(Malformed defect) {
        return defect.toleratedIn("defects:mp4.in-other-track");
    }

    private Optional<PixelSize> trackHeaderSize(SampleDescription description) {
        Optional<PixelSize> size = video.header().size();
        if (size.isEmpty()
                || (description.shown().isPresent()
                        && !size.get().isOffFrom(description.shown().get()))) {
            return Optional.empty();
        }
        for (PixelSize coded : description.coded()) {
            if (!size.get().isOffFrom(coded)) {
                return Optional.empty();
            }
        }
        return size;
    }

    /** The tracks with the durations of their fragments added to those of the samples in {@code moov}. */
    private List<Track> withFragments() throws IOException, MalformedException {
        List<Track> sums = new ArrayList<>(movie.tracks().size());
        for (Track track : movie.tracks()) {
            long id = track.header().id();
            Fraction own =
                    new Fraction(track.samples().totalTicks(), track.media().timescale());
            Optional<Fraction> added = file.walkedAll()
                    ? Optional.of(new Fraction(
                            file.content().fragments().of(id).ticks(),
                            track.media().timescale()))
                    : file.content().index().of(id);
            sums.add(track.withMedia(added.map(own::plus)));
        }
        return sums;
    }
}
