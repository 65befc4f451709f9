package io.mediapreflight.cli.objects;

import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads objects in a store while a command runs. What does so is loaded only where an argument names one: it lies in a jar of its own
 * beside the program's, since it is larger than all the rest.
 */
public final class ObjectSession implements AutoCloseable {
    private final Optional<Store> store;

    private ObjectSession(Optional<Store> store) {
        this.store = store;
    }

    /** A store, as it is needed here. */
    interface Store extends AutoCloseable {
        /** Opens an object. */
        RemoteSource open(String name) throws IOException;

        /** Lists what is below a prefix. */
        Assets assets(String prefix, Selection selection);

        @Override
        void close();
    }

    /**
     * Makes ready; nothing is asked for yet.
     *
     * @param names of the command line
     * @throws UsageException where a name is that of no object, or an option has a value of another form
     * @throws OutputException where the jar is not there
     */
    public static ObjectSession open(ObjectOptions options, List<String> names, Limits limits)
            throws UsageException, OutputException {
        List<String> objects = new ArrayList<>(); // by a loop: a plain check waits for every lambda
        for (String name : names) {
            if (ObjectOptions.isObject(name)) {
                objects.add(name);
            }
        }
        if (objects.isEmpty()) {
            return none();
        }
        try {
            return new ObjectSession(Optional.of(S3Session.open(options, objects, limits)));
        } catch (NoClassDefFoundError e) {
            throw new OutputException(Phrase.of("cli:s3-missing").with("name", objects.get(0)));
        }
    }

    /** Reads nothing. */
    public static ObjectSession none() {
        return new ObjectSession(Optional.empty());
    }

    /** Whether an argument names an object. */
    public boolean isAsked() {
        return store.isPresent();
    }

    /** Opens an object; empty where none is read. */
    public Optional<RemoteSource> source(String name) throws IOException {
        return store.isPresent() ? Optional.of(store.get().open(name)) : Optional.empty();
    }

    /** What is below a prefix. */
    public Assets assets(String prefix, Selection selection) {
        return store.orElseThrow().assets(prefix, selection);
    }

    @Override
    public void close() {
        if (store.isPresent()) {
            store.get().close();
        }
    }
}
