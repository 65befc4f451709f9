package io.mediapreflight.cli.compare;

import io.mediapreflight.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What exiftool's words mean here. */
final class ExiftoolWords {
    /** All that is asked. */
    static final List<String> TAGS = List.of(
            "FileType",
            "MIMEType",
            "ImageWidth",
            "ImageHeight",
            "SourceImageWidth",
            "SourceImageHeight",
            "Rotation",
            "Orientation",
            "Duration",
            "VideoFrameRate",
            "CompressorID",
            "BitDepth",
            "BitsPerSample");

    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(
            Map.entry("APNG", Set.of("png")),
            Map.entry("EXTENDED WEBP", Set.of("webp")),
            Map.entry("HEIF", Set.of("heic", "avif")),
            Map.entry("HEICS", Set.of("heic")),
            Map.entry("M4V", Set.of("mp4")),
            Map.entry("F4V", Set.of("mp4")),
            Map.entry("M4A", Set.of("m4a", "mp4")), // an MP4 without a video track, too
            Map.entry("M4B", Set.of("m4a")),
            Map.entry("M4P", Set.of("m4a")),
            Map.entry("HEIFS", Set.of("heic")),
            Map.entry("3G2", Set.of("3gp")),
            Map.entry("QT", Set.of("mov")),
            Map.entry("MKA", Set.of("mkv", "webm")),
            Map.entry("BTF", Set.of("tiff")),
            Map.entry("PSB", Set.of("psd")),
            Map.entry("JXL CODESTREAM", Set.of("jxl")),
            Map.entry("M2TS", Set.of("mpegts")),
            Map.entry("OGV", Set.of("ogg")),
            Map.entry("WMV", Set.of("asf")),
            Map.entry("WMA", Set.of("asf")));

    /** Of these its orientation is that of Exif, by which programs show them; of others the container's counts. */
    private static final Set<String> TURNED_BY_EXIF = Set.of("JPEG", "PNG", "APNG", "WEBP", "EXTENDED WEBP");

    /** Their media types name the program that they belong to. */
    private static final Set<String> IMAGES_BY_TYPE = Set.of("PSD", "PSB");

    private static final double SECONDS = 0.000_5;
    private static final double SAME_RATE = 0.001;

    private ExiftoolWords() {}

    static Map<Fact, Said> facts(Json document) {
        Map<Fact, Said> facts = new EnumMap<>(Fact.class);
        Optional<Json.Obj> first = document instanceof Json.Arr files
                ? FfprobeWords.objects(files.elements()).stream().findFirst()
                : Optional.empty();
        if (first.isEmpty() || first.get().string("FileType").isEmpty()) {
            return facts;
        }
        Json.Obj file = first.get();
        String type = file.string("FileType").orElse("").toUpperCase(Locale.ROOT);
        String kind = IMAGES_BY_TYPE.contains(type)
                ? "image"
                : kind(file.string("MIMEType").orElse(""));
        boolean hasSize = file.scalar("ImageWidth").isPresent();
        if (hasSize || !kind.equals("video")) { // it calls every MP4 with a brand that it does not know a video
            facts.put(Fact.KIND, Said.word(kind));
        }
        facts.put(Fact.FORMAT, Said.anyOf(type, FORMATS.getOrDefault(type, Set.of(type.toLowerCase(Locale.ROOT)))));
        size(file, facts);
        if (kind.equals("video") && hasSize) {
            video(file, facts);
        } else if (kind.equals("image")) {
            image(type, file, facts);
        }
        return facts;
    }

    private static String kind(String type) {
        String first = type.substring(0, Math.max(0, type.indexOf('/')));
        return Set.of("image", "video", "audio").contains(first) ? first : "other";
    }

    /** The sample description's where it is reported: the other is the track header's, which is made for display. */
    private static void size(Json.Obj file, Map<Fact, Said> facts) {
        file.scalar("SourceImageWidth")
                .or(() -> file.scalar("ImageWidth"))
                .flatMap(text -> Said.number(text, 0))
                .ifPresent(said -> facts.put(Fact.WIDTH, said));
        file.scalar("SourceImageHeight")
                .or(() -> file.scalar("ImageHeight"))
                .flatMap(text -> Said.number(text, 0))
                .ifPresent(said -> facts.put(Fact.HEIGHT, said));
    }

    private static void video(Json.Obj file, Map<Fact, Said> facts) {
        duration(file).ifPresent(said -> facts.put(Fact.DURATION, said));
        put(file, "Rotation", Fact.ROTATION, 0, facts);
        put(file, "VideoFrameRate", Fact.FRAME_RATE, SAME_RATE, facts);
        file.string("CompressorID")
                .filter(codec -> !codec.isBlank())
                .ifPresent(codec -> facts.put(Fact.VIDEO_CODEC, Codecs.said(codec)));
    }

    private static void image(String type, Json.Obj file, Map<Fact, Said> facts) {
        duration(file).ifPresent(said -> facts.put(Fact.DURATION, said));
        if (TURNED_BY_EXIF.contains(type)) {
            put(file, "Orientation", Fact.EXIF_ORIENTATION, 0, facts);
            if (Reasons.isZero(facts.get(Fact.EXIF_ORIENTATION))) {
                facts.remove(Fact.EXIF_ORIENTATION); // 0 stands for no orientation
            }
        }
        if (type.equals("PNG") || type.equals("APNG")) {
            put(file, "BitDepth", Fact.BIT_DEPTH, 0, facts);
        } else if (type.equals("JPEG")) {
            put(file, "BitsPerSample", Fact.BIT_DEPTH, 0, facts);
        }
    }

    private static void put(Json.Obj file, String tag, Fact fact, double tolerance, Map<Fact, Said> facts) {
        file.scalar(tag).flatMap(text -> Said.number(text, tolerance)).ifPresent(said -> facts.put(fact, said));
    }

    /** In seconds; of Matroska as hours, minutes and seconds between colons. */
    private static Optional<Said> duration(Json.Obj file) {
        String text = file.scalar("Duration").orElse("");
        String[] parts = text.split(":", 4);
        if (parts.length != 3) {
            return Said.number(text, SECONDS);
        }
        OptionalDouble hours = Said.parsed(parts[0]);
        OptionalDouble minutes = Said.parsed(parts[1]);
        OptionalDouble seconds = Said.parsed(parts[2]);
        return hours.isPresent() && minutes.isPresent() && seconds.isPresent()
                ? Optional.of(Said.number(
                        3600 * hours.getAsDouble() + 60 * minutes.getAsDouble() + seconds.getAsDouble(), SECONDS))
                : Optional.empty();
    }
}
