package io.mediapreflight.cli.fix;

import io.mediapreflight.audit.Asset;
import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.cli.objects.MixedAssets;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The files of a run: those that are named, and those below the directories that are named, but for what runs of this program wrote
 * there: copies beside their originals, and the directory of copies.
 */
final class Inputs implements Assets {
    private final MixedAssets assets;
    private final Set<Path> files = new HashSet<>();
    private final Set<Path> targets = new HashSet<>();
    private final Set<Path> taken = new HashSet<>();
    private final Set<String> objects = new HashSet<>();
    private final Set<String> takenObjects = new HashSet<>();
    private final List<Path> roots = new ArrayList<>();
    private final Optional<Path> output;
    /** Whether copies go to another place than beside their originals, so that what looks like a copy is an original. */
    private final boolean hasDirectory;

    private final AtomicLong leftOut = new AtomicLong();
    private Optional<Neighbours> last = Optional.empty();

    /**
     * Prepares them.
     *
     * @param directory of the copies; empty where each lies beside its original
     * @param objects what reads those of a store
     */
    Inputs(List<String> names, Optional<Path> directory, ObjectSession objects) {
        assets = new MixedAssets(names, Selection.standard(), objects, false);
        names.forEach(this::remember);
        hasDirectory = directory.isPresent() && roots.stream().noneMatch(place(directory.get())::equals);
        // Where a directory is to hold its own copies, they are known by their names.
        output = directory
                .map(Inputs::place)
                .filter(copies -> roots.stream().noneMatch(root -> root.startsWith(copies)));
    }

    private void remember(String name) {
        if (ObjectOptions.isObject(name)) {
            objects.add(name);
            return; // a copy in a directory of copies is no object
        }
        try {
            Path path = PathNames.path(name);
            if (Files.isDirectory(path)) {
                roots.add(place(path));
            } else {
                files.add(place(path));
                targets.add(path.toRealPath()); // what a link that is named leads to
            }
        } catch (InvalidPathException | IOException e) {
            // It is reported when its turn comes.
        }
    }

    @Override
    public void find(Sink sink) throws IOException {
        assets.find(asset -> isLeftOut(asset) || sink.take(asset));
    }

    private boolean isLeftOut(Asset asset) {
        if (!(asset instanceof Asset.File file)) {
            String name = asset.name().path();
            return objects.contains(name) && !takenObjects.add(name);
        }
        Path path = place(file.path());
        if (files.contains(path) && !taken.add(path)) {
            return true; // named twice, or named and in a directory that is named
        }
        if (file.name().root().isEmpty()) {
            return false;
        }
        if (output.isPresent() && path.startsWith(output.get())) {
            return true;
        }
        boolean isCopy = !hasDirectory && isCopy(path);
        leftOut.addAndGet(isCopy ? 1 : 0);
        return isCopy;
    }

    /** How many copies of earlier runs lie beside their originals. */
    long leftOut() {
        return leftOut.get();
    }

    /** Links that were not followed, as {@link NamedAssets#notFollowed} counts them. */
    long notFollowed() {
        return assets.named().notFollowed();
    }

    /** Whether a file is one that the run is asked to fix, and so must not be written over by the copy of another one. */
    boolean hold(Path file) {
        Path path = place(file);
        boolean isBelow = roots.stream().anyMatch(path::startsWith)
                && !(output.isPresent() && path.startsWith(output.get()))
                && (hasDirectory || !isCopy(path));
        return files.contains(path) || targets.contains(path) || (isBelow && Files.exists(path));
    }

    private synchronized boolean isCopy(Path path) {
        Path directory = path.getParent();
        Path name = path.getFileName();
        if (directory == null || name == null) {
            return false;
        }
        Optional<String> original = FixedNames.original(PathNames.text(name));
        if (original.isEmpty()) {
            return false;
        }
        if (last.isEmpty() || !last.get().directory().equals(directory)) {
            last = Optional.of(Neighbours.of(directory));
        }
        return last.get().stems().contains(original.get());
    }

    /** What the files of a directory are called, without their extensions. */
    private record Neighbours(Path directory, Set<String> stems) {
        static Neighbours of(Path directory) {
            Set<String> stems = new HashSet<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    Path last = entry.getFileName();
                    String name = PathNames.text(last == null ? entry : last);
                    boolean isMedia = Format.promisedBy(name)
                            .filter(format -> format.kind() == Kind.IMAGE || format.kind() == Kind.VIDEO)
                            .isPresent();
                    if (isMedia) { // subtitles beside a video are not its original
                        stems.add(FixedNames.stem(name));
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                // What cannot be listed has no files that are met.
            }
            return new Neighbours(directory, stems);
        }
    }

    /** Where a path is, as far as it exists, whatever links lead there; its last part is not followed. */
    static Path place(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        Path name = absolute.getFileName();
        if (directory == null || name == null) {
            return absolute;
        }
        try {
            return Files.isDirectory(absolute)
                    ? absolute.toRealPath()
                    : real(directory).resolve(name);
        } catch (IOException e) {
            return absolute;
        }
    }

    private static Path real(Path directory) throws IOException {
        Path parent = directory.getParent();
        Path name = directory.getFileName();
        return Files.exists(directory) || parent == null || name == null
                ? directory.toRealPath()
                : real(parent).resolve(name);
    }
}
