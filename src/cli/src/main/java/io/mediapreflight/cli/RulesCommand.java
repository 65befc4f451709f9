package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.TerminalWidth;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.LimitsOption;
import io.mediapreflight.cli.options.ReportFormat;
import io.mediapreflight.cli.options.RuleNames;
import io.mediapreflight.report.RuleList;
import io.mediapreflight.report.exchange.RulesMarkdown;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight rules}: lists the rules, or explains one, or those whose ids begin in one way. */
final class RulesCommand {
    private static final List<String> FORMATS =
            List.of(ReportFormat.TEXT.id(), ReportFormat.JSON.id(), ReportFormat.MARKDOWN.id());

    private RulesCommand() {}

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("RULE_ID")
                        .type(String.class)
                        .arity("0..1")
                        .build())
                .addOption(Flags.format(FORMATS));
        LimitsOption.addOption(spec);
    }

    static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        String format = Flags.format(parsed, FORMATS);
        String id = parsed.matchedPositionalValue(0, "");
        Limits limits = LimitsOption.of(parsed);
        List<RuleId> rules = named(id, RuleId.values(), RuleId::id);
        List<AdviceId> advice = named(id, AdviceId.values(), AdviceId::id);
        if (rules.isEmpty() && advice.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id));
        }
        RuleList list = new RuleList(limits, rules, advice);
        Optional<Phrase> old = OldLimits.notice(limits, console.environment().today());
        if (format.equals(ReportFormat.MARKDOWN.id())) {
            new RulesMarkdown(limits, rules, advice).write(console.out());
        } else if (format.equals(ReportFormat.JSON.id())) {
            list.writeJson(console.out(), Version.tool(), old);
        } else if (id.isEmpty()) {
            list.writeTable(console.out(), TerminalWidth.ofText(console.environment()));
        } else {
            list.writeExplanations(console.out(), TerminalWidth.ofText(console.environment()));
        }
        old.ifPresent(new Diagnostics(console.err(), false)::say);
        return ExitCode.PASSED;
    }

    /** All where none is typed; the one with this id, else all whose ids begin with it, up to a full stop: {@code video.duration} is a minimum and a maximum. */
    private static <T> List<T> named(String typed, T[] all, Function<T, String> id) {
        String start = typed.endsWith(".") ? typed : typed + ".";
        Predicate<T> isMeant = each -> typed.isEmpty()
                || id.apply(each).equals(typed)
                || id.apply(each).startsWith(start);
        return Stream.of(all).filter(isMeant).toList();
    }
}
