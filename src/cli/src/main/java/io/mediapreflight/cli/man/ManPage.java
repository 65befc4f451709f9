package io.mediapreflight.cli.man;

import io.mediapreflight.cli.options.HelpText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of the program, or of a command: the words of its help, and what a manual says beside them. */
public final class ManPage {
    private static final String PROGRAM = "preflight";
    private static final String SECTION = "1";

    /** What concerns a command, by the option that it goes with; the empty name is an option of every command. */
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "", List.of("COLUMNS", "JAVA_HOME", "PREFLIGHT_JAVA_OPTS"),
            "--color", List.of("NO_COLOR"),
            "--api-key-file", List.of("IMINI_API_KEY", "IMINI_BASE_URL"),
            "--journal", List.of("XDG_STATE_HOME"));

    private static final List<String> ALL_VARIABLES = List.of(
            "COLUMNS",
            "IMINI_API_KEY",
            "IMINI_BASE_URL",
            "JAVA_HOME",
            "NO_COLOR",
            "PREFLIGHT_JAVA_OPTS",
            "SHELL",
            "XDG_STATE_HOME");

    private static final Map<String, String> FILES = Map.of(
            "--config", "preflight.toml",
            "--journal", "~/.local/state/preflight/journal.jsonl");

    private final HelpText help = new HelpText();
    private final Roff roff = new Roff();

    private ManPage() {}

    /**
     * That of a command.
     *
     * @param commands all of them
     * @param version of the program
     */
    public static String of(String command, CommandSpec spec, Collection<String> commands, String version) {
        ManPage page = new ManPage();
        page.begin(PROGRAM + "-" + command, version, command, PROGRAM + " " + command);
        page.operand(command, spec);
        page.options(command, spec);
        page.exitCodes();
        page.environment(ALL_VARIABLES.stream()
                .filter(variable -> concerns(variable, command, spec))
                .toList());
        page.files(FILES.keySet().stream()
                .sorted()
                .filter(option -> spec.findOption(option) != null)
                .map(FILES::get)
                .toList());
        page.examples(command);
        page.seeAlso(commands.stream().filter(other -> !other.equals(command)).toList(), true);
        return page.roff.toString();
    }

    /** That of the program. */
    public static String ofProgram(CommandSpec overview, Collection<String> commands, String version) {
        ManPage page = new ManPage();
        page.begin(PROGRAM, version, PROGRAM, PROGRAM);
        page.title("commands");
        commands.forEach(command -> page.entry(Roff.bold(command), page.help.text(command + ".summary")));
        page.options(PROGRAM, overview);
        page.exitCodes();
        page.environment(ALL_VARIABLES);
        page.files(FILES.values().stream().sorted().toList());
        page.examples(PROGRAM);
        page.seeAlso(List.copyOf(commands), false);
        return page.roff.toString();
    }

    private static boolean concerns(String variable, String command, CommandSpec spec) {
        if (variable.equals("SHELL")) {
            return command.equals("completion");
        }
        return VARIABLES.entrySet().stream()
                .anyMatch(each -> each.getValue().contains(variable)
                        && (each.getKey().isEmpty() || spec.findOption(each.getKey()) != null));
    }

    private void begin(String name, String version, String command, String call) {
        String summary = help.text(command + ".summary");
        roff.request("TH", name.toUpperCase(Locale.ROOT), SECTION, "", version, "Media Preflight");
        title("name");
        roff.mixed(Roff.plain(name) + " \\- " + Roff.plain(firstSentence(summary)));
        title("synopsis");
        roff.mixed(Roff.bold(call) + " " + Roff.plain(help.text(command + ".usage")));
        if (help.has(command + ".usage.2")) {
            roff.request("br").mixed(Roff.bold(call) + " " + Roff.plain(help.text(command + ".usage.2")));
        }
        title("description");
        roff.line(summary);
    }

    /** Without its full stop, as the lists of manual pages want it. */
    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        String sentence = end < 0 ? text : text.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void title(String key) {
        roff.request("SH", help.text("man." + key));
    }

    private void operand(String command, CommandSpec spec) {
        if (!spec.positionalParameters().isEmpty()) {
            entry(Roff.italic(spec.positionalParameters().get(0).paramLabel()), help.text(command + ".argument"));
        }
    }

    private void options(String command, CommandSpec spec) {
        title("options");
        help.groups(command, spec).forEach((group, options) -> {
            roff.request("SS", group);
            options.forEach(option -> entry(names(option), help.of(command, option)));
        });
    }

    private static String names(OptionSpec option) {
        String names = String.join(
                ", ", List.of(option.names()).stream().map(Roff::bold).toList());
        return option.arity().max() > 0 ? names + " " + Roff.italic(option.paramLabel()) : names;
    }

    private void entry(String label, String words) {
        roff.request("TP").mixed(label).line(words);
    }

    private void exitCodes() {
        title("exit");
        HelpText.EXIT_CODES.forEach(code -> entry(Roff.bold(Integer.toString(code)), help.text("exit." + code)));
    }

    private void environment(List<String> variables) {
        title("environment");
        variables.forEach(variable -> entry(Roff.bold(variable), help.text("environment." + variable)));
    }

    private void files(List<String> files) {
        if (!files.isEmpty()) {
            title("files");
            files.forEach(file -> entry(Roff.italic(file), help.text("file." + file)));
        }
    }

    private void examples(String command) {
        title("examples");
        for (int i = 1; help.has(command + ".example." + i); i++) {
            entry(Roff.bold(help.text(command + ".example." + i)), help.text(command + ".example." + i + ".does"));
        }
    }

    private void seeAlso(List<String> commands, boolean withProgram) {
        title("see-also");
        List<String> pages = commands.stream()
                .map(command -> Roff.bold(PROGRAM + "-" + command) + "(" + SECTION + ")")
                .toList();
        String program = Roff.bold(PROGRAM) + "(" + SECTION + "), ";
        roff.mixed((withProgram ? program : "") + String.join(", ", pages));
    }
}
