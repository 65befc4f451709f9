/** Judges whole directories: walks them, keeps facts in a cache, knows what was accepted. */
@SuppressWarnings("module") // the command line is not there yet when this module is compiled
module io.mediapreflight.audit {
    requires transitive io.mediapreflight.core;
    requires io.mediapreflight.json;
    requires java.sql;
    requires org.apache.commons.csv;
    requires org.apache.commons.io;
    requires org.xerial.sqlitejdbc;
    requires tools.jackson.core;

    exports io.mediapreflight.audit;
    exports io.mediapreflight.audit.baseline;
    exports io.mediapreflight.audit.cache;
    exports io.mediapreflight.audit.list;
    exports io.mediapreflight.audit.manifest;
    exports io.mediapreflight.audit.text to
            io.mediapreflight.cli;
}
