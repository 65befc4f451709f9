package io.mediapreflight.probe;

import io.mediapreflight.spec.Fraction;
import java.util.Optional;

/**
 * How a video is coded. None of it decides a rule; what the headers do not say is empty.
 *
 * @param codecString as RFC 6381 has it, such as {@code avc1.64001f}
 * @param frameRate frames per second on average
 * @param variableFrameRate whether frames last differently long, by more than a tick of the clock
 * @param frameCount how many frames there are
 * @param bitDepth bits per sample of luma
 * @param chromaSubsampling such as {@code 4:2:0}; {@code 4:0:0} without colour
 * @param transfer how brightness is coded
 * @param sampleAspectRatio width to height of a pixel
 * @param interlaced whether frames may be two fields
 * @param alpha whether pixels can be transparent
 * @param audioCodec four characters, such as {@code mp4a}, of the first audio track
 * @param audioChannels of the first audio track
 */
public record VideoCoding(
        Optional<String> codecString,
        Optional<Fraction> frameRate,
        Optional<Boolean> variableFrameRate,
        Optional<Long> frameCount,
        Optional<Integer> bitDepth,
        Optional<String> chromaSubsampling,
        Optional<Transfer> transfer,
        Optional<Fraction> sampleAspectRatio,
        Optional<Boolean> interlaced,
        Optional<Boolean> alpha,
        Optional<String> audioCodec,
        Optional<Integer> audioChannels) {
    /** Without any fact. */
    public static final VideoCoding UNKNOWN = builder().build();

    public VideoCoding {
        if (frameCount.orElse(0L) < 0 || bitDepth.orElse(0) < 0 || audioChannels.orElse(0) < 0) {
            throw new IllegalArgumentException("fewer than 0 frames, bits or channels");
        }
    }

    /** An empty builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from these facts. */
    public Builder toBuilder() {
        return new Builder()
                .codecString(codecString)
                .frameRate(frameRate)
                .variableFrameRate(variableFrameRate)
                .frameCount(frameCount)
                .bitDepth(bitDepth)
                .chromaSubsampling(chromaSubsampling)
                .transfer(transfer)
                .sampleAspectRatio(sampleAspectRatio)
                .interlaced(interlaced)
                .alpha(alpha)
                .audioCodec(audioCodec)
                .audioChannels(audioChannels);
    }

    /** Collects the facts of the coding; what is not set is not known. */
    public static final class Builder {
        private Optional<String> codecString = Optional.empty();
        private Optional<Fraction> frameRate = Optional.empty();
        private Optional<Boolean> variableFrameRate = Optional.empty();
        private Optional<Long> frameCount = Optional.empty();
        private Optional<Integer> bitDepth = Optional.empty();
        private Optional<String> chromaSubsampling = Optional.empty();
        private Optional<Transfer> transfer = Optional.empty();
        private Optional<Fraction> sampleAspectRatio = Optional.empty();
        private Optional<Boolean> interlaced = Optional.empty();
        private Optional<Boolean> alpha = Optional.empty();
        private Optional<String> audioCodec = Optional.empty();
        private Optional<Integer> audioChannels = Optional.empty();

        private Builder() {}

        public Builder codecString(Optional<String> value) {
            codecString = value;
            return this;
        }

        public Builder frameRate(Optional<Fraction> value) {
            frameRate = value;
            return this;
        }

        public Builder variableFrameRate(Optional<Boolean> value) {
            variableFrameRate = value;
            return this;
        }

        public Builder frameCount(Optional<Long> value) {
            frameCount = value;
            return this;
        }

        public Builder bitDepth(Optional<Integer> value) {
            bitDepth = value;
            return this;
        }

        public Builder chromaSubsampling(Optional<String> value) {
            chromaSubsampling = value;
            return this;
        }

        public Builder transfer(Optional<Transfer> value) {
            transfer = value;
            return this;
        }

        public Builder sampleAspectRatio(Optional<Fraction> value) {
            sampleAspectRatio = value;
            return this;
        }

        public Builder interlaced(Optional<Boolean> value) {
            interlaced = value;
            return this;
        }

        public Builder alpha(Optional<Boolean> value) {
            alpha = value;
            return this;
        }

        public Builder audioCodec(Optional<String> value) {
            audioCodec = value;
            return this;
        }

        public Builder audioChannels(Optional<Integer> value) {
            audioChannels = value;
            return this;
        }

        /** The facts so far. */
        public VideoCoding build() {
            return new VideoCoding(
                    codecString,
                    frameRate,
                    variableFrameRate,
                    frameCount,
                    bitDepth,
                    chromaSubsampling,
                    transfer,
                    sampleAspectRatio,
                    interlaced,
                    alpha,
                    audioCodec,
                    audioChannels);
        }
    }
}
