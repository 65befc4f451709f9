package io.mediapreflight.cli.objects;

import io.mediapreflight.audit.Asset;
import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the names of a command line stand for, in their order: files and directories, objects and prefixes. */
public final class MixedAssets implements Assets {
    private final Deque<String> left;
    private final Selection selection;
    private final ObjectSession objects;
    private final NamedAssets named;

    /** In this order. */
    public MixedAssets(List<String> names, Selection selection, ObjectSession objects) {
        this.left = new ArrayDeque<>(names);
        this.selection = selection;
        this.objects = objects;
        this.named = NamedAssets.of(this::nextFile, selection);
    }

    /** Those of the files. */
    public NamedAssets named() {
        return named;
    }

    /** The next name, where it is that of a file. */
    private Optional<String> nextFile() {
        String next = left.peek();
        if (next == null || ObjectOptions.isObject(next)) {
            return Optional.empty();
        }
        return Optional.of(left.remove());
    }

    @Override
    public void find(Sink sink) throws IOException {
        Watch watch = new Watch(sink);
        while (watch.wanted && !left.isEmpty()) {
            if (ObjectOptions.isObject(left.element())) {
                objects.assets(left.remove(), selection).find(watch);
            } else {
                named.find(watch);
            }
        }
    }

    /** Knows whether any more are wanted. */
    private static final class Watch implements Sink {
        private final Sink sink;
        private boolean wanted = true;

        Watch(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean take(Asset asset) {
            wanted = sink.take(asset);
            return wanted;
        }
    }
}
