package io.mediapreflight.audit.cache;

import io.mediapreflight.probe.codec.FactKey;
import io.mediapreflight.probe.codec.MediaTables;
import io.mediapreflight.probe.codec.ProbedCodec;
import io.mediapreflight.text.Phrase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The one table, kept in the order of its paths: a fifth smaller than with an index beside it, and found in one descent. Its
 * comments are for the owner of the file: {@code .schema} in {@code sqlite3} shows them.
 */
final class Schema {
    /** "PfCh", so that no other program's database is taken for a cache. */
    static final int APPLICATION_ID = 0x50664368;

    /** Of the table's columns and of their meaning; what the probes find has a version of its own. */
    static final int VERSION = 4;

    /** The columns made from facts, one for each key, by their number among these columns. */
    static final Map<String, Integer> FACT_COLUMNS = numbered();

    private static final String END = ") WITHOUT ROWID";

    private static final String KEY_AND_FACTS = """
            CREATE TABLE file (
              -- One row a file or object, as it was when it was last probed. Verdicts are not kept: the rules run again each time.
              path               BLOB NOT NULL PRIMARY KEY, -- absolute, or s3://...; text, or bytes where the name is not UTF-8
              size               INTEGER NOT NULL, -- bytes
              modified_ns        INTEGER,          -- last written, nanoseconds since 1970 (UTC); NULL for an object
              inode              INTEGER,          -- NULL where the file system has none
              changed_ns         INTEGER,          -- status last changed (ctime), since 1970; NULL where there is none
              etag               TEXT,             -- of an object's bytes; NULL for a file
              probe_version      INTEGER NOT NULL, -- of the probes that found the facts; others are not trusted
              facts              BLOB NOT NULL,    -- all that was found, in preflight's own exact encoding
              examined_by        TEXT,             -- who looked behind the headers, how deep, by which limits; else NULL
              examination        BLOB,             -- what that found, in the same encoding; used where examined_by is the same
              -- What follows is made from the facts, to be read by you. Preflight itself never reads it.
              probed_at          TEXT NOT NULL,    -- UTC, such as 2026-01-31T12:00:00Z
              format             TEXT,             -- by content: jpeg, png, mp4, mov, ...; NULL where not known
              kind               TEXT NOT NULL,    -- by content: image, video, audio or other
              whole              INTEGER,          -- 1 whole, 0 cut off, NULL not known
              malformations      TEXT,             -- what is wrong and where, one a line; NULL where nothing is
            """;

    static final String CREATE = KEY_AND_FACTS
            + MediaTables.keys().stream().map(Schema::definition).collect(Collectors.joining(",\n", "", "\n"))
            + END;

    /** Column by column as {@link FileKey#bind} and {@link Row} give them. */
    static final String INSERT =
            "INSERT OR REPLACE INTO file (path, size, modified_ns, inode, changed_ns, etag, probe_version, facts,"
                    + " examined_by, examination, probed_at, format, kind, whole, malformations, "
                    + String.join(
                            ", ",
                            MediaTables.keys().stream().map(Schema::column).toList())
                    + ") VALUES (" + "?, ".repeat(Row.COLUMNS - 1) + "?)";

    /** Asks for the length first, so that no gigabyte of a hostile file is loaded. */
    static final String FIND = """
            SELECT facts FROM file
            WHERE path = ? AND size = ? AND modified_ns IS ? AND inode IS ? AND changed_ns IS ? AND etag IS ?
              AND probe_version = ?
              AND typeof(facts) = 'blob' AND length(facts) <= %d
            """.formatted(ProbedCodec.MAX_BYTES);

    /** Likewise; what was examined is as old as the facts that it went with. */
    static final String FIND_EXAMINATION = """
            SELECT examination FROM file
            WHERE path = ? AND size = ? AND modified_ns IS ? AND inode IS ? AND changed_ns IS ? AND etag IS ?
              AND probe_version = ?
              AND examined_by = ? AND typeof(examination) = 'blob' AND length(examination) <= %d
            """.formatted(ExaminationCodec.MAX_BYTES);

