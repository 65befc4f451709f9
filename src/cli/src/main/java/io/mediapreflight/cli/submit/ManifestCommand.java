package io.mediapreflight.cli.submit;

import io.mediapreflight.Preflight;
import io.mediapreflight.audit.manifest.Manifest;
import io.mediapreflight.audit.manifest.ManifestException;
import io.mediapreflight.cli.check.UrlSession;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.UnsafeJavaException;
import io.mediapreflight.submit.batch.BatchItems;
import io.mediapreflight.submit.batch.SubmissionBatch;
import io.mediapreflight.submit.upload.Uploader;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** {@code preflight submit --manifest}: submits every row that is cleared. */
final class ManifestCommand {
    private final SubmitOptions options;
    private final BatchOptions batch;
    private final Console console;
    private final Diagnostics diagnostics;
    private final BatchReport report;

    ManifestCommand(SubmitOptions options, BatchOptions batch, Console console) {
        this.options = options;
        this.batch = batch;
        this.console = console;
        this.diagnostics = new Diagnostics(console.err(), false);
        this.report = switch (options.form()) {
            case "json" -> BatchJson.document(console.out());
            case "jsonl" -> BatchJson.lines(console.out());
            default -> new BatchText(console, diagnostics);
        };
    }

    /** Runs to the end, within what an interrupt leaves of time. */
    int run() throws UsageException, IOException {
        try (Manifest manifest = opened()) {
            Preflight preflight = Preflight.with(options.limits());
            if (options.network().offline()) {
                return run(manifest, preflight);
            }
            try (UrlSession urls = UrlSession.open(options.network(), preflight, diagnostics)) {
                return run(manifest, urls.with(preflight));
            }
        }
    }

    private Manifest opened() throws UsageException {
        try {
            return Manifest.open(PathNames.path(batch.manifest()));
        } catch (InvalidPathException e) {
            throw new UsageException(Phrase.of("cli:impossible-name").with("option", BatchOptions.MANIFEST));
        } catch (ManifestException e) {
            throw unusable("cli:unusable-file", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw unusable("cli:cannot-read", Diagnostics.reason(e));
        }
    }

    private UsageException unusable(String key, String reason) {
        return new UsageException(Phrase.of(key)
                .with("option", BatchOptions.MANIFEST)
                .with("file", batch.manifest())
                .with("reason", reason));
    }

    private int run(Manifest manifest, Preflight preflight) throws UsageException, IOException {
        Service service;
        try {
            service = service(preflight);
        } catch (IOException e) {
            return failed(Phrase.of("cli:journal-unusable-not-sent").with("reason", Diagnostics.reason(e)));
        } catch (UnsafeJavaException e) {
            return failed(Phrase.verbatim(String.valueOf(e.getMessage())));
        }
        BatchItems items =
                new ManifestItems(manifest, batch.manifest(), preflight.limits().model());
        if (options.upload().isEmpty()) {
            return run(items, builder(service, preflight, Optional.empty()));
        }
        UploadSession session;
        try {
            session = UploadSession.open(options.upload().get(), diagnostics);
        } catch (NoClassDefFoundError e) {
            return failed(Phrase.of("cli:s3-missing-upload").with("option", UploadOptions.UPLOAD));
        }
        try (UploadSession uploads = session) {
            return run(items, builder(service, preflight, Optional.of(uploads.uploader())));
        }
    }

    private Service service(Preflight preflight) throws UsageException, IOException {
        ServiceOptions service = options.service();
        if (options.dryRun()) {
            return service.withoutKey();
        }
        return service.service(service.key(console.environment()), preflight.fetcher());
    }

    private SubmissionBatch.Builder builder(Service service, Preflight preflight, Optional<Uploader> uploader) {
        SubmissionBatch.Builder builder = SubmissionBatch.builder(service, preflight)
                .acceptWarnings(options.acceptWarnings())
                .again(options.again())
                .inFlight(batch.inFlight())
                .maxSubmissions(batch.maxSubmissions());
        uploader.ifPresent(builder::uploader);
        return builder;
    }

    private int run(BatchItems items, SubmissionBatch.Builder builder) {
        SubmissionBatch submissions = builder.build();
        return new ManifestRun(batch, report, diagnostics)
                .run(items, options.dryRun() ? submissions::plan : submissions::submit);
    }

    private int failed(Phrase what) {
        diagnostics.say(what);
        return ExitCode.PROGRAM_ERROR;
    }
}
