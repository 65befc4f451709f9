package io.mediapreflight.benchmarks.contender;

import io.mediapreflight.probe.ExifOrientation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A program that is started for each file, and prints lines of a key and a value. */
final class ToolProcess implements Contender {
    private static final ToolProcess FFPROBE = new ToolProcess(
            List.of(
                    "ffprobe",
                    "-v",
                    "error",
                    "-select_streams",
                    "v:0",
                    "-show_entries",
                    "stream=codec_name,width,height:stream_side_data=rotation:format=duration",
                    "-of",
                    "default=nw=1"),
            // Its rotation is counter-clockwise.
            new Keys("width", "height", "rotation", -1, "duration", 1, "codec_name", Set.of()));

    private static final ToolProcess EXIFTOOL = new ToolProcess(
            List.of("exiftool", "-S", "-n"),
            new Keys(
                    "ImageWidth",
                    "ImageHeight",
                    "Rotation",
                    1,
                    "Duration",
                    1,
                    "CompressorID",
                    Set.of("Warning", "Error")));

    private static final ToolProcess MEDIAINFO = new ToolProcess(
            List.of("mediainfo", "-f"),
            new Keys("Width", "Height", "Rotation", 1, "Duration", 0.001, "Video_Format_List", Set.of("IsTruncated")));

    private final List<String> command;
    private final Keys keys;

    /** The keys of the facts with the factors of their units, and the keys of lines that only a damaged file has. */
    private record Keys(
            String width,
            String height,
            String rotation,
            double degrees,
            String duration,
            double seconds,
            String codec,
            Set<String> damage) {}

    private ToolProcess(List<String> command, Keys keys) {
        this.command = command;
        this.keys = keys;
    }

    /** Those that this machine has. */
    static List<ToolProcess> installed() {
        return Stream.of(FFPROBE, EXIFTOOL, MEDIAINFO)
                .filter(tool -> isInstalled(tool.name()))
                .toList();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    @Override
    public String name() {
        return command.get(0);
    }

    @Override
    public Set<Media> reads() {
        return Media.ALL;
    }

    @Override
    public Object run(Path file) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(command);
        line.add(file.toString());
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(name() + " ended with " + process.exitValue());
        }
        return output;
    }

    @Override
    public Reported reported(Object result) {
        Map<String, String> values = new HashMap<>();
        for (String line : ((String) result).lines().toList()) {
            String[] parts = line.split("[:=]", 2);
            if (parts.length == 2) {
                values.putIfAbsent(parts[0].strip(), parts[1].strip());
            }
        }
        Reported reported = Reported.size(
                        Texts.number(values.get(keys.width())), Texts.number(values.get(keys.height())))
                .lasting(Texts.number(values.get(keys.duration())) * keys.seconds())
                .codec(values.getOrDefault(keys.codec(), ""))
                .incomplete(keys.damage().stream().anyMatch(values::containsKey));
        if (values.containsKey(keys.rotation())) {
            return reported.rotated(Texts.number(values.get(keys.rotation())) * keys.degrees());
        }
        return ExifOrientation.ofTag((long) Texts.number(values.get("Orientation")))
                .map(turned -> reported.rotated(turned.rotation()))
                .orElse(reported);
    }
}
