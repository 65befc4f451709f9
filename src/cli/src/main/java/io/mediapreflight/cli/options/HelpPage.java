package io.mediapreflight.cli.options;

import io.mediapreflight.audit.Audit;
import io.mediapreflight.audit.baseline.Baseline;
import io.mediapreflight.decoder.Depth;
import io.mediapreflight.ffmpeg.worker.FfmpegWorkers;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.submit.ApiKey;
import io.mediapreflight.text.Messages;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The help of the program and of its commands: the options in groups, examples at the end, all of it from {@code
 * help.properties}. picocli's own help has neither groups without validation nor another language than its annotations'.
 */
public final class HelpPage {
    private static final String PROGRAM = "preflight";
    private static final String FILE = "help:";

    /** Where descriptions begin: {@code "      --image-file FILE"} leaves two columns free. */
    private static final int DESCRIPTION = 26;

    /** Where they begin on a terminal that is too narrow for two columns. */
    private static final int NARROW_DESCRIPTION = 8;

    private static final int NARROW = 60;

    /** Narrower lines would be a word each. */
    public static final int MIN_WIDTH = 40;

    private static final List<Integer> EXIT_CODES = List.of(0, 1, 2, 3, 4, 5, 6, 130, 141);

    private final Messages messages = Messages.current();
    private final Map<String, Object> values = values();
    private final WrappedText text;
    private final int description;

    private HelpPage(int width) {
        int lines = Math.max(MIN_WIDTH, width);
        text = new WrappedText(lines);
        description = lines < NARROW ? NARROW_DESCRIPTION : DESCRIPTION;
    }

    /** How to use a command. */
    public static String of(String command, CommandSpec spec, int width) {
        HelpPage page = new HelpPage(width);
        page.introduction(command, PROGRAM + " " + command + " ");
        page.argument(command, spec);
        page.options(command, spec);
        page.examples(command);
        return page.text.toString();
    }

    /** Which commands there are. */
    public static String ofProgram(Collection<String> commands, CommandSpec spec, int width) {
        HelpPage page = new HelpPage(width);
        page.introduction(PROGRAM, PROGRAM + " ");
        page.text.line().line(page.text("commands"));
        commands.forEach(command -> page.entry("  " + command, page.text(command + ".summary")));
        page.options(PROGRAM, spec);
        page.text.line().line(page.text("exit-codes"));
        EXIT_CODES.forEach(code -> page.entry("  " + code, page.text("exit." + code)));
        page.examples(PROGRAM);
        page.text.line().line(page.text("more"));
        return page.text.toString();
    }

    private void introduction(String command, String call) {
        text.line(text(command + ".summary")).line();
        String usage = text("usage") + " ";
        text.paragraph(usage + call, usage.length() + call.length(), text(command + ".usage"));
        String second = command + ".usage.2";
        if (messages.pattern(FILE + second).isPresent()) {
            text.paragraph(" ".repeat(usage.length()) + call, usage.length() + call.length(), text(second));
        }
    }

    private void argument(String command, CommandSpec spec) {
        if (!spec.positionalParameters().isEmpty()) {
            text.line();
            entry("  " + spec.positionalParameters().get(0).paramLabel(), text(command + ".argument"));
        }
    }

    private void options(String command, CommandSpec spec) {
        for (HelpGroup group : HelpGroup.values()) {
            List<OptionSpec> options = spec.options().stream()
                    .filter(option -> HelpGroup.of(command, option.longestName()) == group)
                    .toList();
            if (!options.isEmpty()) {
                text.line().line(text(group.key()) + ":");
                options.forEach(option -> entry(names(option), text(key(command, option))));
            }
        }
    }

    private static String names(OptionSpec option) {
        String shortest = option.shortestName();
        String longest = option.longestName();
        String names = shortest.equals(longest) ? "      " + longest : "  " + shortest + ", " + longest;
        return option.arity().max() > 0 ? names + " " + option.paramLabel() : names;
    }

    private String key(String command, OptionSpec option) {
        String own = command + "." + option.longestName();
        return messages.pattern(FILE + own).isPresent() ? own : "option." + option.longestName();
    }

    private void examples(String command) {
        text.line().line(text("examples"));
        for (int i = 1; messages.pattern(FILE + command + ".example." + i).isPresent(); i++) {
            text.unbroken("  " + text(command + ".example." + i));
            text.paragraph("", 6, text(command + ".example." + i + ".does"));
        }
    }

    /** What a person looks for on the left, and what is to be said of it. A label that is too long has its own line. */
    private void entry(String label, String words) {
        text.paragraph(label + "  ", description, words);
    }

    private String text(String key) {
        String pattern = messages.pattern(FILE + key).orElse(key);
        return messages.fill(pattern, values::get);
    }

    private static Map<String, Object> values() {
        Limits limits = Limits.klingV3MotionControl();
        Map<String, Object> values = new HashMap<>();
        values.put("imageSeconds", seconds(limits, Orientation.IMAGE));
        values.put("videoSeconds", seconds(limits, Orientation.VIDEO));
        values.put("model", limits.model());
        values.put("days", (long) Baseline.DEFAULT_DAYS);
        values.put("variable", ApiKey.VARIABLE);
        values.put("callSeconds", Flags.CALL_TIMEOUT.toSeconds());
        values.put("urlSeconds", NetworkOptions.URL_TIMEOUT.toSeconds());
        values.put("waitSeconds", Long.toString(Flags.WAIT_TIMEOUT.toSeconds()));
        values.put("fileSeconds", Audit.DEFAULT_BUDGET.toSeconds());
        values.put(
                "deepSeconds", FfmpegWorkers.defaultFileTime(Depth.EVERY_FRAME).toSeconds());
        return values;
    }

    private static String seconds(Limits limits, Orientation orientation) {
        return limits.videoMaxSeconds(orientation).toDecimalString();
    }
}
