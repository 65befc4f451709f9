package io.mediapreflight.audit;

import io.mediapreflight.audit.cache.FileState;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the state of a file by its attributes. */
final class FileStates {
    /** How the JDK writes a file key on Unix: the device, in hexadecimal digits, and the inode. */
    private static final Pattern UNIX_KEY = Pattern.compile("\\(dev=[0-9a-f]+,ino=(\\d{1,18})\\)");

    private FileStates() {}

    static FileState of(Path path, BasicFileAttributes attributes) {
        return new FileState(
                path.toAbsolutePath().normalize(),
                attributes.size(),
                attributes.lastModifiedTime(),
                inode(String.valueOf(attributes.fileKey())));
    }

    /** The inode alone: a device may have another number after the next start of the system. */
    private static OptionalLong inode(String key) {
        Matcher matcher = UNIX_KEY.matcher(key);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
