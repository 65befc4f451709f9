package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.cache.FactsCache;
import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.report.SourceName;
import io.mediapreflight.source.PathNames;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** The cache of an audit, where one was asked for. */
final class OpenCache implements AutoCloseable {
    private final Optional<SqliteCache> cache;

    private OpenCache(Optional<SqliteCache> cache) {
        this.cache = cache;
    }

    static OpenCache of(Optional<String> name) throws OutputException {
        return new OpenCache(name.isEmpty() ? Optional.empty() : Optional.of(open(name.get())));
    }

    private static SqliteCache open(String name) throws OutputException {
        String visible = SourceName.of(name).visible();
        try {
            return SqliteCache.open(PathNames.path(name));
        } catch (IOException e) {
            throw new OutputException("cannot use the cache " + visible + ": " + Diagnostics.reason(e), e);
        } catch (InvalidPathException e) {
            throw new OutputException("cannot use the cache " + visible + ": no file can have this name", e);
        }
    }

    Optional<FactsCache> facts() {
        return cache.map(FactsCache.class::cast);
    }

    @Override
    public void close() {
        cache.ifPresent(SqliteCache::close);
    }

    /** A cache that fails costs time and changes no result: it is worth a line. */
    void reportFailure(Diagnostics diagnostics) {
        close();
        cache.flatMap(SqliteCache::trouble).ifPresent(trouble -> diagnostics.say("the cache is of no use: " + trouble));
    }
}
