package io.mediapreflight.cli.fix;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.report.VisibleSource;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.text.Phrase;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which file each copy becomes: beside its original, or at the same place below the directory of copies. No two files of a run get one
 * name, also where the file system takes upper case for lower case. The order of the files decides which of two is numbered.
 */
final class OutputNames {
    /** What a copy may turn out to be. */
    private static final Map<Kind, List<String>> EXTENSIONS =
            Map.of(Kind.IMAGE, List.of(".jpg", ".png"), Kind.VIDEO, List.of(".mp4", ".mov"));

    private final Optional<Path> directory;
    private final Inputs inputs;
    private final Diagnostics diagnostics;
    private final Map<String, SourceName> copies = new HashMap<>();
    private final Map<String, SourceName> passing = new HashMap<>();
    private final Set<String> passingStems = new HashSet<>();

    OutputNames(Optional<Path> directory, Inputs inputs, Diagnostics diagnostics) {
        this.directory = directory;
        this.inputs = inputs;
        this.diagnostics = diagnostics;
    }

    /**
     * Whether a file with the name of this source can lie below a directory. That of an object may be any characters: its key may
     * lead out of the directory, or have parts that no path keeps.
     */
    static boolean fits(SourceName source) {
        if (!ObjectOptions.isObject(source.path())) {
            return true;
        }
        String key = below(source);
        try {
            Path path = PathNames.path(key);
            return !key.isEmpty()
                    && path.getRoot() == null
                    && !path.startsWith("..")
                    && path.equals(path.normalize())
                    && path.getNameCount() == key.split("/", -1).length;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * The path of the fixed copy of a file, without the extension, which depends on its format.
     *
     * @param kind of the copy
     */
    Path copy(MediaVerdict original, Kind kind) {
        SourceName source = original.source();
        Path first = stem(source);
        Path stem = first;
        Optional<SourceName> other = taken(stem, kind);
        Optional<SourceName> owner = other;
        while (other.isPresent()) {
            // The extension is there to be taken off again.
            stem = PathNames.path(SourceName.of(PathNames.text(stem) + ".x").fixedStem());
            other = taken(stem, kind);
        }
        copies.put(key(stem, kind), source);
        if (owner.isPresent()) {
            sayTaken(first, owner.get(), source, stem);
        }
        return stem;
    }

    private Path stem(SourceName source) {
        return directory.isEmpty()
                ? PathNames.path(source.fixedStem())
                : directory
                        .get()
                        .resolve(PathNames.path(SourceName.of(below(source)).fixedStem()));
    }

    /** What has that name, or will have it. */
    private Optional<SourceName> taken(Path stem, Kind kind) {
        SourceName owner = copies.get(key(stem, kind));
        if (owner != null) {
            return Optional.of(owner);
        }
        String text = PathNames.text(stem);
        for (String extension : EXTENSIONS.getOrDefault(kind, List.of())) {
            String name = text + extension;
            if (passingStems.contains(key(stem, kind)) || inputs.hold(PathNames.path(name))) {
                return Optional.of(SourceName.of(name));
            }
        }
        return Optional.empty();
    }

    private void sayTaken(Path first, SourceName owner, SourceName source, Path stem) {
        diagnostics.say(Phrase.of("cli:copy-renamed")
                .with("name", VisibleSource.of(SourceName.of(PathNames.text(first))))
                .with("other", VisibleSource.of(owner))
                .with("file", VisibleSource.of(source))
                .with("path", VisibleSource.of(SourceName.of(PathNames.text(stem)))));
    }

    /** The path of the copy of a file that passes, below the directory of copies, under its own name where that is free. */
    Path passing(MediaVerdict original) {
        SourceName source = original.source();
        Kind kind = original.kind().orElse(Kind.OTHER);
        Path first = directory.orElseThrow().resolve(PathNames.path(below(source)));
        Path path = first;
        SourceName owner = owner(path, kind, source);
        for (int number = 2; owner(path, kind, source) != null; number++) {
            path = numbered(first, number);
        }
        passing.put(key(path), source);
        passingStems.add(key(withoutExtension(path), kind));
        if (owner != null) {
            sayTaken(first, owner, source, path);
        }
        return path;
    }

    /** What has that name, will have it, or is an original of this run other than the source itself. */
    private @Nullable SourceName owner(Path path, Kind kind, SourceName source) {
        SourceName same = passing.get(key(path));
        if (same == null) {
            same = copies.get(key(withoutExtension(path), kind));
        }
        boolean isItself = Inputs.place(path).equals(Inputs.place(PathNames.path(source.path())));
        return same == null && !isItself && inputs.hold(path) ? SourceName.of(PathNames.text(path)) : same;
    }

    private static Path withoutExtension(Path path) {
        return path.resolveSibling(PathNames.path(FixedNames.stem(lastPart(path))));
    }

    private static Path numbered(Path path, int number) {
        String name = lastPart(path);
        String stem = FixedNames.stem(name);
        return path.resolveSibling(PathNames.path(stem + "-" + number + name.substring(stem.length())));
    }

    private static String lastPart(Path path) {
        Path name = path.getFileName();
        return PathNames.text(name == null ? path : name);
    }

    /** Where in the tree of copies a file belongs: one that was named lies at its top. */
    private static String below(SourceName source) {
        if (source.root().isPresent()) {
            return source.name();
        }
        return ObjectOptions.isObject(source.name()) ? source.fileName() : lastPart(PathNames.path(source.name()));
    }

    private static String key(Path stem, Kind kind) {
        return kind.id() + " " + key(stem);
    }

    private static String key(Path path) {
        String text = PathNames.text(path.toAbsolutePath().normalize());
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
