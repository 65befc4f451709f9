package io.mediapreflight;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why bytes could not be read, and what to do about it. */
final class ReadFailure {
    private ReadFailure() {}

    /** How bad it is: what a server says for sure can be a failure. */
    static Outcome severity(IOException e) {
        return e instanceof UnreachableException unreachable ? unreachable.severity() : Outcome.UNKNOWN;
    }

    static Phrase reason(IOException e) {
        if (e instanceof UnreachableException unreachable) {
            return unreachable.why();
        }
        if (e instanceof NoSuchFileException) {
            return Phrase.of("access.missing");
        }
        if (e instanceof AccessDeniedException) {
            return Phrase.of("access.denied");
        }
        if (e instanceof NotARegularFileException special) {
            return Phrase.of(special.isDirectory() ? "access.directory" : "access.special");
        }
        if (e instanceof ClosedByInterruptException) {
            return Phrase.of("access.interrupted");
        }
        if (e instanceof ClosedChannelException) {
            return Phrase.of("access.closed");
        }
        // A file system's message begins with the name, which may hold anything; its reason does not.
        String message = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return message == null || message.isBlank()
                ? Phrase.of("access.unexplained")
                : Phrase.of("access.reason").with("reason", message);
    }

    static Fix fix(IOException e) {
        if (e instanceof UnreachableException unreachable) {
            return unreachable.fix();
        }
        if (e instanceof NoSuchFileException) {
            return Fix.of(Phrase.of("fix.check-name"));
        }
        if (e instanceof AccessDeniedException) {
            return Fix.of(Phrase.of("fix.permission"));
        }
        if (e instanceof NotARegularFileException special) {
            return special.isDirectory()
                    ? Fix.of(Phrase.of("fix.name-files"), "preflight", "audit", Fix.INPUT)
                    : Fix.of(Phrase.of("fix.regular-file"));
        }
        if (e instanceof ClosedChannelException) {
            return Fix.of(Phrase.of("fix.keep-open"));
        }
        return Fix.of(RuleId.FILE_ACCESS);
    }
}
