package io.mediapreflight.audit;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.spec.Format;
import io.mediapreflight.spec.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory that a walk is in: its names in byte order, and how far the walk has come. A name is forgotten when its turn has
 * come.
 */
final class ListedDirectory {
    private final Place place;
    private final String prefix;
    private final @Nullable Path[] names;
    private final Deque<Found> waiting = new ArrayDeque<>(2);
    private final Map<Path, Path> partners = new HashMap<>(2);
    private Optional<HeldDirectory> held;
    private int next;

    /**
     * @param prefix what the names in reports begin with: empty for the audited directory, else ends with a slash
     */
    ListedDirectory(Place place, String prefix, HeldDirectory held, List<Path> names) {
        this.place = place;
        this.prefix = prefix;
        this.held = Optional.of(held);
        this.names = names.toArray(new Path[0]);
        Arrays.sort(this.names); // paths compare by their bytes, on Unix
    }

    Place place() {
        return place;
    }

    /**
     * The directory itself, open.
     *
     * @throws IOException where it was let go, and can no longer be opened
     */
    HeldDirectory held(Disk disk) throws IOException {
        if (held.isEmpty()) {
            held = Optional.of(disk.directory(place));
        }
        return held.get();
    }

    /** Closes the directory until it is asked for again. */
    void letGo() {
        Optional<HeldDirectory> open = held;
        held = Optional.empty();
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (IOException e) {
            // It was only read, and all that was read of it is known.
        }
    }

    String prefix() {
        return prefix;
    }

    Path resolve(Path name) {
        return place.path().resolve(name);
    }

    /** A directory found in this one, which waits for the names that sort before its own with a slash behind it. */
    record Found(Path name, String text, Object key, boolean linked) {}

    void putOff(Found directory) {
        waiting.push(directory);
    }

    /** The directory that is to be entered now. */
    Optional<Found> nextDirectory() {
        Found directory = waiting.peek();
        if (directory == null || sortsBefore(directory)) {
            return Optional.empty();
        }
        waiting.pop();
        return Optional.of(directory);
    }

    /** Whether the next name sorts before the directory's: {@code a!.jpg} stands before {@code a/b.jpg}. */
    private boolean sortsBefore(Found directory) {
        Path name = next < names.length ? names[next] : null;
        if (name == null) {
            return false;
        }
        String text = PathNames.text(name);
        int length = directory.text().length();
        return text.length() > length && text.charAt(length) < '/' && text.startsWith(directory.text());
    }

    /** The next name; empty where there is none left. */
    Optional<Path> nextName() {
        while (next < names.length) {
            Path name = names[next];
            names[next++] = null;
            if (name != null) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Forgets all names that are left. */
    void close() {
        next = names.length;
    }

    /**
     * Finds the names that stand for one image and one video of the same base name.
     *
     * @return the base names of which there are an image and a video, and more than one of either, in their order
     */
    List<String> pairUp() {
        Map<String, Pair> pairs = new HashMap<>();
        for (Path name : names) {
            if (name != null) {
                String text = PathNames.text(name);
                Optional<Kind> kind = Format.promisedBy(text).map(Format::kind);
                if (kind.isPresent() && (kind.get() == Kind.IMAGE || kind.get() == Kind.VIDEO)) {
                    pairs.computeIfAbsent(stem(text), ignored -> new Pair()).add(kind.get(), name);
                }
            }
        }
        List<String> ambiguous = new ArrayList<>();
        for (Map.Entry<String, Pair> each : pairs.entrySet()) {
            Pair pair = each.getValue();
            if (pair.images > 0 && pair.videos > 0 && pair.images + pair.videos > 2) {
                ambiguous.add(each.getKey());
            }
            if (pair.images == 1 && pair.videos == 1 && pair.image != null && pair.video != null) {
                partners.put(pair.image, pair.video);
                partners.put(pair.video, pair.image);
            }
        }
        ambiguous.sort(null);
        return ambiguous;
    }

    static String stem(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The other one of a pair, which is still to come; empty where the name belongs to none. Asked for once. */
    Optional<Path> partner(Path name) {
        Path partner = partners.remove(name);
        if (partner != null) {
            partners.remove(partner);
        }
        return Optional.ofNullable(partner);
    }

    /** Has a name that is still to come not be met again. */
    void take(Path name) {
        for (int i = next; i < names.length; i++) {
            if (name.equals(names[i])) {
                names[i] = null;
                return;
            }
        }
    }

    private static final class Pair {
        private @Nullable Path image;
        private @Nullable Path video;
        private int images;
        private int videos;

        void add(Kind kind, Path name) {
            if (kind == Kind.IMAGE) {
                image = name;
                images++;
            } else {
                video = name;
                videos++;
            }
        }
    }
}
