package io.mediapreflight.cli.check;

import io.mediapreflight.Examination;
import io.mediapreflight.Inspection;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.io.NotKeptException;
import io.mediapreflight.io.SpooledSource;
import io.mediapreflight.request.url.MaskedUrl;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Judges whatever an argument names: a file, standard input, a URL or an object. There is a result for each, come what may. */
final class FileJudge {
    private final Preflight preflight;
    private final Subject subject;
    private final InputStream in;
    private final ObjectSession objects;
    private final Diagnostics diagnostics;
    private volatile boolean programError; // URLs are judged by several threads

    FileJudge(Preflight preflight, Subject subject, InputStream in, ObjectSession objects, Diagnostics diagnostics) {
        this.preflight = preflight;
        this.subject = subject;
        this.in = in;
        this.objects = objects;
        this.diagnostics = diagnostics;
    }

    Verdict judge(String name) {
        long start = System.nanoTime();
        SourceName source = source(name);
        try {
            return verdict(name).named(source);
        } catch (InvalidPathException e) {
            return unreadable(source, Phrase.of("access.impossible-name"), start);
        } catch (NotKeptException e) {
            programError = true;
            String reason = Diagnostics.reason(e.getCause() instanceof IOException cause ? cause : e);
            diagnostics.say(Phrase.of("cli:input-not-kept").with("reason", reason), e);
            return unreadable(source, Phrase.of("access.not-kept").with("reason", reason), start);
        } catch (IOException e) {
            return unreadable(source, Phrase.of("access.failed").with("reason", Diagnostics.reason(e)), start);
        } catch (RuntimeException | StackOverflowError e) {
            // No file may keep the others from being judged. A defect of ours, so the exit code says so, too.
            programError = true;
            diagnostics.say(Phrase.of("cli:defect").with("file", source.toString()), e);
            return unreadable(source, Phrase.of("access.defect"), start);
        }
    }

    private static SourceName source(String name) {
        if (name.equals(CheckOptions.STANDARD_INPUT)) {
            return SourceName.standardInput();
        }
        if (ObjectOptions.isObject(name)) {
            return SourceName.ofNoFile(name);
        }
        return FileArguments.isUrl(name) ? SourceName.ofNoFile(MaskedUrl.unlessSecret(name)) : SourceName.of(name);
    }

    /** The verdict on what was not judged any more. */
    Verdict interrupted(String name) {
        return unreadable(source(name), Phrase.of("access.interrupted"), System.nanoTime());
    }

    private MediaVerdict verdict(String name) throws IOException {
        if (name.equals(CheckOptions.STANDARD_INPUT)) {
            return standardInput();
        }
        if (FileArguments.isUrl(name)) {
            return preflight.check(name, subject);
        }
        if (ObjectOptions.isObject(name)) {
            return object(name);
        }
        if (name.isEmpty()) {
            throw new InvalidPathException(name, "empty");
        }
        return preflight.check(PathNames.path(name), subject);
    }

    private MediaVerdict object(String name) {
        long start = System.nanoTime();
        try {
            Optional<RemoteSource> opened = objects.source(name);
            if (opened.isEmpty()) {
                Fix fix = Fix.of(Phrase.of("fix.fetch"));
                return preflight.unreadable(SourceName.none(), Phrase.of("access.object"), fix, 0);
            }
            try (RemoteSource source = opened.get()) {
                return preflight.check(
                        source, subject.named(SourceName.ofNoFile(name).fileName()));
            }
        } catch (IOException e) {
            return preflight.unreadable(SourceName.none(), e, System.nanoTime() - start);
        }
    }

    private MediaVerdict standardInput() throws IOException {
        try (SpooledSource spooled = SpooledSource.of(in, preflight.limits())) {
            Inspection inspection = preflight.inspect(spooled);
            return preflight.judge(inspection, examination(spooled, inspection), subject);
        }
    }

    /** Another process opens files by their names only. What is too large to be kept fails anyway. */
    private Optional<Examination> examination(SpooledSource spooled, Inspection inspection) throws IOException {
        if (!preflight.isExamining()) {
            return preflight.examine(spooled, inspection);
        }
        if (!spooled.isComplete()) {
            return Optional.empty();
        }
        try (TemporaryEntry copy = spooled.toFile()) {
            return preflight.examine(copy.path(), inspection);
        }
    }

    /** Whether most of the work on it is waiting. */
    static boolean isRemote(String name) {
        return FileArguments.isUrl(name) || (ObjectOptions.isObject(name) && !ObjectOptions.isPrefix(name));
    }

    private MediaVerdict unreadable(SourceName source, Phrase why, long start) {
        return preflight.unreadable(source, why, Fix.of(RuleId.FILE_ACCESS), System.nanoTime() - start);
    }

    /** Whether something went wrong that was no fault of what was judged. */
    boolean hadProgramError() {
        return programError;
    }
}
