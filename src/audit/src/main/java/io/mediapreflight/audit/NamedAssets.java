package io.mediapreflight.audit;

import io.mediapreflight.source.NotARegularFileException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Assets by name: files, and directories with everything below them. A name without a file is an asset that cannot be
 * judged.
 */
public final class NamedAssets implements Assets {
    private static final String OBJECT = "s3://";

    private final Names names;
    private final Selection selection;
    private final Disk disk;
    private final AtomicLong notFollowed = new AtomicLong();
    private final Unpaired unpaired = new Unpaired();

    NamedAssets(Names names, Selection selection, Disk disk) {
        this.names = names;
        this.selection = selection;
        this.disk = disk;
    }

    /** Names one after the other, as {@link io.mediapreflight.text.SurrogateEscape} encodes them. */
    public interface Names {
        /** The next name; empty after the last. */
        Optional<String> next() throws IOException;
    }

    /** Some directories or files. */
    public static NamedAssets of(List<Path> paths, Selection selection) {
        Iterator<Path> iterator = List.copyOf(paths).iterator();
        return of(
                () -> iterator.hasNext() ? Optional.of(PathNames.text(iterator.next())) : Optional.empty(), selection);
    }

    /** Any number of directories or files, named while the audit goes on. */
    public static NamedAssets of(Names names, Selection selection) {
        return new NamedAssets(names, selection, new Disk.Real());
    }

    /** Links that were not followed since they lead to directories that were entered already, as far as they were met. */
    public long notFollowed() {
        return notFollowed.get();
    }

    /** Base names that could pair in several ways, whose files are so judged each by itself; as far as they were met. */
    public Unpaired unpaired() {
        return unpaired;
    }

    @Override
    public void find(Sink sink) throws IOException {
        boolean wanted = true;
        Optional<String> name = names.next();
        while (wanted && name.isPresent()) {
            wanted = find(name.get(), sink);
            name = wanted ? names.next() : name;
        }
    }

    /** Only a command line may name an object in a store: it is read with the credentials of this user. */
    static boolean isObject(String name) {
        return name.regionMatches(true, 0, OBJECT, 0, OBJECT.length());
    }

    /** That a list or a manifest names one. */
    static Asset.Unusable refused(String name) {
        return new Asset.Unusable(
                SourceName.ofNoFile(name),
                new IOException(Phrase.of("audit:file.no-object").toString()));
    }

    private boolean find(String name, Sink sink) {
        if (isObject(name)) {
            return sink.take(refused(name));
        }
        try {
            Path path = path(name);
            BasicFileAttributes attributes = disk.attributes(path);
            if (!attributes.isDirectory()) {
                return sink.take(file(disk, SourceName.of(name), path));
            }
            Walk walk = new Walk(disk, selection, name, sink, unpaired::add);
            boolean wanted = walk.find(path, attributes);
            notFollowed.addAndGet(walk.notFollowed());
            return wanted;
        } catch (IOException e) {
            return sink.take(new Asset.Unusable(SourceName.of(name), e));
        }
    }

    /** A file by its name, which may be a link to one. */
    static Asset.Media file(Disk disk, SourceName name, Path path) {
        try {
            BasicFileAttributes attributes = disk.attributes(path, LinkOption.NOFOLLOW_LINKS);
            boolean link = attributes.isSymbolicLink();
            BasicFileAttributes target = link ? disk.attributes(path) : attributes;
            return target.isRegularFile()
                    ? new Asset.File(name, path, target, link, Optional.empty())
                    : new Asset.Unusable(name, new NotARegularFileException(path, target.isDirectory()));
        } catch (IOException e) {
            return new Asset.Unusable(name, e);
        }
    }

    static Path path(String name) throws IOException {
        try {
            if (!name.isEmpty()) {
                return PathNames.path(name);
            }
        } catch (InvalidPathException e) {
            throw new IOException(Phrase.of("audit:file.impossible-name").toString(), e);
        }
        throw new IOException(Phrase.of("audit:file.impossible-name").toString());
    }
}
