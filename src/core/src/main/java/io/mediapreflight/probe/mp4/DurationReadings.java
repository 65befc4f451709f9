package io.mediapreflight.probe.mp4;

import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.probe.mp4.fragment.FragmentTotal;
import io.mediapreflight.probe.mp4.fragment.Fragments;
import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.Track;
import io.mediapreflight.spec.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Every reading of how long a video lasts (docs/limits.md, "The readings", duration). */
final class DurationReadings {
    private final Movie movie;
    private final List<Track> tracks;
    private final int reference;
    private final Track video;
    private final Fragments fragments;
    private final long timescale;

    /**
     * @param tracks the movie's, with the durations of their fragments
     * @param reference the index of the video among them
     */
    DurationReadings(Movie movie, List<Track> tracks, int reference, Fragments fragments) {
        this.movie = movie;
        this.tracks = tracks;
        this.reference = reference;
        this.video = tracks.get(reference);
        this.fragments = fragments;
        this.timescale = movie.header().timescale();
    }

    VideoFacts.Durations readings() {
        Optional<Fraction> presented = video.presented(timescale);
        Optional<Fraction> longest = longestTrack(presented);
        Optional<Fraction> claimed = claimed();
        Optional<Fraction> container = claimed.isPresent() ? claimed : span(longest);
        return new VideoFacts.Durations(
                container,
                longest.filter(seconds -> container.isEmpty() || seconds.compareTo(container.get()) != 0),
                presented,
                presented.isPresent() ? longerMedia(presented.get()) : Optional.empty(),
                otherSamples(),
                List.of());
    }

    /** What the sample table comes to, where it contradicts the media's header by more than one frame. */
    private Optional<Fraction> otherSamples() {
        OptionalLong ticks = video.samples().times().total();
        if (movie.fragmented() || ticks.isEmpty() || ticks.getAsLong() == 0) {
            return Optional.empty();
        }
        Fraction media = video.media().seconds().orElseThrow();
        Fraction sum = new Fraction(ticks.getAsLong(), video.media().timescale());
        // Not the first frame's own duration, which may be part of the lie.
        Fraction frame =
                media.min(sum).dividedBy(video.samples().times().samples().orElse(1));
        return sum.isFurtherFrom(media, frame) ? Optional.of(sum) : Optional.empty();
    }

    /** The movie header's duration. In a fragmented file it covers only the samples of {@code moov}, if it has any. */
    private Optional<Fraction> claimed() {
        boolean coversAll = !movie.fragmented()
                || (movie.withFragments().isEmpty() && video.samples().hasNoSample());
        return coversAll ? movie.header().duration() : movie.withFragments();
    }

    /** From the start of the clock to the end of the track that ends last. */
    private Optional<Fraction> longestTrack(Optional<Fraction> ofVideo) {
        Optional<Fraction> longest = Optional.empty();
        for (int i = 0; i < tracks.size(); i++) {
            Track track = tracks.get(i);
            Optional<Fraction> end = track.end(timescale, i == reference ? ofVideo : track.presented(timescale));
            if (end.isPresent()) {
                Fraction later = end.get().max(onClock(track, fragmentsOf(track).end()));
                longest = Optional.of(longest.isPresent() ? later.max(longest.get()) : later);
            }
        }
        return longest;
    }

    /** From the first frame or audio to the last: where all tracks start late, the clock's first seconds show nothing. */
    private Optional<Fraction> span(Optional<Fraction> longest) {
        if (longest.isEmpty() || !movie.fragmented()) {
            return longest;
        }
        Fraction first = longest.get();
        for (Track track : tracks) {
            FragmentTotal total = fragmentsOf(track);
            if (!track.samples().hasNoSample()) {
                return longest; // its samples begin in moov, with the clock
            }
            if (total.ticks() > 0) {
                first = first.min(onClock(track, total.start()));
            }
        }
        return Optional.of(first.compareTo(longest.get()) < 0 ? longest.get().minusOrZero(first) : longest.get());
    }

    private FragmentTotal fragmentsOf(Track track) {
        return fragments.of(track.header().id());
    }

    /** A time of the media on the movie's clock, edit list applied. */
    private Fraction onClock(Track track, long mediaTicks) {
        long shown = Math.max(0, mediaTicks - track.edits().firstMediaTime());
        Fraction seconds = new Fraction(shown, track.media().timescale());
        Fraction empty = track.edits().emptySeconds(timescale);
        return empty.isZero() ? seconds : empty.plus(seconds);
    }

    private Optional<Fraction> longerMedia(Fraction presented) {
        Fraction media = video.media().seconds().orElseThrow();
        boolean isLonger = media.minusOrZero(presented).compareTo(video.media().frame()) > 0;
        return isLonger ? Optional.of(media) : Optional.empty();
    }
}
