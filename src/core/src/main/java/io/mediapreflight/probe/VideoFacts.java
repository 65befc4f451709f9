package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The headers' facts of a video and of its reference track, the first enabled video track. Where a header can be read
 * in several ways, every reading is here, and the rules judge them all.
 *
 * @param brand what the file type box says
 * @param codec the four-character code of the sample description, such as {@code avc1}
 * @param coded the sizes of the sample descriptions, first one first, none twice, and those of a second {@code moov}
 *     behind them; empty where they say 0
 * @param shown after sample aspect ratio and clean aperture, before rotation; empty where neither is given, or where
 *     they make no sense
 * @param trackHeader the track header's size where it is off from {@code coded} and {@code shown} by more than a
 *     pixel
 * @param configured what the codec configurations say of the size of a frame, cropped, and with their sample aspect
 *     ratio where the container gives none; only sizes that differ from the others
 * @param rotation clockwise degrees 0, 90, 180 or 270; empty for any other matrix
 * @param mirrored whether the matrix exchanges left and right after the rotation
 * @param durations every reading of how long it lasts
 * @param tracks which tracks there are
 * @param fragmented whether samples lie in movie fragments
 * @param coding how it is coded
 */
public record VideoFacts(
        Brand brand,
        String codec,
        List<PixelSize> coded,
        Optional<PixelSize> shown,
        Optional<PixelSize> trackHeader,
        List<PixelSize> configured,
        OptionalInt rotation,
        boolean mirrored,
        Durations durations,
        Tracks tracks,
        boolean fragmented,
        VideoCoding coding)
        implements MediaFacts {
    private static final int QUARTER_TURN = 90;
    private static final int FULL_TURN = 360;

    public VideoFacts {
        coded = List.copyOf(coded);
        configured = List.copyOf(configured);
        requireRotation(rotation);
    }

    /**
     * Rejects anything but a rotation.
     *
     * @throws IllegalArgumentException for anything but 0, 90, 180 and 270 degrees, or none
     */
    public static void requireRotation(OptionalInt degrees) {
        int turn = degrees.orElse(0);
        if (turn < 0 || turn >= FULL_TURN || turn % QUARTER_TURN != 0) {
            throw new IllegalArgumentException("not a rotation: " + turn);
        }
    }

    /** An empty builder. */
    public static VideoFactsBuilder builder() {
        return new VideoFactsBuilder();
    }

    /** The size to show a person: the coded one, else that of the track header. */
    public Optional<PixelSize> size() {
        return coded.isEmpty() ? trackHeader : Optional.of(coded.get(0));
    }

    /** The size for display, before rotation. */
    public Optional<PixelSize> displaySize() {
        return shown.isPresent() ? shown : size();
    }

    /** The same with the readings of a second movie in the file, where they differ. */
    public VideoFacts withOtherMovie(VideoFacts other) {
        Set<PixelSize> sizes = new LinkedHashSet<>(coded);
        sizes.addAll(other.coded);
        sizes.addAll(other.configured);
        Stream.of(other.shown, other.trackHeader)
                .flatMap(Optional::stream)
                .filter(size -> shown.isEmpty() || !shown.get().isSameAs(size))
                .forEach(sizes::add);
        List<Fraction> seconds = other.durations
                .all()
                .filter(own -> durations.all().noneMatch(known -> known.compareTo(own) == 0))
                .distinct()
                .toList();
        return new VideoFacts(
                brand,
                codec,
                List.copyOf(sizes),
                shown,
                trackHeader,
                configured,
                rotation,
                mirrored,
                durations.withOtherMovie(seconds),
                tracks,
                fragmented,
                coding);
    }

    /**
     * The file type.
     *
     * @param major the major brand; empty where there is no {@code ftyp}
     * @param standing whether it is one of those that are MP4 or QuickTime
     */
    public record Brand(Optional<String> major, Standing standing) {
        /** How certain it is that a service takes the file for MP4 or MOV. */
        public enum Standing {
            /** The major brand says so, or there is none, as in early QuickTime. */
            LISTED,
            /** Only a compatible brand says so. */
            COMPATIBLE,
            /** No brand says so; what the file holds does. */
            UNLISTED
        }
    }

    /**
     * The readings of the duration, in seconds. A reading that could not be determined is empty.
     *
     * @param container the movie header's
     * @param longestTrack the longest track's, where it differs from {@code container}
     * @param videoTrack the reference track's presentation, edit list applied
     * @param videoMedia the reference track's media without edits, where that is longer than {@code videoTrack} by
     *     more than one frame
     * @param videoSamples the sum of the reference track's sample durations, where that differs from what its header
     *     says by more than one frame; empty too where the table is too long to be added up
     * @param otherMovie the readings of a second {@code moov}, where it has others
     */
    public record Durations(
            Optional<Fraction> container,
            Optional<Fraction> longestTrack,
            Optional<Fraction> videoTrack,
            Optional<Fraction> videoMedia,
            Optional<Fraction> videoSamples,
            List<Fraction> otherMovie) {

        /** The usual readings alone. */
        public Durations(
                Optional<Fraction> container,
                Optional<Fraction> longestTrack,
                Optional<Fraction> videoTrack,
                Optional<Fraction> videoMedia) {
            this(container, longestTrack, videoTrack, videoMedia, Optional.empty(), List.of());
        }

        Durations withOtherMovie(List<Fraction> seconds) {
            return new Durations(container, longestTrack, videoTrack, videoMedia, videoSamples, seconds);
        }

        /** Every reading that could be determined. */
        public Stream<Fraction> all() {
            return Stream.concat(
                    Stream.of(container, longestTrack, videoTrack, videoMedia, videoSamples)
                            .flatMap(Optional::stream),
                    otherMovie.stream());
        }
    }

    /**
     * The tracks.
     *
     * @param enabledVideo how many video tracks are enabled; 0 where the reference track is a disabled one
     * @param audio whether there is an audio track
     * @param disabled the sizes of the disabled video tracks beside the reference track
     * @param id of the reference track in its container; empty where the container gives none
     */
    public record Tracks(int enabledVideo, boolean audio, List<PixelSize> disabled, Optional<Long> id) {
        /** Without a disabled video track, and without an id. */
        public Tracks(int enabledVideo, boolean audio) {
            this(enabledVideo, audio, List.of(), Optional.empty());
        }

        public Tracks {
            disabled = List.copyOf(disabled);
            if (enabledVideo < 0) {
                throw new IllegalArgumentException("fewer than 0 tracks");
            }
        }
    }
}
