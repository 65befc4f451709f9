package io.mediapreflight.cli.compare;

import io.mediapreflight.json.Json;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What ffprobe's words mean here. */
final class FfprobeWords {
    /** All that is asked: a list of packets or frames would have no bound. */
    static final String ENTRIES = "format=format_name,duration:format_tags=major_brand"
            + ":stream=codec_type,codec_name,codec_tag_string,width,height,sample_aspect_ratio,avg_frame_rate,pix_fmt"
            + ":stream_disposition=attached_pic,timed_thumbnails:stream_side_data=rotation:stream_tags=rotate";

    private static final String MOV = "mov,mp4,m4a,3gp,3g2,mj2";

    /** The demuxers of files. Playlists, which name other files, are not among them. */
    static final String DEMUXERS = MOV
            + ",matroska,webm,avi,flv,mpegts,mpeg,mpegvideo,ogg,asf,mxf,wav,mp3,flac,aac,aiff,amr,gif,apng,ico,image2"
            + ",jpeg_pipe,png_pipe,webp_pipe,bmp_pipe,tiff_pipe,j2k_pipe,psd_pipe,svg_pipe,jpegxl_pipe,mjpeg,h264,hevc";

    private static final Map<String, Set<String>> FORMATS = Map.ofEntries(
            Map.entry(MOV, Set.of("mp4", "mov", "3gp", "m4a", "heic", "avif")),
            Map.entry("matroska,webm", Set.of("mkv", "webm")),
            Map.entry("apng", Set.of("png")),
            Map.entry("j2k_pipe", Set.of("jp2")),
            Map.entry("jpegxl_pipe", Set.of("jxl")),
            Map.entry("mpegvideo", Set.of("mpeg")));

    /** Of the demuxer of single images, which takes any codec. */
    private static final Map<String, String> IMAGE_CODECS =
            Map.of("mjpeg", "jpeg", "jpeg2000", "jp2", "jpegls", "jpeg", "jpegxl", "jxl", "apng", "png");

    private static final Set<String> ANIMATIONS = Set.of("gif", "apng");
    private static final Set<String> IMAGE_BRANDS = Set.of("heic", "heix", "mif1", "msf1", "avif", "avis", "hevc");
    private static final int FULL_TURN = 360;

    /** It prints microseconds. */
    private static final double MICROSECOND = 0.000_001;

    /** An average of whole ticks. */
    private static final double SAME_RATE = 0.001;

    private FfprobeWords() {}

    static Map<Fact, Said> facts(Json document) {
        Map<Fact, Said> facts = new EnumMap<>(Fact.class);
        if (!(document instanceof Json.Obj root)) {
            return facts;
        }
        Optional<Json.Obj> format = root.object("format");
        String name = format.flatMap(each -> each.string("format_name")).orElse("");
        List<Json.Obj> streams = objects(root.array("streams"));
        if (name.isEmpty() || streams.isEmpty()) {
            return facts;
        }
        Optional<Json.Obj> video =
                streams.stream().filter(FfprobeWords::isVideo).findFirst();
        boolean image = isImage(name, format.flatMap(each -> each.object("tags")));
        boolean audio = streams.stream().anyMatch(stream -> isOf(stream, "audio"));
        kind(image, video.isPresent(), audio).ifPresent(kind -> facts.put(Fact.KIND, Said.word(kind)));
        facts.put(Fact.FORMAT, format(name, video));
        video.ifPresent(stream -> size(stream, facts));
        if (video.isPresent() && !image) {
            shown(video.get(), facts);
            video(video.get(), facts);
            facts.put(Fact.AUDIO, Said.word(String.valueOf(audio)));
        }
        if (video.isPresent() && (!image || ANIMATIONS.contains(name))) {
            format.flatMap(each -> each.scalar("duration"))
                    .flatMap(text -> Said.number(text, MICROSECOND))
                    .ifPresent(said -> facts.put(Fact.DURATION, said));
        }
        return facts;
    }

    static List<Json.Obj> objects(List<Json> elements) {
        return elements.stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .toList();
    }

    private static boolean isOf(Json.Obj stream, String type) {
        return stream.string("codec_type").filter(type::equals).isPresent();
    }

    /** A cover is no video, nor is a row of thumbnails. */
    private static boolean isVideo(Json.Obj stream) {
        Optional<Json.Obj> disposition = stream.object("disposition");
        return isOf(stream, "video")
                && List.of("attached_pic", "timed_thumbnails").stream()
                        .noneMatch(name -> disposition
                                .flatMap(each -> each.scalar(name))
                                .filter("1"::equals)
                                .isPresent());
    }

