package io.mediapreflight.cli.compare;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One name for each codec, whatever four characters or words a program has for it. */
final class Codecs {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("avc1", "h264"),
            Map.entry("avc2", "h264"),
            Map.entry("avc3", "h264"),
            Map.entry("avc4", "h264"),
            Map.entry("avc", "h264"),
            Map.entry("v_mpeg4/iso/avc", "h264"),
            Map.entry("hvc1", "hevc"),
            Map.entry("hev1", "hevc"),
            Map.entry("dvh1", "hevc"),
            Map.entry("dvhe", "hevc"),
            Map.entry("v_mpegh/iso/hevc", "hevc"),
            Map.entry("av01", "av1"),
            Map.entry("v_av1", "av1"),
            Map.entry("vp08", "vp8"),
            Map.entry("v_vp8", "vp8"),
            Map.entry("vp09", "vp9"),
            Map.entry("v_vp9", "vp9"),
            Map.entry("v_theora", "theora"),
            Map.entry("mp4v", "mpeg4"),
            Map.entry("v_mpeg4/iso/asp", "mpeg4"),
            Map.entry("v_mpeg4/iso/sp", "mpeg4"),
            Map.entry("s263", "h263"),
            Map.entry("jpeg", "mjpeg"),
            Map.entry("mjpa", "mjpeg"),
            Map.entry("mp4v-6c", "mjpeg"),
            Map.entry("v_mjpeg", "mjpeg"),
            Map.entry("v_mpeg1", "mpeg1video"),
            Map.entry("v_mpeg2", "mpeg2video"));

    private Codecs() {}

    /** The words of another program, of which any may be ours. */
    static Said said(String... words) {
        Set<String> alike = new HashSet<>();
        for (String word : words) {
            String lower = word.strip().toLowerCase(Locale.ROOT);
            if (!lower.isEmpty()) {
                alike.add(NAMES.getOrDefault(lower, lower));
                int dash = lower.indexOf('-'); // mp4v-20 has the kind of object behind it
                if (dash > 0 && !NAMES.containsKey(lower)) {
                    alike.add(NAMES.getOrDefault(lower.substring(0, dash), lower.substring(0, dash)));
                }
            }
        }
        return Said.anyOf(words[0], alike);
    }
}
