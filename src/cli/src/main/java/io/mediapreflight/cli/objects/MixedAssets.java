package io.mediapreflight.cli.objects;

import io.mediapreflight.audit.Asset;
import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.source.SourceName;
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
    private final boolean directories;
    private final NamedAssets named;

    /**
     * In this order.
     *
     * @param directories whether a key may be that of a directory, for which the store is asked; else only one that ends with a slash
     */
    public MixedAssets(List<String> names, Selection selection, ObjectSession objects, boolean directories) {
        this.directories = directories;
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
                find(left.remove(), watch);
            } else {
                named.find(watch);
            }
        }
    }

    private void find(String object, Sink sink) throws IOException {
        if (directories || ObjectOptions.isPrefix(object)) {
            objects.assets(object, selection).find(sink);
        } else {
            sink.take(new Asset.Stored(
                    SourceName.ofNoFile(object), () -> objects.source(object).orElseThrow()));
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
