package io.mediapreflight.audit;

import io.mediapreflight.audit.manifest.Manifest;
import io.mediapreflight.audit.manifest.ManifestRow;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.request.RequestDraft;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rows of a manifest, each a request. Their media lie where the rows say, as seen from the manifest's directory. */
public final class ManifestAssets implements Assets {
    private final Manifest manifest;
    private final SourceName name;
    private final Optional<String> directory;
    private final Disk disk = new Disk.Real();

    /**
     * @param manifest read while the audit goes on; the caller's to close
     * @param name what the manifest is called, as {@link io.mediapreflight.text.SurrogateEscape} has it
     */
    public ManifestAssets(Manifest manifest, String name) {
        this.manifest = manifest;
        this.name = SourceName.of(name);
        int slash = name.lastIndexOf('/');
        this.directory = slash < 0 ? Optional.empty() : Optional.of(name.substring(0, slash + 1));
    }

    @Override
    public void find(Sink sink) throws IOException {
        boolean wanted = true;
        Optional<ManifestRow> row = manifest.next();
        while (wanted && row.isPresent()) {
            wanted = sink.take(request(row.get()));
            row = wanted ? manifest.next() : row;
        }
    }

    private Asset.Request request(ManifestRow row) {
        Set<Slot> given = EnumSet.noneOf(Slot.class);
        if (row.image().isPresent() || isBroken(row, "image")) {
            given.add(Slot.IMAGE);
        }
        if (row.video().isPresent() || isBroken(row, "video")) {
            given.add(Slot.VIDEO);
        }
        return new Asset.Request(
                name.row(row.line(), row.id()),
                new RequestDraft(row.prompt(), row.resolution(), row.orientation(), given),
                row.defects(),
                row.image().map(this::item),
                row.video().map(this::item));
    }

    /** A media file that is named, but not by a name, is not missing. */
    private static boolean isBroken(ManifestRow row, String column) {
        return row.defects().stream()
                .anyMatch(defect -> defect.kind() == RequestDefect.Kind.MISTYPED
                        && defect.path().equals(column));
    }

    private Asset.Media item(String text) {
        if (text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8)) {
            return new Asset.Unusable(
                    SourceName.of(text),
                    new IOException(Phrase.of("audit:file.no-download").toString()));
        }
        if (NamedAssets.isObject(text)) {
            return NamedAssets.refused(text);
        }
        boolean absolute = text.startsWith("/") || directory.isEmpty();
        SourceName called = absolute ? SourceName.of(text) : SourceName.within(directory.get(), text);
        try {
            Path path = NamedAssets.path(text);
            Path file = absolute ? path : PathNames.path(directory.orElse("")).resolve(path);
            return explained(NamedAssets.file(disk, called, file));
        } catch (IOException e) {
            return new Asset.Unusable(called, e);
        }
    }

    /** A name in another encoding is opened byte for byte; where it leads nowhere, the encoding is probably why. */
    private static Asset.Media explained(Asset.Media media) {
        boolean isMisspelt = media instanceof Asset.Unusable missing
                && missing.cause() instanceof NoSuchFileException
                && missing.name().exactBytes().isPresent();
        return isMisspelt
                ? new Asset.Unusable(
                        media.name(),
                        new IOException(Phrase.of("audit:file.not-utf8").toString()))
                : media;
    }
}
