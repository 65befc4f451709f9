package io.mediapreflight.fix;

import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The one command that carries a plan out for one file, with FFmpeg, or with {@code mv} where a name is all that is wrong. It never
 * overwrites a file.
 *
 * @param words to start a process with, or to quote for a shell
 * @param output the path of what it writes
 */
public record FixCommand(List<String> words, String output) {
    public FixCommand {
        words = List.copyOf(words);
    }

    /** Whether it only renames: then the words are {@code mv -n --} and two paths. */
    public boolean renames() {
        return words.get(0).equals("mv");
    }

    /** Empty for a source that no command can name, such as standard input. */
    public static Optional<FixCommand> of(FixPlan.Ready plan, SourceName source) {
        return source.fitsCommands() ? Optional.of(named(plan, source)) : Optional.empty();
    }

    private static FixCommand named(FixPlan.Ready plan, SourceName source) {
        if (plan.steps().get(0) instanceof Step.Rename rename) {
            String output = source.stem() + "." + rename.extension();
            return new FixCommand(List.of("mv", "-n", "--", source.path(), output), output);
        }
        String output = source.fixedStem() + "." + plan.format().extensions().get(0);
        return new FixCommand(ofFfmpeg(plan, source.path(), output, VideoEncoder.LIBX264), output);
    }

    /**
     * The words of FFmpeg's command for a plan that does not rename, whose first word is the name of the program.
     *
     * @param encoder for a plan that encodes video
     */
    public static List<String> ofFfmpeg(FixPlan.Ready plan, String input, String output, VideoEncoder encoder) {
        return plan.format().kind() == Kind.VIDEO
                ? VideoCommand.of(plan, input, output, encoder)
                : ImageCommand.of(plan, input, output);
    }
}
