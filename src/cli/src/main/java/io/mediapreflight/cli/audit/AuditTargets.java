package io.mediapreflight.cli.audit;

import io.mediapreflight.audit.Assets;
import io.mediapreflight.audit.ManifestAssets;
import io.mediapreflight.audit.NamedAssets;
import io.mediapreflight.audit.Selection;
import io.mediapreflight.audit.list.FileList;
import io.mediapreflight.audit.manifest.Manifest;
import io.mediapreflight.audit.manifest.ManifestException;
import io.mediapreflight.audit.text.PipedInput;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.cli.objects.MixedAssets;
import io.mediapreflight.cli.objects.ObjectOptions;
import io.mediapreflight.cli.objects.ObjectSession;
import io.mediapreflight.cli.options.Flags;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.Phrase;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * Where an audit has its assets from: one of these.
 *
 * @param names directories, files, prefixes and objects of the command line
 * @param lines a file with a name on each line
 * @param zeros a file of names that end with a byte 0
 * @param manifest a table of requests
 */
record AuditTargets(List<String> names, Optional<String> lines, Optional<String> zeros, Optional<String> manifest) {
    private static final String STANDARD_INPUT = "-";

    static void addOptions(CommandSpec spec) {
        spec.addOption(Flags.value("--files-from", "FILE"))
                .addOption(Flags.value("--files0-from", "FILE"))
                .addOption(Flags.value("--manifest", "FILE"));
    }

    static AuditTargets plain(List<String> names) {
        return new AuditTargets(names, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditTargets of(ParseResult parsed) throws UsageException {
        AuditTargets targets = new AuditTargets(
                parsed.matchedPositionalValue(0, List.of()),
                Flags.text(parsed, "--files-from"),
                Flags.text(parsed, "--files0-from"),
                Flags.text(parsed, "--manifest"));
        int kinds = (targets.names.isEmpty() ? 0 : 1) + targets.inputs().size() - targets.names.size();
        if (kinds > 1) {
            throw new UsageException(Phrase.of("cli:several-sources"));
        }
        return targets;
    }

    /** Whether any of them lies in a store. */
    boolean hasObjects() {
        return names.stream().anyMatch(ObjectOptions::isObject);
    }

    boolean isEmpty() {
        return inputs().isEmpty();
    }

    List<String> inputs() {
        List<String> inputs = new ArrayList<>(names);
        lines.ifPresent(inputs::add);
        zeros.ifPresent(inputs::add);
        manifest.ifPresent(inputs::add);
        return inputs;
    }

    /**
     * Assets that are ready to be found, and what is to be closed behind them.
     *
     * @param named the assets once more, where they are found by name
     */
    record OpenTargets(Assets assets, Optional<NamedAssets> named, Closeable resource) implements Closeable {
        @Override
        public void close() throws IOException {
            resource.close();
        }
    }

    /**
     * Opens the list or the manifest, where there is one.
     *
     * @param objects what reads those that the command line names
     * @throws UsageException where that cannot be done
     */
    OpenTargets open(Selection selection, InputStream in, ObjectSession objects) throws UsageException {
        if (manifest.isPresent()) {
            return openManifest(manifest.get());
        }
        if (lines.isPresent()) {
            InputStream stream = stream("--files-from", lines.get(), in);
            return named(FileList.lines(stream)::next, selection, stream);
        }
        if (zeros.isPresent()) {
            InputStream stream = stream("--files0-from", zeros.get(), in);
            return named(FileList.nul(stream)::next, selection, stream);
        }
        MixedAssets assets = new MixedAssets(names, selection, objects, true);
        return new OpenTargets(assets, Optional.of(assets.named()), () -> {});
    }

    private static OpenTargets named(NamedAssets.Names names, Selection selection, Closeable resource) {
        NamedAssets assets = NamedAssets.of(names, selection);
        return new OpenTargets(assets, Optional.of(assets), resource);
    }

    private static OpenTargets openManifest(String name) throws UsageException {
        try {
            Manifest manifest = Manifest.open(path("--manifest", name));
            return new OpenTargets(new ManifestAssets(manifest, name), Optional.empty(), manifest);
        } catch (ManifestException e) {
            throw new UsageException(Phrase.of("cli:unusable-file")
                    .with("option", "--manifest")
                    .with("file", name)
                    .with("reason", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw unreadable("--manifest", name, e);
        }
    }

    private static InputStream stream(String option, String name, InputStream in) throws UsageException {
        if (name.equals(STANDARD_INPUT)) {
            return in;
        }
        try {
            return new BufferedInputStream(PipedInput.open(path(option, name)));
        } catch (IOException e) {
            throw unreadable(option, name, e);
        }
    }

    private static Path path(String option, String name) throws UsageException {
        try {
            return PathNames.path(name);
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:impossible-name").with("option", option));
        }
    }

    private static UsageException unreadable(String option, String name, IOException e) {
        return new UsageException(Phrase.of("cli:cannot-read")
                .with("option", option)
                .with("file", name)
                .with("reason", Diagnostics.reason(e)));
    }
}
