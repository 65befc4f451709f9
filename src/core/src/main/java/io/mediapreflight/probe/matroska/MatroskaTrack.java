package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.video.CodecConfiguration;
import io.mediapreflight.spec.Fraction;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One track (RFC 9559 5.1.4.1), with the defaults that hold where an element is left out. */
final class MatroskaTrack {
    private static final int UID = 0x73C5;
    private static final int TYPE = 0x83;
    private static final int FLAG_ENABLED = 0xB9;
    private static final int DEFAULT_DURATION = 0x23E383;
    private static final int CODEC = 0x86;
    private static final int CODEC_PRIVATE = 0x63A2;
    private static final int VIDEO = 0xE0;
    private static final int AUDIO = 0xE1;
    private static final int CHANNELS = 0x9F;
    private static final int ENCODINGS = 0x6D80;
    private static final int ENCODING = 0x6240;
    private static final int ENCODING_SCOPE = 0x5032;
    private static final int ENCODING_TYPE = 0x5033;

    /** The values of the type; a complex track holds both. */
    private static final int TYPE_VIDEO = 1;

    private static final int TYPE_AUDIO = 2;
    private static final int TYPE_COMPLEX = 3;

    private static final int ENCRYPTION = 1;
    private static final int SCOPE_FRAMES = 1;
    private static final int SCOPE_CODEC_PRIVATE = 2;

    private long uid;
    private long type;
    private boolean enabled = true;
    private String codec = "";
    private byte[] codecPrivate = {};
    private boolean isPrivateEncoded;
    private boolean encrypted;
    private long frameNanoseconds;
    private long channels = 1;
    private MatroskaVideo video = new MatroskaVideo();

    private MatroskaTrack() {}

    static MatroskaTrack read(Window window, EbmlElement entry) throws IOException, MalformedException {
        MatroskaTrack track = new MatroskaTrack();
        EbmlElements fields = new EbmlElements(window, entry);
        while (fields.next()) {
            switch (fields.id()) {
                case UID -> track.uid = fields.number();
                case TYPE -> track.type = fields.number();
                case FLAG_ENABLED -> track.enabled = fields.number() != 0;
                case DEFAULT_DURATION -> track.frameNanoseconds = fields.number();
                case CODEC -> track.codec = fields.text();
                case CODEC_PRIVATE -> track.codecPrivate = fields.bytes(CodecConfiguration.MAX_BYTES);
                case VIDEO -> track.video = MatroskaVideo.read(window, fields.element());
                case AUDIO -> track.readAudio(new EbmlElements(window, fields.element()));
                case ENCODINGS -> track.readEncodings(window, fields.element());
                default -> {}
            }
        }
        return track;
    }

    private void readAudio(EbmlElements fields) throws IOException, MalformedException {
        while (fields.next()) {
            if (fields.id() == CHANNELS) {
                channels = fields.number();
            }
        }
    }

    private void readEncodings(Window window, EbmlElement encodings) throws IOException, MalformedException {
        EbmlElements list = new EbmlElements(window, encodings);
        while (list.next()) {
            if (list.id() == ENCODING) {
                long scope = SCOPE_FRAMES;
                EbmlElements fields = new EbmlElements(window, list.element());
                while (fields.next()) {
                    encrypted |= fields.id() == ENCODING_TYPE && fields.number() == ENCRYPTION;
                    scope = fields.id() == ENCODING_SCOPE ? fields.number() : scope;
                }
                isPrivateEncoded |= (scope & SCOPE_CODEC_PRIVATE) != 0;
            }
        }
    }

    /** The track that is judged: the first enabled video track, else the first one at all. */
    static Optional<MatroskaTrack> reference(List<MatroskaTrack> tracks) {
        return tracks.stream()
                .filter(track -> track.isVideo() && track.enabled)
                .findFirst()
                .or(() -> tracks.stream().filter(MatroskaTrack::isVideo).findFirst());
    }

    boolean isVideo() {
        return type == TYPE_VIDEO || type == TYPE_COMPLEX;
    }

    boolean isAudio() {
        return type == TYPE_AUDIO || type == TYPE_COMPLEX;
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean isEncrypted() {
        return encrypted;
    }

    long uid() {
        return uid;
    }

    /** The name of the codec, such as {@code V_VP9}. */
    String codec() {
        return codec;
    }

    /** The beginning of what the codec has to know of the track; empty where that is itself compressed or encrypted. */
    byte[] codecPrivate() {
        return isPrivateEncoded ? new byte[0] : codecPrivate.clone();
    }

    /** Frames per second by the duration that all frames have; empty where that is not given. */
    Optional<Fraction> frameRate() {
        return frameNanoseconds < 1 || frameNanoseconds == Long.MAX_VALUE
                ? Optional.empty()
                : Optional.of(new Fraction(MatroskaSegment.NANOSECONDS, frameNanoseconds));
    }

    /** Empty where it makes no sense. */
    Optional<Integer> channels() {
        return channels < 1 || channels > Short.MAX_VALUE ? Optional.empty() : Optional.of((int) channels);
    }

    MatroskaVideo video() {
        return video;
    }
}
