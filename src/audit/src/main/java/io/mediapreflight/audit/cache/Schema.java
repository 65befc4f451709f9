package io.mediapreflight.audit.cache;

import io.mediapreflight.probe.codec.ProbedCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The one table, kept in the order of its paths: a fifth smaller than with an index beside it, and found in one descent. Its
 * comments are for the owner of the file: {@code .schema} in {@code sqlite3} shows them.
 */
final class Schema {
    /** "PfCh", so that no other program's database is taken for a cache. */
    static final int APPLICATION_ID = 0x50664368;

    /** Of the table's columns and of their meaning; what the probes find has a version of its own. */
    static final int VERSION = 2;

    static final String CREATE = """
            CREATE TABLE file (
              -- One row a file, as it was when it was last probed. Verdicts are not kept: the rules run anew each time.
              path               BLOB NOT NULL PRIMARY KEY, -- absolute; text, or bytes where the name is not UTF-8
              size               INTEGER NOT NULL, -- bytes
              modified_ns        INTEGER NOT NULL, -- last written, nanoseconds since 1970 (UTC)
              inode              INTEGER,          -- NULL where the file system has none
              changed_ns         INTEGER,          -- status last changed (ctime), since 1970; NULL where there is none
              probe_version      INTEGER NOT NULL, -- of the probes that found the facts; others are not trusted
              facts              BLOB NOT NULL,    -- all that was found, in preflight's own exact encoding
              -- What follows is made from the facts, to be read by you. Preflight itself never reads it.
              probed_at          TEXT NOT NULL,    -- UTC, such as 2026-01-31T12:00:00Z
              format             TEXT,             -- by content: jpeg, png, mp4, mov, ...; NULL where not known
              kind               TEXT NOT NULL,    -- by content: image, video, audio or other
              width              INTEGER,          -- pixels as coded
              height             INTEGER,
              display_width      INTEGER,          -- pixels after sample aspect ratio, before rotation
              display_height     INTEGER,
              rotation           INTEGER,          -- degrees clockwise for display: 0, 90, 180 or 270
              exif_orientation   INTEGER,          -- 1 to 8, of an image that has one
              mirrored           INTEGER,          -- 1 where left and right are exchanged after the rotation, else 0
              duration_seconds   REAL,             -- by the container
              video_track_seconds REAL,            -- of the picture alone
              video_codec        TEXT,             -- four characters, such as avc1
              audio              INTEGER,          -- 1 with a sound track, else 0
              fragmented         INTEGER,          -- 1 for a film in fragments, else 0
              whole              INTEGER,          -- 1 whole, 0 cut off, NULL not known
              malformations      TEXT              -- what is wrong and where, one a line; NULL where nothing is
            ) WITHOUT ROWID
            """;

    /** Column by column as {@link FileKey#bind} and {@link Row} give them. */
    static final String INSERT = """
            INSERT OR REPLACE INTO file (path, size, modified_ns, inode, changed_ns, probe_version, facts, probed_at, format, kind,
              width, height, display_width, display_height, rotation, exif_orientation, mirrored, duration_seconds,
              video_track_seconds, video_codec, audio, fragmented, whole, malformations)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** Asks for the length first, so that nobody's gigabyte is loaded. */
    static final String FIND = """
            SELECT facts FROM file
            WHERE path = ? AND size = ? AND modified_ns = ? AND inode IS ? AND changed_ns IS ? AND probe_version = ?
              AND typeof(facts) = 'blob' AND length(facts) <= %d
            """.formatted(ProbedCodec.MAX_BYTES);

    /** In one transaction, so that a process that is killed leaves all of it or nothing. */
    static final List<String> SET_UP =
            List.of("PRAGMA application_id = " + APPLICATION_ID, "PRAGMA user_version = " + VERSION, CREATE);

    /** Type, name and definition of what a database holds; a third row is one too many already. */
    private static final String OBJECTS = "SELECT type, name, sql FROM sqlite_master LIMIT 3";

    private Schema() {}

    /** What a database holds that is not exactly what {@link #SET_UP} makes, as a clause; nothing where that is all. */
    static String foreignObject(CacheConnection connection) throws SQLException {
        return foreignObject(connection, sql -> sql.strip().equals(CREATE.strip()));
    }

    /** The same for the table of another version, of which only its name and its kind are known. */
    static String foreignObjectOfAnyVersion(CacheConnection connection) throws SQLException {
        return foreignObject(connection, sql -> sql.startsWith("CREATE TABLE file ("));
    }

    private static String foreignObject(CacheConnection connection, Predicate<String> isOurs) throws SQLException {
        boolean found = false;
        try (PreparedStatement objects = connection.prepare(OBJECTS);
                ResultSet rows = objects.executeQuery()) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString(1));
                String name = String.valueOf(rows.getString(2));
                if (!type.equals("table") || !name.equals("file")) {
                    return "it holds the " + type + " '" + name + "'";
                }
                if (!isOurs.test(String.valueOf(rows.getString(3)))) {
                    return "its table is defined otherwise";
                }
                found = true;
            }
        }
        return found ? "" : "its table is missing";
    }
}
