package io.mediapreflight.audit;

import io.mediapreflight.audit.cache.FileState;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the state of a file from its attributes. */
final class FileStates {
    /** How the JDK writes a file key on Unix: the device, in hexadecimal digits, and the inode. */
    private static final Pattern UNIX_KEY = Pattern.compile("\\(dev=[0-9a-f]+,ino=(\\d{1,18})\\)");

    private static final boolean HAS_CHANGES =
            FileSystems.getDefault().supportedFileAttributeViews().contains("unix");

    private static final LinkOption[] LINK_ITSELF = {LinkOption.NOFOLLOW_LINKS};
    private static final LinkOption[] THROUGH_LINKS = {};

    private FileStates() {}

    /** As it was found. Empty for a file that is gone by now: to open it will say so. */
    static Optional<FileState> found(Asset.File file) {
        return of(file, file.attributes());
    }

    /** Whether what was seen meanwhile is that of one state: the file is now in the state in which it was before. */
    static boolean isStill(FileState before, Asset.File file, Disk disk) {
        try {
            BasicFileAttributes after = disk.attributes(file.path(), links(file));
            return after.isRegularFile() && of(file, after).equals(Optional.of(before));
        } catch (IOException e) {
            return false; // it is gone by now: what was seen of it is reported, and of no use to the next audit
        }
    }

    private static Optional<FileState> of(Asset.File file, BasicFileAttributes attributes) {
        try {
            return Optional.of(of(file.path(), attributes, links(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** How its attributes are asked for: a link that was followed leads to the file, any other is one itself. */
    static LinkOption[] links(Asset.File file) {
        return file.linked() ? THROUGH_LINKS : LINK_ITSELF;
    }

    /**
     * The state by attributes that were read, and by a time of change that is asked for now: only a cache needs it,
     * and to read it with the others would cost more for each file.
     */
    static FileState of(Path path, BasicFileAttributes attributes, LinkOption... links) throws IOException {
        return new FileState(
                path.toAbsolutePath().normalize(),
                attributes.size(),
                attributes.lastModifiedTime(),
                inode(String.valueOf(attributes.fileKey())),
                changed(path, links));
    }

    private static Optional<FileTime> changed(Path path, LinkOption... links) throws IOException {
        return HAS_CHANGES && path.getFileSystem() == FileSystems.getDefault()
                ? Optional.of((FileTime) Files.getAttribute(path, "unix:ctime", links))
                : Optional.empty();
    }

    /** The inode alone: a device may have another number after the next start of the system. */
    private static OptionalLong inode(String key) {
        Matcher matcher = UNIX_KEY.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
