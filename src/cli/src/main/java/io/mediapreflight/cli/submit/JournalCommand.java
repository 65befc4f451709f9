package io.mediapreflight.cli.submit;

import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.report.JsonOutput;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.journal.JournalDamage;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code preflight journal}: lists what was submitted and what became of it, oldest first. */
public final class JournalCommand {
    private static final String SCHEMA = "preflight.journal/1";

    private JournalCommand() {}

    public static void describe(CommandSpec spec) {
        spec.addOption(JournalFileOption.spec()).addOption(Flags.format());
    }

    public static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        Diagnostics diagnostics = new Diagnostics(console.err(), false);
        Path file = JournalFileOption.of(parsed, console.environment());
        if (JournalFileOption.isGiven(parsed) && Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(Phrase.of("cli:journal-missing").with("file", file.toString()));
        }
        boolean json = Flags.isJson(parsed);
        List<JournalRecord> entries;
        List<JournalDamage> damage;
        try {
            FileJournal journal = FileJournal.open(file);
            entries = journal.list();
            damage = journal.damage();
        } catch (IOException e) {
            diagnostics.say(Phrase.of("cli:journal-unreadable").with("reason", Diagnostics.reason(e)));
            return ExitCode.PROGRAM_ERROR;
        }
        if (json) {
            writeJson(file, entries, damage, console);
        } else {
            writeText(entries, console);
        }
        for (JournalDamage line : damage) {
            diagnostics.say(Phrase.of("cli:journal-damaged")
                    .with("file", file.toString())
                    .with("line", Long.toString(line.line()))
                    .with("offset", Long.toString(line.offset())));
        }
        return damage.isEmpty() ? ExitCode.PASSED : ExitCode.PROGRAM_ERROR;
    }

    private static void writeText(List<JournalRecord> entries, Console console) throws IOException {
        StringBuilder text = new StringBuilder();
        for (JournalRecord entry : entries) {
            text.append(entry.at().truncatedTo(ChronoUnit.SECONDS))
                    .append(String.format("  %-10s  ", state(entry)))
                    .append(SafeText.of(entry.taskId().orElse("-")))
                    .append("  ")
                    .append(SafeText.of(entry.model()))
                    .append("  ")
                    .append(entry.baseUrl())
                    .append(entry.message()
                            .map(message -> "  " + SafeText.of(message))
                            .orElse(""))
                    .append('\n');
        }
        console.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void writeJson(Path file, List<JournalRecord> entries, List<JournalDamage> damage, Console console)
            throws IOException {
        JsonOutput json = JsonOutput.indented(console.out());
        json.startObject();
        json.put("schema", SCHEMA);
        json.put("journal", file.toString());
        json.startArray("entries");
        for (JournalRecord entry : entries) {
            json.startObject();
            writeMembers(json, entry);
            json.endObject();
        }
        json.endArray();
        json.startArray("damage");
        for (JournalDamage line : damage) {
            json.startObject();
            json.put("line", line.line());
            json.put("offset", line.offset());
            json.endObject();
        }
        json.endArray();
        json.endObject();
        json.endLine();
        json.drain();
    }

    /** The members of an entry, within an object. */
    static void writeMembers(JsonOutput json, JournalRecord entry) {
        json.put("entryId", entry.entryId());
        json.put("at", entry.at().toString());
        json.put("state", state(entry));
        TaskJson.put(json, "taskId", entry.taskId());
        json.put("model", entry.model());
        json.put("baseUrl", entry.baseUrl().toString());
        TaskJson.put(json, "requestId", entry.requestId());
        TaskJson.put(json, "message", entry.message());
        json.put("digest", entry.digest());
    }

    /** One word: {@code intended}, {@code accepted}, {@code refused}, {@code unanswered} or {@code failed}. */
    private static String state(JournalRecord entry) {
        return entry.state().name().toLowerCase(Locale.ROOT);
    }
}
