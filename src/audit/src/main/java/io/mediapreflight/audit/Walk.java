package io.mediapreflight.audit;

import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import io.mediapreflight.spec.Slot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Walks one directory and everything below it, in the byte order of the paths. Holds the names of the directories it is in, and
 * nothing of those it has been through.
 */
final class Walk {
    /** Directories that are open at once, two descriptors each. Those above them are opened again on the way back. */
    private static final int MAX_HELD = 64;

    private final Disk disk;
    private final Selection selection;
    private final String root;
    private final Assets.Sink sink;
    private final Consumer<SourceName> ambiguous;
    private final Deque<ListedDirectory> directories = new ArrayDeque<>();
    private final Set<Object> linkedTo = new HashSet<>();
    private boolean wanted = true;
    private long notFollowed;

    /** @param ambiguous receives the base names that could pair in several ways */
    Walk(Disk disk, Selection selection, String root, Assets.Sink sink, Consumer<SourceName> ambiguous) {
        this.disk = disk;
        this.selection = selection;
        this.root = root;
        this.sink = sink;
        this.ambiguous = ambiguous;
    }

    /** Links to directories that were entered already. */
    long notFollowed() {
        return notFollowed;
    }

    /** Passes on everything below a directory; false where no more is wanted. */
    boolean find(Path directory, BasicFileAttributes attributes) {
        enter(new Place(directory, key(directory, attributes), false), "");
        try {
            walk();
        } finally {
            directories.forEach(ListedDirectory::letGo);
        }
        return wanted;
    }

    private void walk() {
        while (wanted && !directories.isEmpty()) {
            ListedDirectory current = directories.peek();
            Optional<ListedDirectory.Found> below = current.nextDirectory();
            Optional<Path> name = below.isPresent() ? Optional.empty() : current.nextName();
            if (below.isPresent()) {
                ListedDirectory.Found found = below.get();
                enter(
                        new Place(current.resolve(found.name()), found.key(), found.linked()),
                        current.prefix() + found.text() + "/");
            } else if (name.isPresent()) {
                look(current, name.get());
            } else {
                directories.pop().letGo();
            }
        }
    }

    private void enter(Place place, String prefix) {
        try {
            HeldDirectory held = disk.directory(place);
            ListedDirectory directory = list(place, prefix, held);
            if (selection.pairing()) {
                directory.pairUp().forEach(stem -> ambiguous.accept(name(prefix + stem)));
            }
            directories.push(directory);
            letGoOfTheFarthest();
        } catch (IOException e) {
            take(new Asset.Unusable(directoryName(prefix), e));
        }
    }

    private ListedDirectory list(Place place, String prefix, HeldDirectory held) throws IOException {
        try {
            Disk.Listing listing = held.list();
            listing.broken().ifPresent(cause -> take(new Asset.Unusable(directoryName(prefix), cause)));
            return new ListedDirectory(place, prefix, held, listing.names());
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Keeps a tree of any depth from using up the descriptors of the process. */
    private void letGoOfTheFarthest() {
        if (directories.size() > MAX_HELD) {
            directories.stream().skip(MAX_HELD).findFirst().ifPresent(ListedDirectory::letGo);
        }
    }

    private SourceName directoryName(String prefix) {
        return name(prefix.isEmpty() ? "./" : prefix);
    }

    private SourceName name(String text) {
        return SourceName.within(root, text);
    }

    private void take(Asset asset) {
        wanted = sink.take(asset);
    }

    private void look(ListedDirectory directory, Path name) {
        String text = PathNames.text(name);
        if (selection.mayTake(text)) {
            meet(directory, name, text).ifPresent(item -> take(withPartner(directory, name, text, item)));
        }
    }

    /** What a name stands for; empty where that is nothing to be judged by itself. */
    private Optional<Asset.Media> meet(ListedDirectory directory, Path name, String text) {
        Path path = directory.resolve(name);
        String below = directory.prefix() + text;
        boolean closed = true;
        try {
            BasicFileAttributes attributes = directory.held(disk).attributes(name);
            closed = false;
            boolean link = attributes.isSymbolicLink();
            if (link && selection.following()) {
                attributes = disk.attributes(path);
            }
            if (attributes.isDirectory()) {
                meetDirectory(
                        directory,
                        new ListedDirectory.Found(
                                name,
                                text,
                                key(path, attributes),
                                link || directory.place().linked()));
                return Optional.empty();
            }
            return attributes.isRegularFile() && selection.takes(below, name)
                    ? Optional.of(new Asset.File(name(below), path, attributes, link, Optional.of(directory.place())))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            // A directory that can be listed but not searched is closed: one result for it, not one for each name.
            if (closed) {
                directory.close();
            }
            return Optional.of(new Asset.Unusable(closed ? directoryName(directory.prefix()) : name(below), e));
        } catch (IOException e) {
            return Optional.of(new Asset.Unusable(name(below), e));
        }
    }

    /** Enters it when its turn comes; through links once at most, and never from inside itself. */
    private void meetDirectory(ListedDirectory directory, ListedDirectory.Found found) {
        if (!selection.enters(directory.prefix() + found.text(), found.name())) {
            return;
        }
        if (found.linked() && (isInside(found.key()) || !linkedTo.add(found.key()))) {
            notFollowed++;
            return;
        }
        directory.putOff(found);
    }

    private boolean isInside(Object key) {
        for (ListedDirectory directory : directories) {
            if (directory.place().key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Where a file system gives its directories no keys, their real paths serve. */
    private Object key(Path path, BasicFileAttributes attributes) {
        Object key = attributes.fileKey();
        if (key != null || !selection.following()) {
            return key == null ? path : key;
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private Asset withPartner(ListedDirectory directory, Path name, String text, Asset.Media item) {
        Optional<Asset.Media> other = item instanceof Asset.File
                ? directory.partner(name).flatMap(each -> file(directory, each))
                : Optional.empty();
        if (other.isEmpty()) {
            return item; // what would be the partner is met in its turn
        }
        boolean first = isImage(text);
        return new Asset.Request(
                name(directory.prefix() + ListedDirectory.stem(text)),
                RequestDraft.of(Set.of(Slot.IMAGE, Slot.VIDEO)),
                List.of(),
                first ? Optional.of(item) : other,
                first ? other : Optional.of(item));
    }

    /** The partner of a name, taken if it is a file that is judged. */
    private Optional<Asset.Media> file(ListedDirectory directory, Path name) {
        String below = directory.prefix() + PathNames.text(name);
        try {
            BasicFileAttributes attributes = directory.held(disk).attributes(name);
            if (attributes.isRegularFile() && selection.takes(below, name)) {
                directory.take(name);
                return Optional.of(new Asset.File(
                        name(below), directory.resolve(name), attributes, false, Optional.of(directory.place())));
            }
        } catch (IOException e) {
            // It is met, and reported, in its turn.
        }
        return Optional.empty();
    }

    private static boolean isImage(String text) {
        return Format.promisedBy(text)
                .filter(format -> format.kind() == Kind.IMAGE)
                .isPresent();
    }
}
