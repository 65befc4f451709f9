package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Collects the facts of a video; what is not set is not known. */
public final class VideoFactsBuilder {
    private Optional<String> majorBrand = Optional.empty();
    private VideoFacts.Brand.Standing standing = VideoFacts.Brand.Standing.LISTED;
    private String codec = "";
    private List<PixelSize> coded = List.of();
    private Optional<PixelSize> shown = Optional.empty();
    private Optional<PixelSize> trackHeader = Optional.empty();
    private List<PixelSize> configured = List.of();
    private OptionalInt rotation = OptionalInt.empty();
    private boolean mirrored;
    private Optional<Fraction> container = Optional.empty();
    private Optional<Fraction> longestTrack = Optional.empty();
    private Optional<Fraction> videoTrack = Optional.empty();
    private Optional<Fraction> videoMedia = Optional.empty();
    private Optional<Fraction> videoSamples = Optional.empty();
    private List<Fraction> otherMovie = List.of();
    private int enabledVideo;
    private boolean audio;
    private List<PixelSize> disabled = List.of();
    private Optional<Long> trackId = Optional.empty();
    private boolean fragmented;
    private VideoCoding coding = VideoCoding.UNKNOWN;

    VideoFactsBuilder() {}

    public VideoFactsBuilder brand(VideoFacts.Brand value) {
        return majorBrand(value.major()).standing(value.standing());
    }

    public VideoFactsBuilder majorBrand(Optional<String> value) {
        majorBrand = value;
        return this;
    }

    public VideoFactsBuilder standing(VideoFacts.Brand.Standing value) {
        standing = value;
        return this;
    }

    public VideoFactsBuilder codec(String value) {
        codec = value;
        return this;
    }

    public VideoFactsBuilder coded(List<PixelSize> value) {
        coded = value;
        return this;
    }

    public VideoFactsBuilder shown(Optional<PixelSize> value) {
        shown = value;
        return this;
    }

    public VideoFactsBuilder trackHeader(Optional<PixelSize> value) {
        trackHeader = value;
        return this;
    }

    public VideoFactsBuilder configured(List<PixelSize> value) {
        configured = value;
        return this;
    }

    public VideoFactsBuilder rotation(OptionalInt value) {
        rotation = value;
        return this;
    }

    public VideoFactsBuilder mirrored(boolean value) {
        mirrored = value;
        return this;
    }

    public VideoFactsBuilder durations(VideoFacts.Durations value) {
        return container(value.container())
                .longestTrack(value.longestTrack())
                .videoTrack(value.videoTrack())
                .videoMedia(value.videoMedia())
                .videoSamples(value.videoSamples())
                .otherMovie(value.otherMovie());
    }

    public VideoFactsBuilder container(Optional<Fraction> value) {
        container = value;
        return this;
    }

    public VideoFactsBuilder longestTrack(Optional<Fraction> value) {
        longestTrack = value;
        return this;
    }

    public VideoFactsBuilder videoTrack(Optional<Fraction> value) {
        videoTrack = value;
        return this;
    }

    public VideoFactsBuilder videoMedia(Optional<Fraction> value) {
        videoMedia = value;
        return this;
    }

    public VideoFactsBuilder videoSamples(Optional<Fraction> value) {
        videoSamples = value;
        return this;
    }

    public VideoFactsBuilder otherMovie(List<Fraction> value) {
        otherMovie = value;
        return this;
    }

    public VideoFactsBuilder enabledVideo(int value) {
        enabledVideo = value;
        return this;
    }

    public VideoFactsBuilder audio(boolean value) {
        audio = value;
        return this;
    }

    public VideoFactsBuilder disabled(List<PixelSize> value) {
        disabled = value;
        return this;
    }

    public VideoFactsBuilder trackId(Optional<Long> value) {
        trackId = value;
        return this;
    }

    public VideoFactsBuilder fragmented(boolean value) {
        fragmented = value;
        return this;
    }

    public VideoFactsBuilder coding(VideoCoding value) {
        coding = value;
        return this;
    }

    /** The facts so far. */
    public VideoFacts build() {
        return new VideoFacts(
                new VideoFacts.Brand(majorBrand, standing),
                codec,
                coded,
                shown,
                trackHeader,
                configured,
                rotation,
                mirrored,
                new VideoFacts.Durations(container, longestTrack, videoTrack, videoMedia, videoSamples, otherMovie),
                new VideoFacts.Tracks(enabledVideo, audio, disabled, trackId),
                fragmented,
                coding);
    }
}
