package io.mediapreflight.cli;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.console.Version;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.cli.options.RuleNames;
import io.mediapreflight.report.RuleList;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight rules}: lists the rules, or explains one, or those whose ids begin in one way. */
final class RulesCommand {

    private RulesCommand() {}

    public static void describe(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                        .paramLabel("RULE_ID")
                        .type(String.class)
                        .arity("0..1")
                        .build())
                .addOption(Flags.format());
    }

    static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        boolean isJson = Flags.isJson(parsed);
        String id = parsed.matchedPositionalValue(0, "");
        RuleList list = list(id);
        if (isJson) {
            list.writeJson(console.out(), Version.tool());
        } else if (id.isEmpty()) {
            list.writeTable(console.out());
        } else {
            list.writeExplanations(console.out());
        }
        return ExitCode.PASSED;
    }

    private static RuleList list(String id) throws UsageException {
        Limits limits = Limits.klingV3MotionControl();
        if (id.isEmpty()) {
            return new RuleList(limits, List.of(RuleId.values()), List.of(AdviceId.values()));
        }
        List<RuleId> rules = named(id, RuleId.values(), RuleId::id);
        List<AdviceId> advice = named(id, AdviceId.values(), AdviceId::id);
        if (rules.isEmpty() && advice.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id));
        }
        return new RuleList(limits, rules, advice);
    }

    /** The one with this id, else all whose ids begin with it, up to a full stop: {@code video.duration} is a minimum and a maximum. */
    private static <T> List<T> named(String typed, T[] all, Function<T, String> id) {
        String start = typed.endsWith(".") ? typed : typed + ".";
        Predicate<T> isMeant =
                each -> id.apply(each).equals(typed) || id.apply(each).startsWith(start);
        return Stream.of(all).filter(isMeant).toList();
    }
}
