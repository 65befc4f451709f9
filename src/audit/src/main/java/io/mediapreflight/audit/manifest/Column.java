package io.mediapreflight.audit.manifest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a manifest may say of a request, and by which names: the first is ours, the other the page's. */
enum Column {
    ID("id"),
    IMAGE("image", "reference_image"),
    VIDEO("video", "reference_video"),
    ORIENTATION("orientation", "character_orientation"),
    PROMPT("prompt"),
    RESOLUTION("resolution");

    /** A name that is far longer than any known one resembles none, and need not be measured. */
    private static final int MAX_NAME = 64;

    private final List<String> names;

    Column(String... names) {
        this.names = List.of(names);
    }

    static Optional<Column> of(String name) {
        return all().filter(column -> column.names.contains(name)).findFirst();
    }

    /** The known name that this unknown one was probably meant to be. */
    static Optional<String> resembling(String name) {
        if (name.length() > MAX_NAME) {
            return Optional.empty();
        }
        String plain = plain(name);
        return all().flatMap(column -> column.names.stream())
                .filter(known -> Typo.distance(plain, plain(known)) <= slips(known))
                .min(Comparator.comparingInt(known -> Typo.distance(plain, plain(known))));
    }

    private static Stream<Column> all() {
        return Arrays.stream(values());
    }

    /** One slip in four letters: with two in five, a column {@code page} or {@code stage} would be a misspelt image. */
    private static int slips(String known) {
        return Math.min(known.length() / 4, 3);
    }

    /** {@code characterOrientation} is {@code character_orientation} to whoever types it. */
    private static String plain(String name) {
        return name.replaceAll("[_\\s-]", "").toLowerCase(Locale.ROOT);
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
