package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.cache.SqliteCache;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.OutputException;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.InvalidPathException;

/** The option {@code --cache}: a class of its own, so that an audit without it loads no database. */
final class CacheOption {
    private CacheOption() {}

    static SqliteCache open(String name) throws OutputException {
        String visible = VisibleSource.of(SourceName.of(name));
        try {
            return SqliteCache.open(PathNames.path(name));
        } catch (IOException e) {
            throw new OutputException(unusable(visible, Diagnostics.reason(e)), e);
        } catch (InvalidPathException e) {
            throw new OutputException(
                    unusable(visible, Phrase.of("cli:reason.impossible-name").toString()), e);
        }
    }

    private static Phrase unusable(String visible, String reason) {
        return Phrase.of("cli:cache-unusable").with("file", visible).with("reason", reason);
    }
}
