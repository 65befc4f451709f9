package io.mediapreflight.cli.config;

import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.source.ProcessOwner;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * A file that decides how the program runs, and that was found rather than named: it must be the user's or root's, as the link to it must, and
 * no other user may be able to write it. Judged where the file system has owners as POSIX has them.
 */
final class TrustedFile {
    /** Thirteen keys take a few hundred bytes; a list of patterns may be long. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String ROOT = "root";

    private final Path file;

    TrustedFile(Path file) {
        this.file = file;
    }

    /** Its bytes, of the file that was looked at: one that is replaced meanwhile is refused. */
    byte[] read() throws ConfigurationException {
        try {
            requireOwn(attributes(LinkOption.NOFOLLOW_LINKS));
            BasicFileAttributes before = attributes();
            if (!before.isRegularFile()) {
                throw new ConfigurationException(Phrase.of("cli:config.special"));
            }
            requireOwn(before);
            requireNoOtherWriter(before);
            byte[] bytes = bytes();
            if (bytes.length > MAX_BYTES) {
                throw new ConfigurationException(Phrase.of("cli:config.size").with("max", MAX_BYTES));
            }
            requireSame(before, attributes());
            return bytes;
        } catch (IOException e) {
            throw new ConfigurationException(Phrase.of("cli:config.unreadable").with("reason", Diagnostics.reason(e)));
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }

    private BasicFileAttributes attributes(LinkOption... options) throws IOException {
        PosixFileAttributeView owned = Files.getFileAttributeView(file, PosixFileAttributeView.class, options);
        return owned == null ? Files.readAttributes(file, BasicFileAttributes.class, options) : owned.readAttributes();
    }

    private static void requireOwn(BasicFileAttributes attributes) throws ConfigurationException, IOException {
        if (attributes instanceof PosixFileAttributes owned) {
            UserPrincipal owner = owned.owner();
            if (!owner.equals(ProcessOwner.get()) && !owner.getName().equals(ROOT)) {
                throw new ConfigurationException(Phrase.of("cli:config.owner").with("owner", owner.getName()));
            }
        }
    }

    /** A group with the name of the owner is the owner's alone: systems that make such groups let them write by default. */
    private static void requireNoOtherWriter(BasicFileAttributes attributes) throws ConfigurationException {
        if (attributes instanceof PosixFileAttributes owned) {
            Set<PosixFilePermission> permissions = owned.permissions();
            boolean isShared = permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !owned.group().getName().equals(owned.owner().getName());
            if (isShared || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new ConfigurationException(Phrase.of("cli:config.writable")
                        .with("permissions", PosixFilePermissions.toString(permissions)));
            }
        }
    }

    private static void requireSame(BasicFileAttributes before, BasicFileAttributes after)
            throws ConfigurationException {
        boolean isSame = before.isRegularFile() == after.isRegularFile()
                && String.valueOf(before.fileKey()).equals(String.valueOf(after.fileKey()))
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && before.size() == after.size();
        if (!isSame) {
            throw new ConfigurationException(Phrase.of("cli:config.changed"));
        }
    }
}
