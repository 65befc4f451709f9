package io.mediapreflight.spec;

import io.mediapreflight.text.Messages;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A file format, recognised by content. The ids are public: reports carry them. */
public enum Format {
    JPEG("jpeg", "JPEG", Kind.IMAGE, "jpg", "jpeg", "jpe", "jfif"),
    PNG("png", "PNG", Kind.IMAGE, "png", "apng"),
    GIF("gif", "GIF", Kind.IMAGE, "gif"),
    WEBP("webp", "WebP", Kind.IMAGE, "webp"),
    HEIC("heic", "HEIC", Kind.IMAGE, "heic", "heif", "hif"),
    AVIF("avif", "AVIF", Kind.IMAGE, "avif"),
    BMP("bmp", "BMP", Kind.IMAGE, "bmp", "dib"),
    TIFF("tiff", "TIFF", Kind.IMAGE, "tif", "tiff"),
    JXL("jxl", "JPEG XL", Kind.IMAGE, "jxl"),
    JP2("jp2", "JPEG 2000", Kind.IMAGE, "jp2", "jpf", "jpx", "j2k"),
    SVG("svg", "SVG", Kind.IMAGE, "svg", "svgz"),
    PSD("psd", "Photoshop", Kind.IMAGE, "psd", "psb"),
    ICO("ico", "Windows icon", Kind.IMAGE, "ico", "cur"),
    MP4("mp4", "MP4", Kind.VIDEO, "mp4", "m4v", "f4v"),
    MOV("mov", "QuickTime (MOV)", Kind.VIDEO, "mov", "qt"),
    THREE_GP("3gp", "3GP", Kind.VIDEO, "3gp", "3g2"),
    MKV("mkv", "Matroska", Kind.VIDEO, "mkv"),
    WEBM("webm", "WebM", Kind.VIDEO, "webm"),
    AVI("avi", "AVI", Kind.VIDEO, "avi"),
    FLV("flv", "Flash video", Kind.VIDEO, "flv"),
    MPEGTS("mpegts", "MPEG transport stream", Kind.VIDEO, "mts", "m2ts"),
    MPEG("mpeg", "MPEG program or video stream", Kind.VIDEO, "mpg", "mpeg", "vob"),
    OGG("ogg", "Ogg", Kind.VIDEO, "ogv"),
    ASF("asf", "Windows Media (ASF)", Kind.VIDEO, "wmv", "asf"),
    MXF("mxf", "MXF", Kind.VIDEO, "mxf"),
    M4A("m4a", "MPEG-4 audio", Kind.AUDIO, "m4a", "m4b", "m4p"),
    WAV("wav", "WAV", Kind.AUDIO, "wav"),
    MP3("mp3", "MP3", Kind.AUDIO, "mp3"),
    FLAC("flac", "FLAC", Kind.AUDIO, "flac"),
    AAC("aac", "AAC", Kind.AUDIO, "aac"),
    AIFF("aiff", "AIFF", Kind.AUDIO, "aiff", "aif"),
    AMR("amr", "AMR", Kind.AUDIO, "amr"),
    MIDI("midi", "MIDI", Kind.AUDIO, "mid", "midi"),
    PDF("pdf", "PDF", Kind.OTHER),
    HTML("html", Format.DESCRIBED, Kind.OTHER),
    XML("xml", "XML", Kind.OTHER),
    JSON("json", "JSON", Kind.OTHER),
    ZIP("zip", Format.DESCRIBED, Kind.OTHER),
    GZIP("gzip", Format.DESCRIBED, Kind.OTHER),
    TAR("tar", Format.DESCRIBED, Kind.OTHER),
    BZIP2("bzip2", Format.DESCRIBED, Kind.OTHER),
    XZ("xz", Format.DESCRIBED, Kind.OTHER),
    ZSTD("zstd", Format.DESCRIBED, Kind.OTHER),
    SEVEN_ZIP("7z", Format.DESCRIBED, Kind.OTHER),
    RAR("rar", Format.DESCRIBED, Kind.OTHER),
    TEXT("text", Format.DESCRIBED, Kind.OTHER);

    /** In place of a name: people know it by a description, which is a text of a language. */
    private static final String DESCRIBED = "";

    private static final Map<String, Format> BY_EXTENSION = byExtension();

    private final String id;
    private final String label;
    private final Kind kind;
    private final List<String> extensions;

    Format(String id, String label, Kind kind, String... extensions) {
        this.id = id;
        this.label = label;
        this.kind = kind;
        this.extensions = List.of(extensions);
    }

    /** The format of that machine-readable name. */
    public static Optional<Format> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** The machine-readable name, such as {@code jpeg}. */
    public String id() {
        return id;
    }

    /** The name for people, such as {@code JPEG 2000}. */
    public String label() {
        return label.isEmpty() ? Messages.current().text("format." + id) : label;
    }

    /** What such a file usually is. One file of a container format may be another: an MP4 without a video is audio. */
    public Kind kind() {
        return kind;
    }

    /** Whether a probe reads the header of such files: without it neither their size nor their duration is known. */
    public boolean hasProbe() {
        return switch (this) {
            case JPEG, PNG, GIF, WEBP, HEIC, AVIF, MP4, MOV, THREE_GP, MKV, WEBM -> true;
            default -> false;
        };
    }

    /** Whether no probe reads the header of such files, and a decoder opens them all the same. */
    public boolean isDecodedOnly() {
        return switch (this) {
            case BMP, TIFF, JP2, PSD, AVI, FLV, MPEGTS, MPEG, OGG, ASF, MXF -> true;
            default -> false;
        };
    }

    /** Whether such files hold others, which nothing here looks into. */
    public boolean isArchive() {
        return switch (this) {
            case ZIP, GZIP, TAR, BZIP2, XZ, ZSTD, SEVEN_ZIP, RAR -> true;
            default -> false;
        };
    }

    /** The usual file name extensions, lower case, without the dot. */
    public List<String> extensions() {
        return extensions;
    }

    /**
     * The format that a file name's extension stands for.
     *
     * @return empty where there is no extension, or one of no media format, or one that can mean video or audio
     */
    public static Optional<Format> promisedBy(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(
                        BY_EXTENSION.get(fileName.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Format> byExtension() {
        Map<String, Format> map = new HashMap<>();
        for (Format format : values()) {
            for (String extension : format.extensions) {
                map.put(extension, format);
            }
        }
        return Map.copyOf(map);
    }
}
