package io.mediapreflight.audit.cache;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.SurrogateEscape;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The state of a file or an object as the database holds it: a row is trusted only where all of it is the same. */
final class FileKey {
    /** How many parameters {@link #bind} sets. */
    static final int COLUMNS = 6;

    private final String name;
    private final long size;
    private final OptionalLong modifiedNanos;
    private final OptionalLong inode;
    private final OptionalLong changedNanos;
    private final Optional<String> entityTag;

    private FileKey(
            String name,
            long size,
            OptionalLong modifiedNanos,
            OptionalLong inode,
            OptionalLong changedNanos,
            Optional<String> entityTag) {
        this.name = name;
        this.size = size;
        this.modifiedNanos = modifiedNanos;
        this.inode = inode;
        this.changedNanos = changedNanos;
        this.entityTag = entityTag;
    }

    /** Empty for a state that something else, or another state, might share in the database. */
    static Optional<FileKey> of(AssetState state) {
        return state instanceof FileState file ? of(file) : of((ObjectState) state);
    }

    private static Optional<FileKey> of(ObjectState state) {
        OptionalLong none = OptionalLong.empty();
        boolean isText = SurrogateEscape.isUnicode(state.name()) && SurrogateEscape.isUnicode(state.entityTag());
        return isText && state.size() >= 0
                ? Optional.of(new FileKey(state.name(), state.size(), none, none, none, Optional.of(state.entityTag())))
                : Optional.empty();
    }

    private static Optional<FileKey> of(FileState state) {
        Path path = state.path();
        boolean exact = isExact(state.modified())
                && state.changed().map(FileKey::isExact).orElse(true);
        // The names in an archive are no names of files.
        boolean local = path.isAbsolute() && path.getFileSystem() == FileSystems.getDefault();
        if (!exact || !local || state.size() < 0) {
            return Optional.empty();
        }
        String name = PathNames.text(path);
        OptionalLong changed =
                state.changed().stream().mapToLong(FileKey::nanos).findFirst();
        return isReversible(name)
                ? Optional.of(new FileKey(
                        name,
                        state.size(),
                        OptionalLong.of(nanos(state.modified())),
                        state.inode(),
                        changed,
                        Optional.empty()))
                : Optional.empty();
    }

    /** Beyond the years 1677 to 2262 the conversion gives the last number there is. */
    private static boolean isExact(FileTime time) {
        return time.equals(FileTime.from(nanos(time), TimeUnit.NANOSECONDS));
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    /** Windows allows lone surrogates that stand for no byte: two such names may have the same bytes. */
    private static boolean isReversible(String name) {
        return SurrogateEscape.isUnicode(name)
                || SurrogateEscape.decode(SurrogateEscape.encode(name)).equals(name);
    }

    /** Sets path, size, modification, inode, change and entity tag as the first parameters. */
    void bind(PreparedStatement statement) throws SQLException {
        // Text and bytes are never equal in SQLite, so a name that is not UTF-8 equals no other.
        if (SurrogateEscape.isUnicode(name)) {
            statement.setString(1, name);
        } else {
            statement.setBytes(1, SurrogateEscape.encode(name));
        }
        statement.setLong(2, size);
        bind(statement, 3, modifiedNanos);
        bind(statement, 4, inode);
        bind(statement, 5, changedNanos);
        if (entityTag.isPresent()) {
            statement.setString(6, entityTag.get());
        } else {
            statement.setNull(6, Types.VARCHAR);
        }
    }

    private static void bind(PreparedStatement statement, int at, OptionalLong value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(at, value.getAsLong());
        } else {
            statement.setNull(at, Types.INTEGER);
        }
    }
}
