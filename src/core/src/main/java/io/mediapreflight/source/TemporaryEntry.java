package io.mediapreflight.source;

import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file or directory with a lock, which the system releases however the process ends. The next process
 * that creates one with the same prefix in the same directory deletes what killed processes left there.
 */
public final class TemporaryEntry implements AutoCloseable {
    /** A file is written right before its lock is released and it is moved into place: what is this fresh is left alone. */
    private static final Duration MIN_AGE = Duration.ofSeconds(2);

    /** Where a file system knows no locks, only its age distinguishes a file that is in use from one that was left behind. */
    private static final Duration MIN_AGE_WITHOUT_LOCK = Duration.ofDays(1);

    private static final int MAX_LOOKED_AT = 100_000; // a tenth of a second; leftovers behind so many entries stay
    private static final int MAX_TRIES = 10;
    private static final String LOCK = "lock";
    private static final String SUFFIX = ".tmp";

    /** Of this process: to open and close such a file once more would release its lock (POSIX, fcntl). */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final FileAttribute<?> OF_THIS_USER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private final Optional<FileChannel> lock;

    private TemporaryEntry(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Creates an empty file. */
    public static TemporaryEntry file(Path directory, String prefix, FileAttribute<?>... attributes)
            throws IOException {
        deleteLeft(directory, prefix);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Path path = Files.createFile(directory.resolve(prefix + name() + SUFFIX), attributes);
            Optional<TemporaryEntry> held = hold(path, path);
            if (held.isPresent()) {
                return held.get();
            }
        }
        throw allDeleted("source:temporary-file", directory);
    }

    /** Creates an empty file in the system's directory for temporary files, which this user alone can read. */
    public static TemporaryEntry ofThisUser(String prefix) throws IOException {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? file(directory, prefix, OF_THIS_USER) : file(directory, prefix);
    }

    /** Creates an empty file in the directory of another file, which it may replace. */
    public static TemporaryEntry beside(Path file, String prefix) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            throw new NoSuchFileException(
                    file.toString(), null, Phrase.of("source:no-directory").toString());
        }
        return file(directory, prefix);
    }

    /** Creates a directory for this user alone; do not touch {@code lock} in it. */
    public static TemporaryEntry directory(Path directory, String prefix) throws IOException {
        deleteLeft(directory, prefix);
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Path path = Files.createTempDirectory(directory, prefix);
            Optional<TemporaryEntry> held;
            try {
                held = hold(path, Files.createFile(path.resolve(LOCK)));
            } catch (IOException e) {
                deleteEmpty(path); // a full disk may have room for a directory and for nothing in it
                throw e;
            }
            if (held.isPresent()) {
                return held.get();
            }
        }
        throw allDeleted("source:temporary-directory", directory);
    }

    private static void deleteEmpty(Path directory) {
        try {
            Files.deleteIfExists(directory.resolve(LOCK));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            // What went wrong before is thrown.
        }
    }

    private static IOException allDeleted(String key, Path directory) {
        return new IOException(
                Phrase.of(key).with("directory", PathNames.text(directory)).toString());
    }

    private static String name() {
        return ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
    }

    /** Empty where another process takes it for one that was left: that process deletes it. */
    private static Optional<TemporaryEntry> hold(Path path, Path lockFile) throws IOException {
        Path key = path.toAbsolutePath();
        HELD.add(key);
        FileChannel channel;
        try {
            channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        } catch (IOException e) {
            HELD.remove(key);
            throw e;
        }
        try {
            if (channel.tryLock() != null && Files.exists(lockFile)) {
                return Optional.of(new TemporaryEntry(path, Optional.of(channel)));
            }
        } catch (IOException e) {
            channel.close();
            return Optional.of(new TemporaryEntry(path, Optional.empty())); // no locks here
        }
        channel.close();
        HELD.remove(key);
        return Optional.empty();
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** Releases the lock and deletes it with all that it contains, unless it was moved away. What cannot be deleted is left. */
    @Override
    public void close() {
        HELD.remove(path.toAbsolutePath());
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(path, new Deletion(path));
            }
        } catch (IOException e) {
            // The next process that makes one there tries again.
        }
    }

    /**
     * Deletes what killed processes of this user left. What cannot be deleted stays: it does not matter to the
     * caller.
     */
    static void deleteLeft(Path directory, String prefix) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            UserPrincipal user = ProcessOwner.get();
            int looked = 0;
            for (Path entry : entries) {
                if (++looked > MAX_LOOKED_AT) {
                    return;
                }
                if (entry.getFileName().toString().startsWith(prefix)) {
                    deleteIfLeft(entry, prefix, user);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // To make something there will say what is wrong.
        }
    }

    private static void deleteIfLeft(Path entry, String prefix, UserPrincipal user) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            boolean directory = attributes.isDirectory();
            boolean own = Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(user);
            boolean temporary = directory
                    ? isNumbered(entry, prefix)
                    : attributes.isRegularFile() && entry.toString().endsWith(SUFFIX);
            if (own && temporary && !HELD.contains(entry.toAbsolutePath())) {
                Duration age = Duration.ofMillis(System.currentTimeMillis()
                        - attributes.lastModifiedTime().toMillis());
                deleteUnlocked(entry, directory ? entry.resolve(LOCK) : entry, age);
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Another process may have been first.
        }
    }

    /** As {@link Files#createTempDirectory} names them: a user's own directory may begin as they do. */
    private static boolean isNumbered(Path entry, String prefix) {
        String number = entry.getFileName().toString().substring(prefix.length());
        return !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void deleteUnlocked(Path entry, Path lockFile, Duration age) throws IOException {
        if (age.compareTo(MIN_AGE) < 0) {
            return;
        }
        if (!Files.exists(lockFile, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(entry); // killed before it could be locked: then it is empty, and what is not is another's
            return;
        }
        if (!lockFile.equals(entry) && !isEmptyFile(lockFile)) {
            return; // not made here
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (isFree(channel, age)) {
                Files.walkFileTree(entry, new Deletion(entry));
            }
        }
    }

    private static boolean isEmptyFile(Path file) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        return attributes.isRegularFile() && attributes.size() == 0;
    }

    private static boolean isFree(FileChannel channel, Duration age) {
        try {
            FileLock gained = channel.tryLock();
            return gained != null;
        } catch (IOException e) {
            return age.compareTo(MIN_AGE_WITHOUT_LOCK) > 0;
        }
    }

    /** The lock goes last: where this process is killed before, the rest still shows whose it is. */
    private static final class Deletion extends SimpleFileVisitor<Path> {
        private final Path lock;

        Deletion(Path entry) {
            this.lock = entry.resolve(LOCK);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!file.equals(lock)) {
                Files.delete(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            if (directory.equals(lock.getParent())) {
                Files.deleteIfExists(lock);
            }
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
