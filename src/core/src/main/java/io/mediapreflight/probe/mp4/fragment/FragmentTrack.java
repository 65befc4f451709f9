package io.mediapreflight.probe.mp4.fragment;

import io.mediapreflight.probe.mp4.movie.Movie;
import io.mediapreflight.probe.mp4.movie.SampleDefaults;
import io.mediapreflight.probe.mp4.movie.Track;
import java.util.List;
import java.util.Optional;

/**
 * A track that fragments name: looked up once, since a file may have a fragment for every frame.
 *
 * @param hasDefaults whether the movie has a {@code trex} for it
 * @param defaults what that says; {@link SampleDefaults#NONE} where there is none
 * @param isInMovie whether the movie has a {@code trak} for it
 * @param descriptions how many entries the fewest {@code stsd} of such a track claims; 0 where there is none
 * @param total what its fragments come to so far
 */
record FragmentTrack(
        long id,
        boolean hasDefaults,
        SampleDefaults defaults,
        boolean isInMovie,
        long descriptions,
        FragmentTotal total) {

    static FragmentTrack of(Optional<Movie> movie, long id) {
        Optional<SampleDefaults> defaults = movie.map(known -> known.defaults().get(id));
        boolean isInMovie = false;
        long fewest = Long.MAX_VALUE;
        for (Track track : movie.map(Movie::tracks).orElse(List.of())) {
            if (track.header().id() == id) {
                isInMovie = true;
                fewest = Math.min(fewest, track.samples().descriptions());
            }
        }
        return new FragmentTrack(
                id,
                defaults.isPresent(),
                defaults.orElse(SampleDefaults.NONE),
                isInMovie,
                isInMovie ? fewest : 0,
                new FragmentTotal());
    }
}
