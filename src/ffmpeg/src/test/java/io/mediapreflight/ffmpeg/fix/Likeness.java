package io.mediapreflight.ffmpeg.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares a copy with its original by programs that have no part in the fix: the original is turned upright, scaled by one factor for
 * both sides to fit into the copy, and put into its middle. What is turned, stretched, cropped or taken from a tile is not like that.
 */
final class Likeness {
    private static final Pattern SSIM = Pattern.compile("SSIM Y:([0-9.]+) .*All:([0-9.]+)");

    private static final Pattern RATIO = Pattern.compile("([1-9][0-9]*)[:/]([1-9][0-9]*)");
    private static final String OPAQUE = "-colorspace sRGB -background white -alpha remove -alpha off";

    private final MatrixRow row;
    private final Path original;
    private final Path copy;
    private final Path directory;

    Likeness(MatrixRow row, Path original, Path copy, Path directory) {
        this.row = row;
        this.original = original;
        this.copy = copy;
        this.directory = directory;
    }

    /** What FFmpeg's own probe says of the copy: {@code width}, {@code height}, {@code duration}, {@code avg_frame_rate}. */
    Map<String, String> probed() throws IOException, InterruptedException {
        return probed(copy, "V:0");
    }

    private Map<String, String> probed(Path file, String stream) throws IOException, InterruptedException {
        Tool.Result result = tool(
                "ffprobe",
                "-v",
                "error",
                "-select_streams",
                stream,
                "-show_entries",
                "stream=width,height,sample_aspect_ratio,avg_frame_rate,duration:stream_side_data=rotation",
                "-of",
                "default=nw=1",
                file.toString());
        Map<String, String> entries = new HashMap<>();
        for (String line : result.out().lines().toList()) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                entries.putIfAbsent(
                        line.substring(0, equals), line.substring(equals + 1).strip());
            }
        }
        return entries;
    }

    /** What FFmpeg complains of when it decodes every frame of the copy; empty where nothing is wrong. */
    String complaints() throws IOException, InterruptedException {
        Tool.Result result = Tool.run(
                directory, List.of("ffmpeg", "-nostdin", "-v", "error", "-i", copy.toString(), "-f", "null", "-"));
        return result.succeeded() ? result.err() : "exit code " + result.code() + " " + result.err();
    }

    /** How alike the two are, 1 where they are the same. */
    double measure() throws IOException, InterruptedException {
        return row.video() ? ofVideo() : ofImage();
    }

    private double ofVideo() throws IOException, InterruptedException {
        double[] from = shown(probed(original, row.stream()));
        double[] to = shown(probed());
        long[] inside = inside(from[0], from[1], to[0], to[1]);
        String white = row.onWhite()
                ? "format=rgba,split[a][b];[a]lutrgb=r=255:g=255:b=255:a=255[w];[w][b]overlay=format=rgb,"
                : "";
        String graph = "[0:V:0]format=yuv420p[copy];[1:" + row.stream() + "]" + white + "scale=" + inside[0] + ":"
                + inside[1] + ":flags=bicubic,setsar=1,pad=" + inside[2] + ":" + inside[3]
                + ":(ow-iw)/2:(oh-ih)/2:black,format=yuv420p[same];[copy][same]ssim";
        return ssim(graph, copy, original);
    }

    /** Width and height as they are shown. */
    private static double[] shown(Map<String, String> probed) {
        double width = number(probed.get("width")) * ratio(probed.get("sample_aspect_ratio"));
        double height = number(probed.get("height"));
        boolean lies = Math.abs(number(probed.getOrDefault("rotation", "0"))) % 180 == 90;
        return lies ? new double[] {height, width} : new double[] {width, height};
    }

    private double ofImage() throws IOException, InterruptedException {
        String[] size = converted("-format", "%wx%h", "info:").out().split("x", -1);
        Map<String, String> to = probed();
        long[] inside = inside(number(size[0]), number(size[1]), number(to.get("width")), number(to.get("height")));
        Path same = directory.resolve("same.png");
        Path flat = directory.resolve("flat.png");
        converted((OPAQUE + " -resize " + inside[0] + "x" + inside[1] + "! -gravity center -extent " + inside[2] + "x"
                        + inside[3] + " PNG24:" + same)
                .split(" ", -1));
        tool(("convert " + copy + " " + OPAQUE + " PNG24:" + flat).split(" ", -1));
        return ssim("[0:v]format=yuv444p[copy];[1:v]format=yuv444p[same];[copy][same]ssim", flat, same);
    }

    /** The original, upright. */
    private Tool.Result converted(String... words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("convert", original + "[0]"));
        row.turned().ifPresent(how -> all.addAll(List.of("-orient", how)));
        all.add("-auto-orient");
        all.addAll(List.of(words));
        return tool(all.toArray(new String[0]));
    }

    private double ssim(String graph, Path first, Path second) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-hide_banner"));
        for (Path file : List.of(first, second)) {
            words.addAll(List.of("-t", "2", "-i", file.toString()));
        }
        words.addAll(List.of("-lavfi", graph, "-f", "null", "-"));
        Tool.Result result = Tool.run(directory, words);
        Matcher matcher = SSIM.matcher(result.err());
        if (!result.succeeded() || !matcher.find()) {
            throw new IOException("the two cannot be compared: " + String.join(" ", words) + "\n" + result.err());
        }
        return Double.parseDouble(matcher.group(2));
    }

    /** The sides of what is scaled by one factor for both, and those of the copy. */
    private static long[] inside(double width, double height, double copyWidth, double copyHeight) {
        double factor = Math.min(copyWidth / width, copyHeight / height);
        return new long[] {
            Math.min((long) copyWidth, Math.round(width * factor)),
            Math.min((long) copyHeight, Math.round(height * factor)),
            (long) copyWidth,
            (long) copyHeight
        };
    }

    private Tool.Result tool(String... words) throws IOException, InterruptedException {
        Tool.Result result = Tool.run(directory, List.of(words));
        if (!result.succeeded()) {
            throw new IOException(String.join(" ", words) + ": " + result.err());
        }
        return result;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    /** Of two numbers with a colon or a slash between them; 1 where it is not known. */
    static double ratio(@Nullable String text) {
        Matcher matcher = RATIO.matcher(text == null ? "" : text);
        return matcher.matches() ? number(matcher.group(1)) / number(matcher.group(2)) : 1;
    }
}
