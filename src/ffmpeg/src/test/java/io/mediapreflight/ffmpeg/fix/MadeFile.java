package io.mediapreflight.ffmpeg.fix;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.fixture.Testdata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.io.FileUtils;

/** Makes the input of a row with the programs that are installed; a test that cannot have it is skipped. */
final class MadeFile {
    private static final String LAVFI = "-f lavfi -i ";

    /** Blurred, since a copy that is shifted by half a pixel looks the same. */
    private static final String BLURRED = ",gblur=sigma=3";

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("V", LAVFI + "testsrc2=s=480x360:r=10" + BLURRED),
            Map.entry("SMALL", LAVFI + "testsrc2=s=320x240:r=10" + BLURRED),
            Map.entry("SLOW", LAVFI + "testsrc2=s=480x360:r=5" + BLURRED),
            Map.entry("WIDE", LAVFI + "testsrc2=s=3860x400:r=1" + BLURRED),
            Map.entry("TALL", LAVFI + "testsrc2=s=400x3860:r=1" + BLURRED),
            Map.entry("A", LAVFI + "sine"),
            Map.entry("NOISE", "-f rawvideo -pix_fmt rgb24 -s 3600x3600 -i /dev/urandom"),
            Map.entry("PHOTO", LAVFI + "testsrc2=s=600x450" + BLURRED),
            Map.entry("BANNER", LAVFI + "testsrc2=s=900x300" + BLURRED),
            Map.entry("STRIP", LAVFI + "testsrc2=s=300x900" + BLURRED),
            Map.entry("SPOT", LAVFI + "testsrc2=s=200x150" + BLURRED),
            Map.entry("HEVC", "-c:v libx265 -preset ultrafast -x265-params log-level=error"),
            Map.entry("VP9", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8"),
            Map.entry("AV1", "-c:v libsvtav1 -preset 12"),
            Map.entry("HDR-HLG", hdr("arib-std-b67")),
            Map.entry("HDR-PQ", hdr("smpte2084")));

    private static final Set<String> OF_H264 = Set.of("mp4", "mov", "mkv", "avi", "ts", "flv", "3gp");
    private static final int MATRIX = 44;
    private static final long FIXED_POINT = 1 << 16;

    private final MatrixRow row;
    private final Path directory;
    private final Path file;
    private final Path next;

    /** The inputs of rows one after the other: a row is made once for all that is done with it, and then deleted. */
    static final class Inputs {
        private final Path directory;
        private Optional<MatrixRow> made = Optional.empty();

        Inputs(Path directory) {
            this.directory = directory;
        }

        Path made(MatrixRow row) throws IOException, InterruptedException {
            if (!made.equals(Optional.of(row))) {
                made = Optional.empty();
                FileUtils.deleteDirectory(directory.toFile());
                of(row, Files.createDirectory(directory));
                made = Optional.of(row);
            }
            return directory.resolve(row.name());
        }
    }

    private MadeFile(MatrixRow row, Path directory) {
        this.row = row;
        this.directory = directory;
        this.file = directory.resolve(row.name());
        this.next = directory.resolve("next-" + row.name());
    }

    private static String hdr(String transfer) {
        return "-c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p10le -color_primaries bt2020 -color_trc "
                + transfer + " -colorspace bt2020nc";
    }

    private static void of(MatrixRow row, Path directory) throws IOException, InterruptedException {
        MadeFile made = new MadeFile(row, directory);
        for (String command : row.recipe()) {
            made.carryOut(command);
        }
    }

    private void carryOut(String command) throws IOException, InterruptedException {
        String[] words = command.split(" +", -1);
        switch (words[0]) {
            case "cut" -> cut(words[1]);
            case "matrix" -> turn(words);
            case "corpus" -> Files.copy(Corpus.directory().resolve(words[1]), file);
            case "testdata" -> Files.copy(Testdata.file(words[1]), file);
            case "convert", "exiftool" -> run(named(command));
            default -> run(ffmpeg(command));
        }
        if (command.endsWith(" NEXT")) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void run(List<String> words) throws IOException, InterruptedException {
        Tool.Result result = Tool.run(directory, words);
        assumeThat(result.succeeded())
                .as("%s cannot be made here: %s: %s", row.name(), String.join(" ", words), result.err())
                .isTrue();
    }

    private List<String> named(String command) {
        List<String> words = new ArrayList<>();
        for (String word : command.split(" +", -1)) {
            words.add(
                    word.endsWith("OUT") && !word.equals("OUT")
                            ? word.replace("OUT", file.toString())
                            : switch (word) {
                                case "OUT" -> file.toString();
                                case "NEXT" -> next.toString();
                                case "NEXT.png" -> next + ".png";
                                default -> word;
                            });
        }
        if (words.get(0).equals("exiftool")) {
            words.add(1, "-overwrite_original");
        }
        return words;
    }

    private List<String> ffmpeg(String command) {
        List<String> given = split(command);
        String last = given.get(given.size() - 1);
        String target = last.startsWith("NEXT") ? last : "OUT";
        StringBuilder options = new StringBuilder();
        for (String word : last.equals(target) ? given.subList(0, given.size() - 1) : given) {
            options.append(SHORT.getOrDefault(word, word)).append(' ');
        }
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        words.addAll(named(options.toString().strip()));
        words.addAll(usual(options.toString(), target.endsWith(".png") ? "png" : row.extension()));
        words.addAll(named(target));
        return words;
    }

    /** What goes without saying in the table. */
    private List<String> usual(String options, String extension) {
        if (!options.contains(" -t ")) {
            String frames = options.contains("-frames:v") ? "" : "-frames:v 1 ";
            String quality = extension.equals("jpg") && !options.contains("-q:v") ? "-q:v 2 " : "";
            boolean isSequence = Set.of("jpg", "png", "tiff", "bmp").contains(extension) && !options.contains("apng");
            return options.contains("-c copy") || options.contains("-i " + file)
                    ? List.of()
                    : split(frames + quality + (isSequence ? "-update 1" : ""));
        }
        boolean isOwn = options.contains("-c:v") || options.contains("-vn");
        String codec = OF_H264.contains(extension) && !isOwn ? "-c:v libx264 -preset ultrafast -g 20 " : "";
        boolean isDepthGiven = options.contains("-pix_fmt") || options.contains("format=yuv");
        return split(codec + (codec.isEmpty() || isDepthGiven ? "" : "-pix_fmt yuv420p"));
    }

    private static List<String> split(String words) {
        return Arrays.stream(words.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void cut(String bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int left = bytes.equals("all") ? 0 : all.length - Integer.parseInt(bytes);
        Files.write(file, Arrays.copyOf(all, left));
    }

    /** Numbers of the display matrix as {@code tkhd} has them: FFmpeg's program writes rotations only. */
    private void turn(String[] words) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int matrix = Bytes.indexOf(all, "tkhd") + MATRIX;
        int[] places = {0, 4, 12, 16};
        for (int i = 0; i < places.length; i++) {
            all = Bytes.patched(all, matrix + places[i], Bytes.u32(Integer.parseInt(words[i + 1]) * FIXED_POINT));
        }
        Files.write(file, all);
    }
}
