package io.mediapreflight.report;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.fix.FixCommand;
import io.mediapreflight.fix.FixOptions;
import io.mediapreflight.fix.FixPlan;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A script for POSIX shells that carries out the plans of all files, one after another, in the directory in which they were judged. A
 * copy is written under a temporary name and moved to its own, and what has that name already is left alone, so that the script may be
 * run again. A name in it is data, whatever it spells. No two files of a script get one name for their copies.
 */
public final class FixScript implements Report {
    /** The copies of so many files have their names looked at, in 64 MiB at most; further files are left to the next script. */
    private static final int MAX_FILES = 1 << 21;

    private static final String BEGINNING = """
            set -u
            LC_ALL=C
            export LC_ALL
            ffmpeg=${FFMPEG:-ffmpeg}
            failed=0
            part=
            stop() {
              [ -z "$part" ] || rm -f -- "$part"
              exit "$1"
            }
            trap 'stop 130' INT
            trap 'stop 143' TERM HUP
            exists() {
              { [ -e "$1" ] || [ -L "$1" ]; } && printf '%s: %s\\n' "$2" EXISTS
            }
            failed() {
              failed=1
              printf '%s: %s\\n' "$1" FAILED >&2
            }
            begin() {
              name=$1
              to=$2
              exists "$to" "$name" && return 1
              part=.preflight-fix-$$.${to##*.}
              case $to in */*) part=${to%/*}/$part ;; esac
            }
            finish() {
              if [ "$1" -eq 0 ] && mv -n -- "$part" "$to" && [ ! -e "$part" ]; then
                printf '%s: %s\\n' "$name" FIXED
              else
                rm -f -- "$part"
                failed "$name"
              fi
              part=
            }
            fix() {
              begin "$1" "$2" || return
              shift 2
              "$ffmpeg" -v error "$@" "file:$part" </dev/null
              finish $?
            }
            copy() {
              begin "$1" "$2" || return
              cp -- "$3" "$part"
              finish $?
            }
            unplanned() {
              printf '%s: %s\\n' "$1" "$2" >&2
            }
            """;

    private final OutputStream out;
    private final Tool tool;
    private final FixOptions options;
    private final NamesTaken taken = new NamesTaken(2 * MAX_FILES);
    private long leftOut;

    /** Writes to this stream, which it neither flushes nor closes. */
    public FixScript(OutputStream out, Tool tool, FixOptions options) {
        this.out = out;
        this.tool = tool;
        this.options = options;
    }

    @Override
    public void begin(Limits limits) throws IOException {
        String about = "#!/bin/sh\n"
                + comment(Phrase.of("report:script.about").with("tool", tool.toString()))
                + comment(Phrase.of("report:script.where"))
                + comment(Phrase.of("report:script.again"))
                + comment(Phrase.of("report:script.program"));
        write(about
                + BEGINNING
                        .replace("EXISTS", word("report:script.exists"))
                        .replace("FAILED", word("report:script.failed"))
                        .replace("FIXED", word("report:script.fixed")));
    }

    @Override
    public void add(Verdict verdict) throws IOException {
        if (verdict instanceof MediaVerdict media && media.needsAttention()) {
            addPlan(media.plan(options), media.source());
        }
        for (MediaVerdict each : verdict.media()) {
            add(each);
        }
    }

    private void addPlan(FixPlan plan, SourceName source) throws IOException {
        if (!source.fitsCommands() || !(plan instanceof FixPlan.Ready || plan instanceof FixPlan.NeedsExamination)) {
            return;
        }
        if (taken.isFull()) {
            leftOut++;
        } else if (taken.add("in:" + source.path())) { // rows of a manifest may name one file many times
            if (plan instanceof FixPlan.Ready ready) {
                Optional<FixCommand> command = FixCommand.of(ready, source, source.fixedStem());
                if (command.isPresent()) {
                    write(line(command.get(), source));
                }
            } else {
                write("unplanned " + label(source) + " " + word("report:script.unplanned") + "\n");
            }
        }
    }

    private String line(FixCommand command, SourceName source) {
        List<String> words = command.words();
        int last = words.size() - 1;
        String target = label(source) + " " + quoted(free(command.output()));
        if (command.copies()) { // only its name is wrong
            return "copy " + target + " " + quoted(words.get(last - 1)) + "\n";
        }
        StringBuilder line = new StringBuilder("fix ").append(target);
        for (String word : words.subList(1, last)) {
            line.append(' ').append(quoted(word));
        }
        return line.append('\n').toString();
    }

    /** The name of a copy, with a number where an earlier file of another format has the same. */
    private String free(String output) {
        String name = output;
        // Where case does not matter, two names that differ in nothing else are one.
        while (!taken.add("out:" + name.toLowerCase(Locale.ROOT))) {
            name = SourceName.of(name).fixedStem() + name.substring(name.lastIndexOf('.'));
        }
        return name;
    }

    @Override
    public void end(Summary summary) throws IOException {
        if (leftOut > 0) {
            write(comment(Phrase.of("report:script.left-out").with("count", leftOut)));
        }
        if (!summary.complete()) {
            write(comment(Phrase.of("report:script.incomplete")));
        }
        write("exit \"$failed\"\n");
    }

    /** What the script calls a file on a terminal, which must not obey it. */
    private static String label(SourceName source) {
        return quoted(VisibleSource.of(source));
    }

    private static String word(String key) {
        return quoted(SafeText.inOneLine(Phrase.of(key).toString()));
    }

    private static String comment(Phrase phrase) {
        return "# " + SafeText.inOneLine(phrase.toString()) + "\n";
    }

    /** Between apostrophes every shell takes every byte for itself, line feeds too, but for the apostrophe. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    private void write(String text) throws IOException {
        out.write(SurrogateEscape.encode(text));
    }
}
