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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight rules}: lists the rules, or explains one. */
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
        List<RuleId> rules = RuleId.of(id).stream().toList();
        List<AdviceId> advice = AdviceId.of(id).stream().toList();
        if (rules.isEmpty() && advice.isEmpty()) {
            throw new UsageException(RuleNames.unknown(id));
        }
        return new RuleList(limits, rules, advice);
    }
}
