package io.mediapreflight.ffmpeg;

import io.mediapreflight.spec.Format;
import java.util.Map;
import java.util.Optional;

/** What FFmpeg's names for the formats that it recognises mean here. */
final class DemuxerName {
    private static final Map<String, Format> FORMATS = Map.ofEntries(
            Map.entry("jpeg_pipe", Format.JPEG),
            Map.entry("png_pipe", Format.PNG),
            Map.entry("apng", Format.PNG),
            Map.entry("gif", Format.GIF),
            Map.entry("gif_pipe", Format.GIF),
            Map.entry("webp_pipe", Format.WEBP),
            Map.entry("bmp_pipe", Format.BMP),
            Map.entry("tiff_pipe", Format.TIFF),
            Map.entry("jpegxl_pipe", Format.JXL),
            Map.entry("j2k_pipe", Format.JP2),
            Map.entry("svg_pipe", Format.SVG),
            Map.entry("psd_pipe", Format.PSD),
            Map.entry("ico", Format.ICO),
            Map.entry("avi", Format.AVI),
            Map.entry("flv", Format.FLV),
            Map.entry("mpegts", Format.MPEGTS),
            Map.entry("mpeg", Format.MPEG),
            Map.entry("ogg", Format.OGG),
            Map.entry("asf", Format.ASF),
            Map.entry("mxf", Format.MXF),
            Map.entry("wav", Format.WAV),
            Map.entry("flac", Format.FLAC),
            Map.entry("aiff", Format.AIFF),
            Map.entry("amr", Format.AMR),
            Map.entry("matroska,webm", Format.MKV),
            Map.entry("mp3", Format.MP3),
            Map.entry("aac", Format.AAC));

    private DemuxerName() {}

    /** The format; empty for one that we do not know, and for {@link Demuxer.Family#MOV}, which is several. */
    static Optional<Format> format(String name) {
        return Optional.ofNullable(FORMATS.get(name));
    }
}
