package io.mediapreflight.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory to be audited, made of the samples in {@code testdata}. */
final class Tree {
    static final Path TESTDATA = Path.of(System.getProperty("basedir", "."), "..", "..", "testdata");
    static final String PHOTO = "photo-small.jpg";
    static final String CLIP = "clip-4s-faststart.mp4";

    private final Path root;

    Tree(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    /** A copy of a sample under this name; the directories above it are made. */
    Tree with(String sample, String... names) throws IOException {
        for (String name : names) {
            Files.createDirectories(path(name).getParent());
            Files.copy(TESTDATA.resolve(sample), path(name));
        }
        return this;
    }

    Tree photos(String... names) throws IOException {
        return with(PHOTO, names);
    }

    Tree text(String name, String content) throws IOException {
        Files.createDirectories(path(name).getParent());
        Files.writeString(path(name), content);
        return this;
    }
}
