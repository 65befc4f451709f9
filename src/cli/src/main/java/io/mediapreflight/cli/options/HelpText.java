package io.mediapreflight.cli.options;

import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.submit.batch.SubmissionBatch;
import io.mediapreflight.text.Messages;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The words of the help, from {@code help.properties}: for the terminal, manual pages and completions. */
public final class HelpText {
    /** The exit codes there are. */
    public static final List<Integer> EXIT_CODES = List.of(0, 1, 2, 3, 4, 5, 6, 130, 141, 143);

    private static final String FILE = "help:";

    private final Messages messages = Messages.current();
    private final Map<String, Object> values = values();

    /** The text of a key; the key where it has none. */
    public String text(String key) {
        String pattern = messages.pattern(FILE + key).orElse(key);
        return messages.fill(pattern, values::get);
    }

    /** Whether a key has a text. */
    public boolean has(String key) {
        return messages.pattern(FILE + key).isPresent();
    }

    /** What an option of a command does. */
    public String of(String command, OptionSpec option) {
        String own = command + "." + option.longestName();
        return text(has(own) ? own : "option." + option.longestName());
    }

    /** The options of a command below the titles of their groups. */
    public Map<String, List<OptionSpec>> groups(String command, CommandSpec spec) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        for (HelpGroup group : HelpGroup.values()) {
            List<OptionSpec> options = spec.options().stream()
                    .filter(option -> HelpGroup.of(command, option.longestName()) == group)
                    .toList();
            if (!options.isEmpty()) {
                groups.put(text(group.key()), options);
            }
        }
        return groups;
    }

    private static Map<String, Object> values() {
        Limits limits = Limits.klingV3MotionControl();
        Map<String, Object> values = new HashMap<>();
        values.put("imageSeconds", seconds(limits, Orientation.IMAGE));
        values.put("videoSeconds", seconds(limits, Orientation.VIDEO));
        values.put("model", limits.model());
        values.put("days", (long) Baseline.DEFAULT_DAYS);
        values.put("variable", ApiKey.VARIABLE);
        values.put("inFlight", (long) SubmissionBatch.IN_FLIGHT);
        values.put("uploadHours", Flags.UPLOAD_VALID.toHours());
        values.put("callSeconds", Flags.CALL_TIMEOUT.toSeconds());
        values.put("urlSeconds", NetworkOptions.URL_TIMEOUT.toSeconds());
        values.put("waitSeconds", Long.toString(Flags.WAIT_TIMEOUT.toSeconds()));
        values.put("compareSeconds", Flags.COMPARE_TIMEOUT.toSeconds());
        values.put("fileSeconds", Audit.DEFAULT_BUDGET.toSeconds());
        values.put(
                "deepSeconds", FfmpegWorkers.defaultFileTime(Depth.EVERY_FRAME).toSeconds());
        return values;
    }

    private static String seconds(Limits limits, Orientation orientation) {
        return limits.videoMaxSeconds(orientation).toDecimalString();
    }
}
