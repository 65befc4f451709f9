package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.spec.Fraction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code moov} (ISO/IEC 14496-12 8.2.1).
 *
 * @param tracks those that can be read, in the order of the file
 * @param broken those that cannot
 * @param fragmented whether there is an {@code mvex}: samples lie in movie fragments, and the durations here cover
 *     only the samples that {@code moov} itself describes
 * @param withFragments {@code mehd}: the duration with all fragments, in seconds; empty where it is not known
 * @param defaults {@code trex}: what a sample of a fragment has that does not say so itself, by track id
 */
public record Movie(
        MovieHeader header,
        List<Track> tracks,
        List<Track.Broken> broken,
        boolean fragmented,
        Optional<Fraction> withFragments,
        Map<Long, SampleDefaults> defaults) {

    public boolean hasAudio() {
        for (Track track : tracks) {
            if (track.isAudio()) {
                return true;
            }
        }
        return false;
    }
}
