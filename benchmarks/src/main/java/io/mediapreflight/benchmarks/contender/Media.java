package io.mediapreflight.benchmarks.contender;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats that are measured, by the names of files: each contender gets only files of formats that it reads. */
public enum Media {
    JPEG("jpg", "jpeg"),
    PNG("png"),
    MP4("mp4", "m4v"),
    QUICKTIME("mov");

    public static final Set<Media> IMAGES = EnumSet.of(JPEG, PNG);
    public static final Set<Media> VIDEOS = EnumSet.of(MP4, QUICKTIME);
    public static final Set<Media> ALL = EnumSet.allOf(Media.class);

    private final List<String> extensions;

    Media(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** By the extension; empty for files that are not measured. */
    public static Optional<Media> of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return Arrays.stream(values())
                .filter(media -> media.extensions.contains(extension))
                .findFirst();
    }
}
