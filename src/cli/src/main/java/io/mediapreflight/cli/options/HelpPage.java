package io.mediapreflight.cli.options;

import java.util.Collection;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The help of the program and of its commands: the options in groups, examples at the end, all of it from {@code
 * help.properties}. picocli's own help has neither groups without validation nor another language than its annotations'.
 */
public final class HelpPage {
    private static final String PROGRAM = "preflight";
    /** Where descriptions begin: {@code "      --image-file FILE"} leaves two columns free. */
    private static final int DESCRIPTION = 26;

    private final HelpText words = new HelpText();
    private final WrappedText text;

    private HelpPage(int width) {
        text = new WrappedText(width);
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
        HelpText.EXIT_CODES.forEach(code -> page.entry("  " + code, page.text("exit." + code)));
        page.examples(PROGRAM);
        page.text.line().line(page.text("more"));
        return page.text.toString();
    }

    private void introduction(String command, String call) {
        text.line(text(command + ".summary")).line();
        String usage = text("usage") + " ";
        text.paragraph(usage + call, usage.length() + call.length(), text(command + ".usage"));
        String second = command + ".usage.2";
        if (words.has(second)) {
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
        words.groups(command, spec).forEach((title, options) -> {
            text.line().line(title + ":");
            options.forEach(option -> entry(names(option), words.of(command, option)));
        });
    }

    private static String names(OptionSpec option) {
        String shortest = option.shortestName();
        String longest = option.longestName();
        String names = shortest.equals(longest) ? "      " + longest : "  " + shortest + ", " + longest;
        return option.arity().max() > 0 ? names + " " + option.paramLabel() : names;
    }

    private void examples(String command) {
        text.line().line(text("examples"));
        for (int i = 1; words.has(command + ".example." + i); i++) {
            text.unbroken("  " + text(command + ".example." + i));
            text.paragraph("", 6, text(command + ".example." + i + ".does"));
        }
    }

    /** What a person looks for on the left, and what is to be said of it. A label that is too long has its own line. */
    private void entry(String label, String words) {
        text.paragraph(label + "  ", DESCRIPTION, words);
    }

    private String text(String key) {
        return words.text(key);
    }
}