    /** In one transaction, so that a process that is killed leaves all of it or nothing. */
    static final List<String> SET_UP =
            List.of("PRAGMA application_id = " + APPLICATION_ID, "PRAGMA user_version = " + VERSION, CREATE);

    /** Type, name and definition of what a database holds; a third row is one too many already. */
    private static final String OBJECTS = "SELECT type, name, sql FROM sqlite_master LIMIT 3";

    private Schema() {}

    /** What a database holds that is not exactly what {@link #SET_UP} makes, as a clause; nothing where that is all. */
    static Optional<Phrase> foreignObject(CacheConnection connection) throws SQLException {
        return foreignObject(connection, Schema::isOurs);
    }

    /** The same for the table of another version, of which only its name and its kind are known. */
    static Optional<Phrase> foreignObjectOfAnyVersion(CacheConnection connection) throws SQLException {
        return foreignObject(connection, sql -> sql.startsWith("CREATE TABLE file ("));
    }

    private static Optional<Phrase> foreignObject(CacheConnection connection, Predicate<String> isOurs)
            throws SQLException {
        boolean found = false;
        try (PreparedStatement objects = connection.prepare(OBJECTS);
                ResultSet rows = objects.executeQuery()) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString(1));
                String name = String.valueOf(rows.getString(2));
                if (!type.equals("table") || !name.equals("file")) {
                    return Optional.of(Phrase.of("audit:cache.reason.object")
                            .with("type", type)
                            .with("name", name));
                }
                if (!isOurs.test(String.valueOf(rows.getString(3)))) {
                    return Optional.of(Phrase.of("audit:cache.reason.definition"));
                }
                found = true;
            }
        }
        return found ? Optional.empty() : Optional.of(Phrase.of("audit:cache.reason.no-table"));
    }

    /** The key and the facts as they are made here, and columns made from facts, of which an earlier preflight knew fewer. */
    private static boolean isOurs(String sql) {
        String plain = withoutComments(sql).strip();
        String start = withoutComments(KEY_AND_FACTS).strip();
        if (!plain.startsWith(start) || !plain.endsWith(END) || plain.length() < start.length() + END.length()) {
            return false;
        }
        Set<String> known =
                MediaTables.keys().stream().map(Schema::plainDefinition).collect(Collectors.toSet());
        String columns = plain.substring(start.length(), plain.length() - END.length());
        return Arrays.stream(columns.split(",", -1)).map(String::strip).allMatch(known::contains);
    }

    /** Without what stands between slashes and stars: titles of columns, which hold commas. */
    private static String withoutComments(String sql) {
        StringBuilder plain = new StringBuilder(sql.length());
        int from = 0;
        int start = sql.indexOf("/*");
        while (start >= 0) {
            int end = sql.indexOf("*/", start + 2);
            plain.append(sql, from, start);
            from = end < 0 ? sql.length() : end + 2;
            start = sql.indexOf("/*", from);
        }
        return plain.append(sql, from, sql.length()).toString();
    }

    /**
     * The definitions of the columns made from facts that a table has not.
     *
     * @param present the names of the columns it has; none where there is no table, of which nothing is missing
     */
    static List<String> missing(Set<String> present) {
        return present.isEmpty()
                ? List.of()
                : MediaTables.keys().stream()
                        .filter(key -> !present.contains(column(key)))
                        .map(Schema::definition)
                        .toList();
    }

    /** {@code video_codec} for {@code videoCodec}. */
    private static String column(FactKey key) {
        StringBuilder name = new StringBuilder();
        for (char letter : key.name().toCharArray()) {
            name.append(Character.isUpperCase(letter) ? "_" : "").append(Character.toLowerCase(letter));
        }
        return name.toString();
    }

    /** A comment in this form may stand before the comma. */
    private static String definition(FactKey key) {
        return "  " + plainDefinition(key) + " /* " + key.title() + " */";
    }

    private static String plainDefinition(FactKey key) {
        return column(key) + " " + key.column().sql();
    }

    private static Map<String, Integer> numbered() {
        Map<String, Integer> numbers = new HashMap<>();
        for (FactKey key : MediaTables.keys()) {
            numbers.put(key.name(), numbers.size());
        }
        return Map.copyOf(numbers);
    }
}
