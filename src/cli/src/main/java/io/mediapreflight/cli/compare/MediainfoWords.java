package io.mediapreflight.cli.compare;

import io.mediapreflight.json.Json;
import io.mediapreflight.spec.Format;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What mediainfo's words mean here. */
final class MediainfoWords {
    /** Files of the ISO base media format. */
    private static final Set<String> FAMILY = Set.of("mp4", "mov", "3gp", "m4a");

    private static final String MOV = "mpeg-4 quicktime";

    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(
            Map.entry("mpeg-4", FAMILY),
            Map.entry(MOV, Set.of("mov")),
            Map.entry("quicktime", Set.of("mov", "mp4")), // a segment without a brand, too
            Map.entry("heif", Set.of("heic", "avif")),
            Map.entry("psb", Set.of("psd")),
            Map.entry("matroska", Set.of("mkv")),
            Map.entry("mif1", Set.of("heic", "avif")),
            Map.entry("msf1", Set.of("heic", "avif")),
            Map.entry("heix", Set.of("heic")),
            Map.entry("hevc", Set.of("heic")),
            Map.entry("avis", Set.of("avif")),
            Map.entry("flash video", Set.of("flv")),
            Map.entry("mpeg-ts", Set.of("mpegts")),
            Map.entry("bdav", Set.of("mpegts")),
            Map.entry("mpeg-ps", Set.of("mpeg")),
            Map.entry("mpeg video", Set.of("mpeg")),
            Map.entry("windows media", Set.of("asf")),
            Map.entry("wave", Set.of("wav")),
            Map.entry("mpeg audio", Set.of("mp3")),
            Map.entry("adts", Set.of("aac")),
            Map.entry("bitmap", Set.of("bmp")),
            Map.entry("jpeg 2000", Set.of("jp2")),
            Map.entry("icon", Set.of("ico")));

    /** Of these images it reads the depth where the file says it. */
    private static final Set<String> DEPTHS = Set.of("jpeg", "png");

    /** It prints milliseconds. */
    private static final double MILLISECOND = 0.001;

    private static final double SAME_RATE = 0.001;

    /** Its aspect ratios have three decimals. */
    private static final double RATIO = 0.000_5;

    private MediainfoWords() {}

    static Map<Fact, Said> facts(Json document) {
        Map<Fact, Said> facts = new EnumMap<>(Fact.class);
        List<Json.Obj> tracks = document instanceof Json.Obj root
                ? root.object("media")
                        .map(media -> FfprobeWords.objects(media.array("track")))
                        .orElse(List.of())
                : List.of();
        Optional<Json.Obj> general = first(tracks, "General");
        Optional<String> format = general.flatMap(each -> each.string("Format"));
        if (general.isEmpty() || format.isEmpty()) {
            return facts;
        }
        Optional<Json.Obj> video = first(tracks, "Video");
        Optional<Json.Obj> image = first(tracks, "Image");
        boolean audio = first(tracks, "Audio").isPresent();
        facts.put(Fact.FORMAT, format(format.get(), general.get()));
        kind(image.isPresent(), video.isPresent(), audio).ifPresent(kind -> facts.put(Fact.KIND, Said.word(kind)));
        video.or(() -> image).ifPresent(track -> size(track, facts));
        video.ifPresent(track -> video(general.get(), track, audio, facts));
        image.filter(track -> DEPTHS.contains(format.get().toLowerCase(Locale.ROOT)))
                .ifPresent(track -> put(track, "BitDepth", Fact.BIT_DEPTH, 0, facts));
        return facts;
    }

    private static Optional<Json.Obj> first(List<Json.Obj> tracks, String type) {
        return tracks.stream()
                .filter(track -> track.string("@type").filter(type::equals).isPresent())
                .findFirst();
    }

    private static Said format(String name, Json.Obj general) {
        String profile = general.string("Format_Profile").orElse("");
        String word = profile.equals("QuickTime") ? MOV : name.strip().toLowerCase(Locale.ROOT);
        Set<String> alike = FORMATS.getOrDefault(word, Set.of(word));
        // A brand that it does not know is its format.
        boolean isBrand = general.string("CodecID").filter(name::equals).isPresent();
        if (isBrand && Format.of(word).isEmpty() && !FORMATS.containsKey(word)) {
            alike = FAMILY;
        }
        return Said.anyOf(profile.isEmpty() ? name : name + ", " + profile, alike);
    }

    private static Optional<String> kind(boolean image, boolean video, boolean audio) {
        if (video) {
            return Optional.of("video");
        }
        if (image) {
            return Optional.of("image");
        }
        return audio ? Optional.of("audio") : Optional.empty();
    }

    private static void size(Json.Obj track, Map<Fact, Said> facts) {
        put(track, "Width", Fact.WIDTH, 0, facts);
        put(track, "Height", Fact.HEIGHT, 0, facts);
        OptionalDouble width = number(track, "Width");
        OptionalDouble shape = number(track, "PixelAspectRatio");
        boolean isVideo = track.string("@type").filter("Video"::equals).isPresent();
        if (isVideo && width.isPresent() && shape.isPresent()) {
            double shown = Math.floor(width.getAsDouble() * shape.getAsDouble() + 0.5);
            facts.put(Fact.DISPLAY_WIDTH, Said.number(shown, Math.ceil(width.getAsDouble() * RATIO)));
            put(track, "Height", Fact.DISPLAY_HEIGHT, 0, facts);
        }
    }

    private static void video(Json.Obj general, Json.Obj track, boolean audio, Map<Fact, Said> facts) {
        put(general, "Duration", Fact.DURATION, MILLISECOND, facts);
        put(track, "Rotation", Fact.ROTATION, 0, facts);
        put(track, "FrameRate", Fact.FRAME_RATE, SAME_RATE, facts);
        put(track, "BitDepth", Fact.BIT_DEPTH, 0, facts);
        track.string("CodecID")
                .map(codec -> Codecs.said(codec, track.string("Format").orElse("")))
                .ifPresent(said -> facts.put(Fact.VIDEO_CODEC, said));
        facts.put(Fact.AUDIO, Said.word(String.valueOf(audio)));
    }

    private static void put(Json.Obj track, String name, Fact fact, double tolerance, Map<Fact, Said> facts) {
        track.scalar(name).flatMap(text -> Said.number(text, tolerance)).ifPresent(said -> facts.put(fact, said));
    }

    private static OptionalDouble number(Json.Obj track, String name) {
        Optional<String> text = track.scalar(name);
        return text.isPresent() ? Said.parsed(text.get()) : OptionalDouble.empty();
    }
}