    private static boolean isImage(String name, Optional<Json.Obj> tags) {
        boolean brand = tags.flatMap(each -> each.string("major_brand"))
                .filter(IMAGE_BRANDS::contains)
                .isPresent();
        return name.endsWith("_pipe")
                || name.equals("image2")
                || name.equals("ico")
                || ANIMATIONS.contains(name)
                || (name.equals(MOV) && brand);
    }

    private static Optional<String> kind(boolean image, boolean video, boolean audio) {
        if (image) {
            return Optional.of("image");
        }
        if (video) {
            return Optional.of("video");
        }
        return audio ? Optional.of("audio") : Optional.empty();
    }

    private static Said format(String name, Optional<Json.Obj> video) {
        String single = name;
        if (name.equals("image2") && video.isPresent()) {
            String codec = video.get().string("codec_name").orElse(name);
            single = IMAGE_CODECS.getOrDefault(codec, codec);
        } else if (name.endsWith("_pipe") && !FORMATS.containsKey(name)) {
            single = name.substring(0, name.length() - "_pipe".length());
        }
        return Said.anyOf(name.equals("image2") ? single : name, FORMATS.getOrDefault(name, Set.of(single)));
    }

    private static void size(Json.Obj stream, Map<Fact, Said> facts) {
        OptionalDouble width = number(stream, "width");
        OptionalDouble height = number(stream, "height");
        if (width.isEmpty() || height.isEmpty()) {
            return;
        }
        facts.put(Fact.WIDTH, Said.number(width.getAsDouble(), 0));
        facts.put(Fact.HEIGHT, Said.number(height.getAsDouble(), 0));
    }

    /** Of videos alone: what an image says of the shape of its pixels is for printers. */
    private static void shown(Json.Obj stream, Map<Fact, Said> facts) {
        OptionalDouble width = number(stream, "width");
        OptionalDouble height = number(stream, "height");
        if (width.isEmpty() || height.isEmpty()) {
            return;
        }
        String ratio = stream.string("sample_aspect_ratio").orElse("").replace(':', '/');
        double shape = Said.parsed(ratio).orElse(0);
        double shown = shape > 0 ? Math.floor(width.getAsDouble() * shape + 0.5) : width.getAsDouble();
        facts.put(Fact.DISPLAY_WIDTH, Said.number(shown, 0));
        facts.put(Fact.DISPLAY_HEIGHT, Said.number(height.getAsDouble(), 0));
    }

    private static void video(Json.Obj stream, Map<Fact, Said> facts) {
        facts.put(Fact.ROTATION, Said.number(rotation(stream), 0));
        stream.string("avg_frame_rate")
                .flatMap(text -> Said.number(text, SAME_RATE))
                .ifPresent(said -> facts.put(Fact.FRAME_RATE, said));
        stream.string("codec_name")
                .map(codec ->
                        Codecs.said(codec, stream.string("codec_tag_string").orElse("")))
                .ifPresent(said -> facts.put(Fact.VIDEO_CODEC, said));
        stream.string("pix_fmt")
                .flatMap(FfprobeWords::depth)
                .ifPresent(depth -> facts.put(Fact.BIT_DEPTH, Said.number(depth, 0)));
    }

    /** Clockwise; the side data count against the clock. */
    private static double rotation(Json.Obj stream) {
        for (Json.Obj data : objects(stream.array("side_data_list"))) {
            OptionalDouble turned = number(data, "rotation");
            if (turned.isPresent()) {
                return ((-turned.getAsDouble() % FULL_TURN) + FULL_TURN) % FULL_TURN;
            }
        }
        return stream.object("tags")
                .map(tags -> number(tags, "rotate").orElse(0))
                .orElse(0.0);
    }

    /** The digits between the last letter p and the byte order, such as in {@code yuv420p10le}; 8 without. */
    private static Optional<Integer> depth(String format) {
        if (!format.startsWith("yuv") && !format.startsWith("gbr")) {
            return Optional.empty();
        }
        String digits =
                format.substring(format.lastIndexOf('p') + 1).replace("le", "").replace("be", "");
        if (digits.isEmpty()) {
            return Optional.of(8);
        }
        return digits.length() <= 2 && digits.chars().allMatch(Character::isDigit)
                ? Optional.of(Integer.parseInt(digits))
                : Optional.empty();
    }

    private static OptionalDouble number(Json.Obj object, String name) {
        Optional<String> text = object.scalar(name);
        return text.isPresent() ? Said.parsed(text.get()) : OptionalDouble.empty();
    }
}
