package io.mediapreflight.cli.config;

import java.util.List;

/**
 * A setting that is in force.
 *
 * @param texts of a list its elements, else the value; nothing where it is not set
 * @param origin where it comes from
 * @param line of the file; 0 where it does not come from there, or its line is not known
 */
record Effective(Setting setting, List<String> texts, Origin origin, int line) {
    /** Where a setting comes from; the stronger, the later. */
    enum Origin {
        DEFAULT("default"),
        FILE("file"),
        COMMAND_LINE("commandLine");

        private final String id;

        Origin(String id) {
            this.id = id;
        }

        /** Its name for programs. */
        String id() {
            return id;
        }
    }

    Effective {
        texts = List.copyOf(texts);
    }

    boolean isSet() {
        return !texts.isEmpty() || setting.kind() == TomlKind.LIST;
    }

    String text() {
        return texts.get(0);
    }
}
