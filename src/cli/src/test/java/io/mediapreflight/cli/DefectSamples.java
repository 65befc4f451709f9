package io.mediapreflight.cli;

import io.mediapreflight.text.Phrase;
import java.util.Map;

/** What stands for a value in the texts of defects, where that of other texts under its name would not be understood there. */
final class DefectSamples {
    static final String FILE = "defects";

    static final Map<String, Object> ALL = Map.ofEntries(
            Map.entry("ac", 1L),
            Map.entry("bits", 7L),
            Map.entry("blocks", 12L),
            Map.entry("box", "'stsz'"),
            Map.entry("boxes", "'stsc', 'stco'"),
            Map.entry("canvas", "640x480"),
            Map.entry("claimed", 3L),
            Map.entry("clause", "PNG 5.6"),
            Map.entry("codec", "avc1"),
            Map.entry("coding", "arithmetic"),
            Map.entry("components", 3L),
            Map.entry("configured", 4L),
            Map.entry("count", 12L),
            Map.entry("dc", 5L),
            Map.entry("defect", Phrase.of("defects:movie.no-header")),
            Map.entry("depth", 3L),
            Map.entry("end", 4096L),
            Map.entry("format", "JPEG"),
            Map.entry("found", 2L),
            Map.entry("frame", "800x600"),
            Map.entry("handler", "hint"),
            Map.entry("hex", "37 7A BC AF"),
            Map.entry("ispe", "640x480"),
            Map.entry("left", 100L),
            Map.entry("number", 7L),
            Map.entry("offset", "33"),
            Map.entry("other", "'stsc'"),
            Map.entry("pixels", 0L),
            Map.entry("read", 4096L),
            Map.entry("reason", "only the first 4,096 bytes of the stream were kept"),
            Map.entry("size", "600x400"),
            Map.entry("table", 4L),
            Map.entry("tile", "512x512"),
            Map.entry("tiles", 5L),
            Map.entry("timed", 11L),
            Map.entry("track", "2"),
            Map.entry("type", 7L),
            Map.entry("version", 2L),
            Map.entry("length", 1234L),
            Map.entry("what", Phrase.of("defects:png.chunk-past-end")));

    private DefectSamples() {}
}
