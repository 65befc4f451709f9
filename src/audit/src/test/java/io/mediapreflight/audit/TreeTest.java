package io.mediapreflight.audit;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of walks share: a directory of their own, and a tree to be planted in it. */
abstract class TreeTest {
    @TempDir
    Path root;

    Tree tree;

    @BeforeEach
    void start() {
        tree = new Tree(root);
    }
}
