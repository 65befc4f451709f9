package io.mediapreflight.probe.mp4.movie;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.mp4.entry.SampleDescription;
import io.mediapreflight.probe.mp4.table.SampleTable;
import io.mediapreflight.spec.Fraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code trak} (ISO/IEC 14496-12 8.3.1): what of it bears on a verdict.
 *
 * @param handler the handler type of the media, such as {@code vide}
 * @param media the clock of the media, and how long they last
 * @param description of a video track; empty for every other
 * @param external whether the samples lie in another file
 * @param defects what is wrong with a track that can be read nevertheless, in the order of the file
 * @param chapters the tracks that this one names as its chapters: texts and timed thumbnails
 */
public record Track(
        TrackHeader header,
        String handler,
        Media media,
        EditList edits,
        Optional<SampleDescription> description,
        boolean external,
        SampleTable samples,
        List<Malformed> defects,
        List<Long> chapters) {
    public static final String VIDEO = "vide";
    static final String AUDIO = "soun";

    /** Codecs of still images. A track of one such sample is cover art; one of many may be Motion JPEG. */
    private static final Set<String> STILLS = Set.of("jpeg", "png ", "mjpa", "mjpb", "tiff", "gif ", "MJPG");

    /**
     * The media of a track.
     *
     * @param timescale ticks per second
     * @param seconds how long they last without edits, from the headers or, where those do not know, the sample table;
     *     empty where nothing says, as in the {@code moov} of a fragmented file
     * @param frame how long the first frame of a video track lasts, in seconds; 0 where there is none
     */
    public record Media(long timescale, Optional<Fraction> seconds, Fraction frame) {}

    /**
     * A track that cannot be read.
     *
     * @param before how many tracks that can be read stand before it
     * @param handler the handler type of its media; nothing where that was not met
     * @param enabled whether its header says so; false where that was not met
     * @param why what is wrong with it
     */
    public record Broken(int before, String handler, boolean enabled, Malformed why) {}

    public boolean isAudio() {
        return handler.equals(AUDIO);
    }

    public boolean isVideo() {
        return description.isPresent();
    }

    /** Whether its handler says that it is something else than the video that it is by its codec. */
    boolean isByCodec() {
        return isVideo() && TrackReader.OTHER_HANDLERS.contains(handler);
    }

    /** Whether the track is a single still image. */
    boolean isCoverArt() {
        return description.isPresent() && STILLS.contains(description.get().codec()) && samples.sampleCount() == 1;
    }

    /** The media presented by this track, in seconds: edit list applied, empty edits not counted. */
    public Optional<Fraction> presented(long movieTimescale) {
        return media.seconds().isEmpty() || edits.isEmpty()
                ? media.seconds()
                : Optional.of(edits.presentedSeconds(
                        movieTimescale, media, media.seconds().get()));
    }

    /**
     * From the start of the movie's clock to the end of this track, in seconds: empty edits counted.
     *
     * @param presented what {@link #presented} says
     */
    public Optional<Fraction> end(long movieTimescale, Optional<Fraction> presented) {
        Fraction empty = edits.emptySeconds(movieTimescale);
        return presented.isEmpty() || empty.isZero() ? presented : Optional.of(empty.plus(presented.get()));
    }

    /** This track with one more defect. */
    Track withDefect(Malformed defect) {
        List<Malformed> more = new ArrayList<>(defects);
        more.add(defect);
        return new Track(header, handler, media, edits, description, external, samples, more, chapters);
    }

    /** This track with other media, as fragments add to them. */
    public Track withMedia(Optional<Fraction> seconds) {
        Media others = new Media(media.timescale(), seconds, media.frame());
        return new Track(header, handler, others, edits, description, external, samples, defects, chapters);
    }
}
