package io.mediapreflight;

import io.mediapreflight.rule.Fix;
import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.spec.RuleId;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** Why bytes could not be read, in the words of a finding, and what to do about it. */
final class ReadFailure {
    private ReadFailure() {}

    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "it may not be read";
        }
        if (e instanceof NotARegularFileException special) {
            return special.isDirectory()
                    ? "it is a directory, which is for `preflight audit`"
                    : "it is a pipe, a socket or a device";
        }
        if (e instanceof ClosedByInterruptException) {
            return "the reading was interrupted";
        }
        // A file system's message begins with the name, which may hold anything; its reason does not.
        String message = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }

    static Fix fix(IOException e) {
        boolean isFolder = e instanceof NotARegularFileException special && special.isDirectory();
        return new Fix(isFolder ? "Name the files in it." : RuleId.FILE_ACCESS.remedy(), List.of());
    }
}
