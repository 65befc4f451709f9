package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.PixelSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which tracks of a movie are videos, and which of these is the reference track: the first enabled one, else the first one at all.
 * Cover art and the images of chapters are not video.
 *
 * @param movie whose tracks they are
 * @param indexes of the video tracks, one or more, in the order of the file
 * @param reference the index of the reference track
 * @param enabled how many of the video tracks are enabled
 */
public record VideoTracks(Movie movie, List<Integer> indexes, int reference, int enabled) {
    /** Empty where no track is a video. */
    public static Optional<VideoTracks> of(Movie movie) {
        Set<Long> chapters = chapters(movie);
        List<Integer> videos = new ArrayList<>(1);
        int reference = -1;
        int enabled = 0;
        for (int i = 0; i < movie.tracks().size(); i++) {
            Track track = movie.tracks().get(i);
            if (track.isVideo() && !chapters.contains(track.header().id()) && !track.isCoverArt()) {
                videos.add(i);
                if (track.header().enabled() && ++enabled == 1) {
                    reference = i;
                }
            }
        }
        return videos.isEmpty()
                ? Optional.empty()
                : Optional.of(new VideoTracks(movie, videos, reference < 0 ? videos.get(0) : reference, enabled));
    }

    private static Set<Long> chapters(Movie movie) {
        Set<Long> chapters = Set.of();
        for (Track track : movie.tracks()) {
            if (!track.chapters().isEmpty()) {
                chapters = new HashSet<>(chapters);
                chapters.addAll(track.chapters());
            }
        }
        return chapters;
    }

    /** Whether only its codec says that the reference track is a video. */
    public boolean isByCodec() {
        return movie.tracks().get(reference).isByCodec();
    }

    /** The id of the reference track. */
    public long referenceId() {
        return movie.tracks().get(reference).header().id();
    }

    /** The sizes of the disabled ones beside the reference track. */
    public List<PixelSize> disabledSizes() {
        List<PixelSize> sizes = new ArrayList<>(0);
        for (int index : indexes) {
            Track track = movie.tracks().get(index);
            if (index != reference && !track.header().enabled()) {
                sizes.addAll(track.description().orElseThrow().coded());
            }
        }
        return sizes;
    }
}
