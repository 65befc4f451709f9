package io.mediapreflight.fix;

import io.mediapreflight.spec.Format;
import java.util.ArrayList;
import java.util.List;

/** The arguments that every command of FFmpeg begins and ends with. */
final class Arguments {
    private final List<String> words = new ArrayList<>();

    /** Never asks: what it would ask about, such as a file that exists, is an error. */
    Arguments() {
        add("ffmpeg", "-nostdin");
    }

    Arguments add(String... more) {
        words.addAll(List.of(more));
        return this;
    }

    /**
     * Reads a file with the demuxer of its format and no other: one that FFmpeg guesses may take a {@code %} in the name for a pattern, or
     * open what a playlist lists. {@code file:} keeps FFmpeg from taking the name for a protocol or an option.
     */
    Arguments input(Format format, boolean asAnimation, String path) {
        return add("-f", demuxer(format, asAnimation), "-i", "file:" + path);
    }

    private static String demuxer(Format format, boolean asAnimation) {
        return switch (format) {
            case PNG -> asAnimation ? "apng" : "png_pipe";
            case JPEG, WEBP, BMP, TIFF, SVG, PSD -> format.id() + "_pipe";
            case JP2 -> "j2k_pipe";
            case JXL -> "jpegxl_pipe";
            case MP4, MOV, THREE_GP, HEIC, AVIF -> "mov";
            case MKV, WEBM -> "matroska";
            default -> format.id(); // gif, ico, avi, flv, mpegts, mpeg, ogg, asf and mxf are FFmpeg's names, too
        };
    }

    /** The filters of these steps, in their order, then this one; nothing where there is none. */
    Arguments filters(List<Step> steps, String last) {
        String chain = chain(steps, last);
        return chain.isEmpty() ? this : add("-vf", chain);
    }

    /** Likewise on the tiles of the first image, put together: FFmpeg knows them as a group of streams, which it gives to no {@code -vf}. */
    Arguments filtersOnTiles(List<Step> steps, String last) {
        return add("-filter_complex", "[0:g:0]" + chain(steps, last) + "[whole]", "-map", "[whole]");
    }

    private static String chain(List<Step> steps, String last) {
        List<String> filters = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.OnFrames onFrames) {
                filters.add(onFrames.filter());
            }
        }
        if (!last.isEmpty()) {
            filters.add(last);
        }
        return String.join(",", filters);
    }

    /** The whole command, which writes this file. */
    List<String> output(String path) {
        return List.copyOf(add("file:" + path).words);
    }
}
