package io.mediapreflight.audit.manifest;

import io.mediapreflight.request.Misspelling;
import io.mediapreflight.spec.RequestField;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a manifest may say of a request, and by which names: the first is ours, the other the page's. */
enum Column {
    ID("id"),
    IMAGE("image", "reference_image"),
    VIDEO("video", "reference_video"),
    ORIENTATION("orientation", RequestField.CHARACTER_ORIENTATION.key()),
    PROMPT(RequestField.PROMPT.key()),
    RESOLUTION(RequestField.RESOLUTION.key());

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    static Optional<Column> of(String name) {
        return all().filter(column -> column.names.contains(name)).findFirst();
    }

    /** The known name that this unknown one was probably meant to be. */
    static Optional<String> resembling(String name) {
        List<String> known = all().flatMap(column -> column.names.stream()).toList();
        return Misspelling.meant(name, known, Column::slips);
    }

    private static Stream<Column> all() {
        return Arrays.stream(values());
    }

    /** One slip in four letters: with two in five, a column {@code page} or {@code stage} would be a misspelt image. */
    private static int slips(String known) {
        return Math.min(known.length() / 4, 3);
    }

    /** The name in a message and in the path of a defect. */
    String id() {
        return names.get(0);
    }

    /** Whether it holds the path of a file, which may be any bytes. */
    boolean isPath() {
        return this == IMAGE || this == VIDEO;
    }
}
