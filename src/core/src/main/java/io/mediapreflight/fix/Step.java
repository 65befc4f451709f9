package io.mediapreflight.fix;

import io.mediapreflight.probe.Transfer;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.text.Phrase;
import java.util.Locale;
import java.util.Optional;

/** One thing that a plan changes, with its numbers. Steps are carried out in the order in which a plan lists them. */
public sealed interface Step {
    /** What is done, in a few words without a full stop: {@code trim to 9.8 s}. */
    Phrase phrase();

    /**
     * Gives the file a name that fits its content; its bytes stay as they are.
     *
     * @param extension without the dot
     */
    record Rename(String extension) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.rename").with("extension", extension);
        }
    }

    /**
     * Keeps the video track that was judged, and the first audio track where there is one.
     *
     * @param trackId of the video track in its container; empty where the first one is meant
     */
    record KeepTracks(Optional<Long> trackId) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.keep-tracks");
        }
    }

    /** Keeps of an animation its first frame. */
    record FirstFrame() implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.first-frame");
        }
    }

    /** Ends it after so many seconds. */
    record Trim(Fraction seconds) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.trim").with("seconds", seconds.toDecimal());
        }
    }

    /** Copies the video without encoding it again. */
    record CopyVideo(String codec) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.copy-video");
        }
    }

    /** Copies the audio without encoding it again. */
    record CopyAudio() implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.copy-audio");
        }
    }

    /**
     * Encodes the video as H.264 with 8 bits in 4:2:0, and with no more than so many bits a second.
     *
     * @param variableFrameRate whether each frame keeps its time; else FFmpeg may repeat and drop frames to space them equally
     */
    record EncodeVideo(long maxBitsPerSecond, boolean variableFrameRate) implements Step {
        private static final long KILO = 1000;

        @Override
        public Phrase phrase() {
            return Phrase.of("step.encode-video").with("kilobits", maxBitsPerSecond / KILO);
        }
    }

    /** Encodes the audio as AAC. */
    record EncodeAudio(long bitsPerSecond, boolean mixedDown) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of(mixedDown ? "step.encode-audio-stereo" : "step.encode-audio");
        }
    }

    /**
     * Leaves out where, when, with what and by whom it was made. What says how it is to be shown, such as its colours, stays, and coded
     * frames that are copied stay as they are.
     */
    record StripMetadata() implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.strip-metadata");
        }
    }

    /** Encodes the image as JPEG. */
    record EncodeJpeg(int quantizer) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.encode-jpeg");
        }
    }

    /** Encodes the image as PNG with 8 bits a sample. */
    record EncodePng(boolean alpha) implements Step {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.encode-png");
        }
    }

    /** A step that changes frames, by a filter of FFmpeg. */
    sealed interface OnFrames extends Step {
        /** As FFmpeg's option {@code -vf} takes it. */
        String filter();
    }

    /**
     * Turns what is stored as it is to be shown. FFmpeg's program turns videos by itself, so that this is a step of images alone.
     *
     * @param rotation clockwise degrees 0, 90, 180 or 270
     * @param mirrored whether left and right are exchanged after the rotation
     */
    record TurnUpright(int rotation, boolean mirrored) implements OnFrames {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.turn-upright");
        }

        @Override
        public String filter() {
            String turned =
                    switch (rotation) {
                        case 90 -> "transpose=clock,";
                        case 180 -> "hflip,vflip,";
                        case 270 -> "transpose=cclock,";
                        default -> "";
                    };
            // Without the side data no encoder writes the orientation into the copy, which would be turned twice.
            return turned + (mirrored ? "hflip," : "") + "sidedata=mode=delete:type=DISPLAYMATRIX";
        }
    }

    /**
     * Takes all of an image. FFmpeg may take a tile or a thumbnail for it; this filter fails then.
     *
     * @param tiled whether it is stored in tiles, of which FFmpeg makes one image since 8.1
     */
    record WholeImage(long width, long height, boolean tiled) implements OnFrames {
        @Override
        public Phrase phrase() {
            return sized("step.whole-image", width, height);
        }

        @Override
        public String filter() {
            return "crop=" + width + ":" + height;
        }
    }

    /** Makes whole frames of two fields each. */
    record Deinterlace() implements OnFrames {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.deinterlace");
        }

        @Override
        public String filter() {
            return "bwdif=mode=send_frame:deint=interlaced";
        }
    }

    /**
     * Maps the brightness and colours of HDR to those of SDR. Files say of HDR what they like or nothing at all, so that the filter
     * is given the primaries and the matrix that both transfers are used with.
     */
    record ToneMap(Transfer transfer) implements OnFrames {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.tone-map").with("transfer", transfer.id().toUpperCase(Locale.ROOT));
        }

        @Override
        public String filter() {
            String curve = transfer == Transfer.HLG ? "arib-std-b67" : "smpte2084";
            return "zscale=tin=" + curve + ":pin=bt2020:min=bt2020nc:rin=limited:t=linear:npl=100,format=gbrpf32le,"
                    + "zscale=p=bt709,tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=limited";
        }
    }

    /** Puts what is transparent onto white, where the format of the copy has no transparency. */
    record Flatten() implements OnFrames {
        @Override
        public Phrase phrase() {
            return Phrase.of("step.flatten");
        }

        @Override
        public String filter() {
            return "format=rgba,split[front][copy];[copy]lutrgb=r=255:g=255:b=255:a=255[white];"
                    + "[white][front]overlay=format=rgb";
        }
    }

    /** Cuts off what is outside of a rectangle in the middle. It fails where the frame is smaller. */
    record Crop(long width, long height) implements OnFrames {
        @Override
        public Phrase phrase() {
            return sized("step.crop", width, height);
        }

        @Override
        public String filter() {
            return "crop=" + width + ":" + height;
        }
    }

    /**
     * Cuts off what a clean aperture hides. Some versions of FFmpeg do so by themselves; then nothing is left to cut off.
     */
    record CropToAperture(long width, long height) implements OnFrames {
        @Override
        public Phrase phrase() {
            return sized("step.crop-aperture", width, height);
        }

        @Override
        public String filter() {
            return "crop=min(iw\\," + width + "):min(ih\\," + height + ")";
        }
    }

    /**
     * Scales to square pixels.
     *
     * @param up whether it gets larger, which adds pixels and no detail
     */
    record Scale(long width, long height, boolean up) implements OnFrames {
        @Override
        public Phrase phrase() {
            return sized(up ? "step.scale-up" : "step.scale", width, height);
        }

        @Override
        public String filter() {
            return "scale=" + width + ":" + height + ",setsar=1";
        }
    }

    /** Puts the frame into the middle of a larger one. */
    record Pad(long width, long height, Colour colour) implements OnFrames {
        /** What the margin is filled with. */
        public enum Colour {
            WHITE("white"),
            BLACK("black"),
            TRANSPARENT("white@0");

            private final String name;

            Colour(String name) {
                this.name = name;
            }
        }

        @Override
        public Phrase phrase() {
            return sized("step.pad-" + colour.name().toLowerCase(Locale.ROOT), width, height);
        }

        @Override
        public String filter() {
            return "pad=" + width + ":" + height + ":(ow-iw)/2:(oh-ih)/2:color=" + colour.name;
        }
    }

    /** Sides are written without separators, as every program writes them. */
    private static Phrase sized(String key, long width, long height) {
        return Phrase.of(key).with("width", Long.toString(width)).with("height", Long.toString(height));
    }
}
