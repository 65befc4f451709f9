package io.mediapreflight.cli.check;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.report.Result;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Judges whatever an argument names: a file, standard input or a URL. There is a result for each, come what may. */
final class Targets {
    private final Preflight preflight;
    private final Subject subject;
    private final InputStream in;
    private final Diagnostics diagnostics;
    private boolean programError;

    Targets(Preflight preflight, Subject subject, InputStream in, Diagnostics diagnostics) {
        this.preflight = preflight;
        this.subject = subject;
        this.in = in;
        this.diagnostics = diagnostics;
    }

    Result judge(String name) {
        long start = System.nanoTime();
        SourceName source = name.equals(CheckOptions.STANDARD_INPUT) ? SourceName.standardInput() : SourceName.of(name);
        try {
            return new Result(source, verdict(name));
        } catch (InvalidPathException e) {
            return unknown(source, "no file can have this name", start);
        } catch (SpooledInput.NotKeptException e) {
            programError = true;
            diagnostics.say("standard input could not be kept in a temporary file: " + e.reason(), e);
            return unknown(source, "it could not be kept in a temporary file: " + e.reason(), start);
        } catch (IOException e) {
            return unknown(source, "it could not be read: " + Diagnostics.reason(e), start);
        } catch (RuntimeException | StackOverflowError e) {
            // No file may keep the others from being judged. A defect of ours, so the exit code says so, too.
            programError = true;
            diagnostics.say("this is a defect of preflight, please report it: " + source + ": " + e, e);
            return unknown(source, "a defect of preflight: " + e, start);
        }
    }

    private Verdict verdict(String name) throws IOException, SpooledInput.NotKeptException {
        if (name.equals(CheckOptions.STANDARD_INPUT)) {
            return standardInput();
        }
        if (isUrl(name)) {
            return url();
        }
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "empty");
        }
        return preflight.check(PathNames.path(name), subject);
    }

    private Verdict standardInput() throws IOException, SpooledInput.NotKeptException {
        try (SpooledInput spooled = SpooledInput.of(in, preflight.limits().largestBytes() + 1)) {
            Inspection inspection = preflight.inspect(spooled);
            return preflight.judge(inspection, examination(spooled, inspection), subject);
        }
    }

    /** Another process opens files by their names only. What is too large to be kept fails anyway. */
    private Optional<Examination> examination(SpooledInput spooled, Inspection inspection)
            throws IOException, SpooledInput.NotKeptException {
        if (!preflight.isExamining()) {
            return preflight.examine(spooled, inspection);
        }
        if (!spooled.isWhole()) {
            return Optional.empty();
        }
        Path file = SpooledInput.temporary();
        try {
            spooled.copyTo(file);
            return preflight.examine(file, inspection);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static boolean isUrl(String name) {
        return name.regionMatches(true, 0, "http://", 0, 7) || name.regionMatches(true, 0, "https://", 0, 8);
    }

    private Verdict url() {
        Fix fix = new Fix("Download it and check the file.", List.of("curl", "-fLO", Fix.INPUT));
        return unknown("it is a URL, and this version fetches none", fix, 0);
    }

    private Result unknown(SourceName source, String actual, long start) {
        Fix fix = new Fix(RuleId.FILE_ACCESS.remedy(), List.of());
        return new Result(source, unknown(actual, fix, System.nanoTime() - start));
    }

    private Verdict unknown(String actual, Fix fix, long nanos) {
        Limits limits = preflight.limits();
        Finding finding =
                new Finding(RuleId.FILE_ACCESS, Outcome.UNKNOWN, actual, RuleId.FILE_ACCESS.bound(limits), fix);
        return new Verdict(Optional.empty(), Optional.empty(), List.of(finding), limits, 0, nanos);
    }

    /** Whether something went wrong that was no fault of what was judged. */
    boolean hadProgramError() {
        return programError;
    }
}
