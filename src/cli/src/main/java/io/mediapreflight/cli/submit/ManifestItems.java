package io.mediapreflight.cli.submit;

import io.mediapreflight.LocalCopy;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.audit.manifest.Manifest;
import io.mediapreflight.audit.manifest.ManifestRow;
import io.mediapreflight.cli.objects.FileArguments;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.request.RequestDefect;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.batch.BatchItem;
import io.mediapreflight.submit.batch.BatchItems;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a manifest as requests. Media are URLs, or files below the manifest's directory: a list sends nothing from elsewhere. */
final class ManifestItems implements BatchItems {
    private final Manifest manifest;
    private final SourceName name;
    private final Path directory;
    private final String model;

    /** @param name of the manifest, as it was given */
    ManifestItems(Manifest manifest, String name, String model) {
        this.manifest = manifest;
        this.name = SourceName.of(name);
        Path parent = PathNames.path(name).getParent();
        this.directory = parent == null ? PathNames.path("") : parent;
        this.model = model;
    }

    @Override
    public Optional<BatchItem> next() throws IOException {
        return manifest.next().map(this::item);
    }

    private BatchItem item(ManifestRow row) {
        Media media = new Media(row);
        media.add(Slot.IMAGE, row.image());
        media.add(Slot.VIDEO, row.video());
        row.prompt().ifPresent(media.request::prompt);
        row.resolution().ifPresent(media.request::resolution);
        row.orientation().ifPresent(media.request::characterOrientation);
        return new BatchItem(name.row(row.line(), row.id()), media.request.build(), media.defects, media.local);
    }

    /** What is gathered of one row. */
    private final class Media {
        private final GenerationRequest.Builder request =
                GenerationRequest.builder().model(model);
        private final List<RequestDefect> defects;
        private LocalMedia local = LocalMedia.none();

        Media(ManifestRow row) {
            defects = new ArrayList<>(row.defects());
        }

        void add(Slot slot, Optional<String> text) {
            if (text.isEmpty()) {
                return;
            }
            if (FileArguments.isUrl(text.get())) {
                addUrl(slot, text.get());
                return;
            }
            Optional<LocalCopy> copy = within(text.get());
            if (copy.isEmpty()) {
                Phrase what = Phrase.of("cli:row-elsewhere");
                defects.add(new RequestDefect(
                        RequestDefect.Kind.MISTYPED, slot.kind().id(), what));
            } else {
                local = slot == Slot.IMAGE ? new LocalMedia(copy, local.video()) : new LocalMedia(local.image(), copy);
            }
        }

        private void addUrl(Slot slot, String url) {
            if (slot == Slot.IMAGE) {
                request.image(url);
            } else {
                request.video(url);
            }
        }
    }

    /** A file below the directory, whatever ways lead there: neither names nor links lead out of it. */
    private Optional<LocalCopy> within(String text) {
        try {
            Path file = directory.resolve(PathNames.path(text));
            Path root = directory.toAbsolutePath().normalize();
            if (text.contains("://") || !file.toAbsolutePath().normalize().startsWith(root)) {
                return Optional.empty();
            }
            return withoutLinks(file);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The file itself, so that no link is followed once more when it is read; shown as it was given. */
    private Optional<LocalCopy> withoutLinks(Path file) {
        Path root;
        try {
            root = directory.toRealPath();
        } catch (IOException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.toRealPath())
                    .filter(real -> real.startsWith(root))
                    .map(real -> LocalCopy.of(real, file));
        } catch (IOException e) { // it cannot be opened either, and the rules say so
            return Optional.of(LocalCopy.of(file));
        }
    }
}
