package io.mediapreflight.audit;

import io.mediapreflight.source.SourceName;
import java.util.Iterator;
import java.util.Map;

/** Bytes from anywhere but a file: objects in a store, entries of an archive. */
public final class StoredAssets implements Assets {
    private final Iterator<Map.Entry<String, Asset.Opener>> objects;

    /**
     * @param objects each with its name, whose extension says what it is meant for; asked once, from one thread, while the
     *     audit goes on
     */
    public StoredAssets(Iterator<Map.Entry<String, Asset.Opener>> objects) {
        this.objects = objects;
    }

    @Override
    public void find(Sink sink) {
        boolean wanted = true;
        while (wanted && objects.hasNext()) {
            Map.Entry<String, Asset.Opener> object = objects.next();
            wanted = sink.take(new Asset.Stored(SourceName.of(object.getKey()), object.getValue()));
        }
    }
}
