package io.mediapreflight.ffmpeg.fix;

import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.fix.Step;
import io.mediapreflight.fix.VideoEncoder;
import io.mediapreflight.probe.VideoFacts;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An FFmpeg that carries plans out.
 *
 * @param path of its program
 * @param encoders its names of the video encoders that it has
 */
record FfmpegProgram(Path path, Set<String> encoders) {
    /** Noise takes twelve times the rate that it is given, since it has a coarsest quality and leaves no frame out. */
    private static final String MISSES_RATE = VideoEncoder.LIBOPENH264.id();

    /** More threads take memory, and save no time in what lasts some seconds. */
    private static final int MAX_THREADS = 8;

    /** For a plan that does not rename. */
    List<String> command(FixPlan.Ready plan, Path input, Path output) throws FixException {
        List<String> words = new ArrayList<>(
                FixCommand.ofFfmpeg(plan, PathNames.text(input), PathNames.text(output), encoder(plan)));
        words.set(0, word(path));
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores > MAX_THREADS) {
            String threads = Integer.toString(MAX_THREADS);
            words.addAll(words.size() - 1, List.of("-threads", threads));
            words.addAll(1, List.of("-threads", threads, "-filter_threads", threads));
        }
        // It writes into a directory of its own: what is there already is the first try. A file that names others opens
        // none but files.
        words.addAll(1, List.of("-y", "-v", "error", "-nostats", "-progress", "pipe:1", "-protocol_whitelist", "file"));
        return words;
    }

    /** The same with encoders that hold a rate whatever they encode, if there are some. */
    FfmpegProgram holdingRates() {
        Set<String> others = new HashSet<>(encoders);
        others.remove(MISSES_RATE);
        boolean another = Arrays.stream(VideoEncoder.values()).anyMatch(each -> others.contains(each.id()));
        return another ? new FfmpegProgram(path, Set.copyOf(others)) : this;
    }

    private VideoEncoder encoder(FixPlan.Ready plan) throws FixException {
        if (plan.steps().stream().noneMatch(Step.EncodeVideo.class::isInstance)) {
            return VideoEncoder.LIBX264; // which no word of the command names
        }
        VideoFacts planned = (VideoFacts) plan.planned();
        Optional<VideoEncoder> encoder =
                VideoEncoder.of(encoders, planned.coded().get(0));
        return encoder.orElseThrow(() -> new FixException(Phrase.of("ffmpeg:fix.no-encoder")
                .with("program", PathNames.text(path))
                .with("dimensions", planned.coded().get(0).toString())));
    }

    /** What starts it: a path, which no program takes for an option; a name alone is looked for as a shell does. */
    static String word(Path program) {
        boolean named = program.getNameCount() == 1 && !program.isAbsolute() && !Files.exists(program);
        return PathNames.text(named ? program : program.toAbsolutePath());
    }
}
