package io.mediapreflight.cli.objects;

import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.s3.S3Access;
import io.mediapreflight.s3.S3Location;
import io.mediapreflight.s3.S3Store;
import io.mediapreflight.s3.audit.S3Assets;
import io.mediapreflight.source.RemoteSource;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import io.mediapreflight.text.RefusedValueException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The one store there is: Amazon's, and those that speak its protocol. Loaded by {@link ObjectSession} alone. */
final class S3Session implements ObjectSession.Store {
    /** How many connections the JDK's client keeps open for the next request: five, unless this is set before the first one. */
    private static final String KEPT_CONNECTIONS = "http.maxConnections";

    private final S3Store store;
    private final Map<String, S3Location> locations;

    private S3Session(S3Store store, Map<String, S3Location> locations) {
        this.store = store;
        this.locations = locations;
    }

    static S3Session open(ObjectOptions options, List<String> names, Limits limits) throws UsageException {
        Map<String, S3Location> locations = new HashMap<>();
        for (String name : names) {
            try {
                locations.put(name, S3Location.parse(name));
            } catch (RefusedValueException e) {
                throw new UsageException(Phrase.of("cli:wrong-object")
                        .with("name", Excerpt.of(name))
                        .with("reason", e.reason()));
            }
        }
        S3Access access = access(options);
        if (System.getProperty(KEPT_CONNECTIONS) == null) {
            System.setProperty(KEPT_CONNECTIONS, Integer.toString(4 * ObjectOptions.IN_FLIGHT));
        }
        try {
            return new S3Session(S3Store.open(access, limits), locations);
        } catch (RefusedValueException e) {
            throw new UsageException(Phrase.of("cli:network-refused")
                    .with("option", ObjectOptions.CONFIGURED_ENDPOINT)
                    .with("reason", e.reason()));
        }
    }

    private static S3Access access(ObjectOptions options) throws UsageException {
        S3Access access = S3Access.standard();
        if (options.endpoint().isPresent()) {
            try {
                access = access.at(options.endpoint().get());
            } catch (RefusedValueException e) {
                throw new UsageException(Phrase.of("cli:network-refused")
                        .with("option", ObjectOptions.ENDPOINT)
                        .with("reason", e.reason()));
            }
        }
        access = options.requesterPays() ? access.paying() : access;
        return options.unsigned() ? access.withoutSignature() : access;
    }

    private S3Location location(String name) {
        S3Location known = locations.get(name);
        return known == null ? S3Location.parse(name) : known;
    }

    @Override
    public RemoteSource open(String name) throws IOException {
        return store.source(location(name));
    }

    @Override
    public Assets assets(String prefix, Selection selection) {
        return new S3Assets(store, location(prefix), selection);
    }

    @Override
    public void close() {
        store.close();
    }
}
