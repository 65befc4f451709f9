package io.mediapreflight.probe.matroska;

import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.Window;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** One track (RFC 9559 5.1.4.1), with the defaults that hold where an element is left out. */
final class MatroskaTrack {
    private static final int UID = 0x73C5;
    private static final int TYPE = 0x83;
    private static final int FLAG_ENABLED = 0xB9;
    private static final int CODEC = 0x86;
    private static final int VIDEO = 0xE0;
    private static final int ENCODINGS = 0x6D80;
    private static final int ENCODING = 0x6240;
    private static final int ENCODING_TYPE = 0x5033;

    private static final int PIXEL_WIDTH = 0xB0;
    private static final int PIXEL_HEIGHT = 0xBA;
    private static final int CROP_BOTTOM = 0x54AA;
    private static final int CROP_TOP = 0x54BB;
    private static final int CROP_LEFT = 0x54CC;
    private static final int CROP_RIGHT = 0x54DD;
    private static final int DISPLAY_WIDTH = 0x54B0;
    private static final int DISPLAY_HEIGHT = 0x54BA;
    private static final int DISPLAY_UNIT = 0x54B2;
    private static final int ALPHA_MODE = 0x53C0;

    /** The values of the type; a complex track holds both. */
    private static final int TYPE_VIDEO = 1;

    private static final int TYPE_AUDIO = 2;
    private static final int TYPE_COMPLEX = 3;
    private static final int ENCRYPTION = 1;

    private long uid;
    private long type;
    private boolean enabled = true;
    private String codec = "";
    private boolean encrypted;
    private long pixelWidth;
    private long pixelHeight;
    private long cropX;
    private long cropY;
    private long displayWidth;
    private long displayHeight;
    private long displayUnit;
    private boolean alpha;

    private MatroskaTrack() {}

    static MatroskaTrack read(Window window, EbmlElement entry) throws IOException, MalformedException {
        MatroskaTrack track = new MatroskaTrack();
        EbmlElements fields = new EbmlElements(window, entry);
        while (fields.next()) {
            switch (fields.id()) {
                case UID -> track.uid = fields.number();
                case TYPE -> track.type = fields.number();
                case FLAG_ENABLED -> track.enabled = fields.number() != 0;
                case CODEC -> track.codec = fields.text();
                case VIDEO -> track.readVideo(new EbmlElements(window, fields.element()));
                case ENCODINGS -> track.readEncodings(window, fields.element());
                default -> {}
            }
        }
        return track;
    }

    private void readVideo(EbmlElements fields) throws IOException, MalformedException {
        while (fields.next()) {
            switch (fields.id()) {
                case PIXEL_WIDTH -> pixelWidth = fields.number();
                case PIXEL_HEIGHT -> pixelHeight = fields.number();
                case CROP_LEFT, CROP_RIGHT -> cropX = plus(cropX, fields.number());
                case CROP_TOP, CROP_BOTTOM -> cropY = plus(cropY, fields.number());
                case DISPLAY_WIDTH -> displayWidth = fields.number();
                case DISPLAY_HEIGHT -> displayHeight = fields.number();
                case DISPLAY_UNIT -> displayUnit = fields.number();
                case ALPHA_MODE -> alpha = fields.number() != 0;
                default -> {}
            }
        }
    }

    private static long plus(long sum, long more) {
        return more > Long.MAX_VALUE - sum ? Long.MAX_VALUE : sum + more;
    }

    private void readEncodings(Window window, EbmlElement encodings) throws IOException, MalformedException {
        EbmlElements list = new EbmlElements(window, encodings);
        while (list.next()) {
            if (list.id() == ENCODING) {
                EbmlElements fields = new EbmlElements(window, list.element());
                while (fields.next()) {
                    encrypted |= fields.id() == ENCODING_TYPE && fields.number() == ENCRYPTION;
                }
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

    long pixelWidth() {
        return pixelWidth;
    }

    long pixelHeight() {
        return pixelHeight;
    }

    /** What is cut off left and right. */
    long cropX() {
        return cropX;
    }

    long cropY() {
        return cropY;
    }

    /** 0 where it is not given. */
    long displayWidth() {
        return displayWidth;
    }

    long displayHeight() {
        return displayHeight;
    }

    long displayUnit() {
        return displayUnit;
    }

    boolean hasAlpha() {
        return alpha;
    }
}
