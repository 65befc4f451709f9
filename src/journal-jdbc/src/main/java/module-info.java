/** The journal of submissions in a database. */
module io.mediapreflight.journal.jdbc {
    requires transitive io.mediapreflight.submit;
    requires transitive java.sql;

    exports io.mediapreflight.journal.jdbc;
}
