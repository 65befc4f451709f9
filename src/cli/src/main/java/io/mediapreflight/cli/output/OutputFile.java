package io.mediapreflight.cli.output;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.source.TemporaryEntry;
import io.mediapreflight.text.Phrase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.io.FileSystem;

/**
 * A file to be written: under a temporary name beside it, and moved into place when it is whole. What is there and is no
 * regular file (a device, a named pipe) is written as it is.
 */
public final class OutputFile {
    private static final String PREFIX = ".preflight-";

    private final Path target;
    private final Optional<TemporaryEntry> temporary;
    private final OutputStream out;

    private OutputFile(Path target, Optional<TemporaryEntry> temporary, OutputStream out) {
        this.target = target;
        this.temporary = temporary;
        this.out = out;
    }

    /**
     * Begins to write.
     *
     * @throws OutputException where the file could not be written
     */
    public static OutputFile open(String name) throws OutputException {
        String shown = VisibleSource.of(SourceName.of(name));
        try {
            return open(PathNames.path(name));
        } catch (IOException e) {
            throw new OutputException(unwritable(shown, Diagnostics.reason(e)), e);
        } catch (InvalidPathException e) {
            throw new OutputException(
                    unwritable(shown, Phrase.of("cli:reason.impossible-name").toString()), e);
        }
    }

    private static Phrase unwritable(String shown, String reason) {
        return Phrase.of("cli:cannot-write-file").with("file", shown).with("reason", reason);
    }

    private static OutputFile open(Path file) throws IOException {
        Path target = file;
        boolean inPlace = isDevice(file, FileSystem.getCurrent());
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                throw new FileSystemException(
                        file.toString(), null, Phrase.of("cli:reason.directory").toString());
            }
            inPlace |= !attributes.isRegularFile();
            target = inPlace ? file : file.toRealPath();
        } catch (NoSuchFileException e) {
            // A new file. A link to nowhere is written through, which makes the file it names.
            inPlace |= Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
        if (inPlace) {
            return new OutputFile(target, Optional.empty(), Files.newOutputStream(target));
        }
        TemporaryEntry temporary = TemporaryEntry.beside(target, PREFIX);
        return new OutputFile(
                target, Optional.of(temporary), new BufferedOutputStream(Files.newOutputStream(temporary.path())));
    }

    /** Whether the name is that of a device in every directory, as NUL is on Windows, where nothing can be moved to it. */
    static boolean isDevice(Path file, FileSystem system) {
        Path name = file.getFileName();
        return name != null && system.isReservedFileName(name.toString().toUpperCase(Locale.ROOT));
    }

    public OutputStream stream() {
        return out;
    }

    /** Writes what is left and moves the file into place. */
    public void complete() throws IOException {
        out.close();
        if (temporary.isPresent()) {
            Path written = temporary.get().path();
            keepPermissions(written);
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            temporary.get().close();
        }
    }

    /** A report that was private stays private. */
    private void keepPermissions(Path replacement) throws IOException {
        PosixFileAttributeView there = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (there != null && Files.exists(target)) {
            Files.setPosixFilePermissions(replacement, there.readAttributes().permissions());
        }
    }

    /** Leaves nothing behind, and what was there as it was. */
    public void discard() {
        try {
            out.close();
        } catch (IOException e) {
            // It was given up already, and why has been said.
        }
        temporary.ifPresent(TemporaryEntry::close);
    }
}
