package io.mediapreflight.cli;

import io.mediapreflight.cli.audit.AuditOptions;
import io.mediapreflight.cli.check.CheckOptions;
import io.mediapreflight.cli.options.CommandSyntax;
import io.mediapreflight.cli.submit.JournalCommand;
import io.mediapreflight.cli.submit.SubmitOptions;
import io.mediapreflight.cli.submit.TaskCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every command of the program. */
public final class Commands {
    private Commands() {}

    /** Every command, for the help and the completion. */
    static CommandLine all() {
        CommandSpec spec = CommandSyntax.spec("preflight");
        CommandSyntax.describe(
                spec, "Judges images and videos against a generation service's limits before anything is uploaded.");
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Shows the version.")
                .build());
        spec.addSubcommand("check", CheckOptions.spec("check"));
        spec.addSubcommand("audit", AuditOptions.spec("audit"));
        for (String command : List.of("submit", "task", "journal")) {
            spec.addSubcommand(command, serviceSpec(command, command));
        }
        spec.addSubcommand("rules", RulesCommand.spec("rules"));
        spec.addSubcommand("completion", CompletionCommand.spec("completion"));
        spec.usageMessage()
                .commandListHeading("%nCommands:%n")
                .footerHeading("%nExit codes:%n")
                .footer(
                        "  0    everything passed (warnings are allowed unless --strict); submitted; task succeeded",
                        "  1    something failed or is unknown; not cleared; task failed",
                        "  2    the command line was wrong",
                        "  3    the service refused, or could not be reached: nothing was carried out",
                        "  4    sent, now or earlier, and its answer lost: look before sending it again",
                        "  5    --wait ended before the task did, which goes on",
                        "  6    the program could not do its own part, such as writing a report",
                        "  130  interrupted; what was finished by then has been written");
        return new CommandLine(spec);
    }

    /** A command that speaks to the service, or of it. */
    static CommandSpec serviceSpec(String command, String name) {
        return switch (command) {
            case "submit" -> SubmitOptions.spec(name);
            case "task" -> TaskCommand.spec(name);
            default -> JournalCommand.spec(name);
        };
    }
}
