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

/**
 * Walks one folder and everything below it, in the byte order of the paths. Holds the names of the folders it is in, and
 * nothing of those it has been through.
 */
final class Walk {
    /** Directories that are open at once, two descriptors each. Those above them are opened again on the way back. */
    private static final int MAX_HELD = 64;

    private final Disk disk;
    private final Selection selection;
    private final String root;
    private final Assets.Sink sink;
    private final Deque<ListedDirectory> folders = new ArrayDeque<>();
    private final Set<Object> linkedTo = new HashSet<>();
    private boolean wanted = true;
    private long notFollowed;

    Walk(Disk disk, Selection selection, String root, Assets.Sink sink) {
        this.disk = disk;
        this.selection = selection;
        this.root = root;
        this.sink = sink;
    }

    /** Links to folders that were entered already. */
    long notFollowed() {
        return notFollowed;
    }

    /** Hands on everything below a folder; false where no more is wanted. */
    boolean find(Path folder, BasicFileAttributes attributes) {
        enter(new Place(folder, key(folder, attributes), false), "");
        try {
            walk();
        } finally {
            folders.forEach(ListedDirectory::letGo);
        }
        return wanted;
    }

    private void walk() {
        while (wanted && !folders.isEmpty()) {
            ListedDirectory current = folders.peek();
            Optional<ListedDirectory.Found> below = current.nextFolder();
            Optional<Path> name = below.isPresent() ? Optional.empty() : current.nextName();
            if (below.isPresent()) {
                ListedDirectory.Found found = below.get();
                enter(
                        new Place(current.resolve(found.name()), found.key(), found.linked()),
                        current.prefix() + found.text() + "/");
            } else if (name.isPresent()) {
                look(current, name.get());
            } else {
                folders.pop().letGo();
            }
        }
    }

    private void enter(Place place, String prefix) {
        try {
            HeldDirectory held = disk.directory(place);
            ListedDirectory folder = list(place, prefix, held);
            if (selection.pairing()) {
                folder.pairUp();
            }
            folders.push(folder);
            letGoOfTheFarthest();
        } catch (IOException e) {
            take(new Asset.Unusable(folderName(prefix), e));
        }
    }

    private ListedDirectory list(Place place, String prefix, HeldDirectory held) throws IOException {
        try {
            Disk.Listing listing = held.list();
            listing.broken().ifPresent(cause -> take(new Asset.Unusable(folderName(prefix), cause)));
            return new ListedDirectory(place, prefix, held, listing.names());
        } catch (IOException | RuntimeException e) {
            held.close();
            throw e;
        }
    }

    /** Keeps a tree of any depth from using up the descriptors of the process. */
    private void letGoOfTheFarthest() {
        if (folders.size() > MAX_HELD) {
            folders.stream().skip(MAX_HELD).findFirst().ifPresent(ListedDirectory::letGo);
        }
    }

    private SourceName folderName(String prefix) {
        return name(prefix.isEmpty() ? "./" : prefix);
    }

    private SourceName name(String text) {
        return SourceName.within(root, text);
    }

    private void take(Asset asset) {
        wanted = sink.take(asset);
    }

    private void look(ListedDirectory folder, Path name) {
        String text = PathNames.text(name);
        if (selection.mayTake(text)) {
            meet(folder, name, text).ifPresent(medium -> take(withPartner(folder, name, text, medium)));
        }
    }

    /** What a name stands for; empty where that is nothing to be judged by itself. */
    private Optional<Asset.Media> meet(ListedDirectory folder, Path name, String text) {
        Path path = folder.resolve(name);
        String below = folder.prefix() + text;
        boolean closed = true;
        try {
            BasicFileAttributes attributes = folder.held(disk).attributes(name);
            closed = false;
            boolean link = attributes.isSymbolicLink();
            if (link && selection.following()) {
                attributes = disk.attributes(path);
            }
            if (attributes.isDirectory()) {
                meetFolder(
                        folder,
                        new ListedDirectory.Found(
                                name,
                                text,
                                key(path, attributes),
                                link || folder.place().linked()));
                return Optional.empty();
            }
            return attributes.isRegularFile() && selection.takes(below, name)
                    ? Optional.of(new Asset.File(name(below), path, attributes, link, Optional.of(folder.place())))
                    : Optional.empty();
        } catch (AccessDeniedException e) {
            // Whoever may list a folder and ask for nothing in it has a closed folder: one result, not one a name.
            if (closed) {
                folder.close();
            }
            return Optional.of(new Asset.Unusable(closed ? folderName(folder.prefix()) : name(below), e));
        } catch (IOException e) {
            return Optional.of(new Asset.Unusable(name(below), e));
        }
    }

    /** Enters it when its turn comes; through links once at most, and never from inside itself. */
    private void meetFolder(ListedDirectory folder, ListedDirectory.Found found) {
        if (!selection.enters(folder.prefix() + found.text(), found.name())) {
            return;
        }
        if (found.linked() && (isInside(found.key()) || !linkedTo.add(found.key()))) {
            notFollowed++;
            return;
        }
        folder.putOff(found);
    }

    private boolean isInside(Object key) {
        for (ListedDirectory folder : folders) {
            if (folder.place().key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** Where a file system gives its folders no keys, their real paths serve. */
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

    private Asset withPartner(ListedDirectory folder, Path name, String text, Asset.Media medium) {
        Optional<Asset.Media> other = medium instanceof Asset.File
                ? folder.partner(name).flatMap(each -> file(folder, each))
                : Optional.empty();
        if (other.isEmpty()) {
            return medium; // what would be the partner is met in its turn
        }
        boolean first = isImage(text);
        return new Asset.Request(
                name(folder.prefix() + ListedDirectory.stem(text)),
                RequestDraft.of(Set.of(Slot.IMAGE, Slot.VIDEO)),
                List.of(),
                first ? Optional.of(medium) : other,
                first ? other : Optional.of(medium));
    }

    /** The partner of a name, taken if it is a file that is judged. */
    private Optional<Asset.Media> file(ListedDirectory folder, Path name) {
        String below = folder.prefix() + PathNames.text(name);
        try {
            BasicFileAttributes attributes = folder.held(disk).attributes(name);
            if (attributes.isRegularFile() && selection.takes(below, name)) {
                folder.take(name);
                return Optional.of(new Asset.File(
                        name(below), folder.resolve(name), attributes, false, Optional.of(folder.place())));
            }
        } catch (IOException e) {
            // It is met in its turn, and told then.
        }
        return Optional.empty();
    }

    private static boolean isImage(String text) {
        return Format.promisedBy(text)
                .filter(format -> format.kind() == Kind.IMAGE)
                .isPresent();
    }
}
