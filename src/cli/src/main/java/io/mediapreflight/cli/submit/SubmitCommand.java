package io.mediapreflight.cli.submit;

import io.mediapreflight.Clearance;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.Verdict;
import io.mediapreflight.cli.check.RequestJudge;
import io.mediapreflight.cli.check.UrlSession;
import io.mediapreflight.cli.console.Console;
import io.mediapreflight.cli.console.Diagnostics;
import io.mediapreflight.cli.console.ExitCode;
import io.mediapreflight.cli.console.GracefulInterrupt;
import io.mediapreflight.cli.console.UsageException;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.Service;
import io.mediapreflight.submit.StaleRequestException;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.UnsafeJavaException;
import io.mediapreflight.submit.batch.BatchItem;
import io.mediapreflight.submit.batch.BatchResult;
import io.mediapreflight.submit.batch.SubmissionBatch;
import io.mediapreflight.submit.json.ReadRequest;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** {@code preflight submit}: judges a request, and sends it if it is cleared. */
public final class SubmitCommand {
    private final SubmitOptions options;
    private final Console console;
    private final Diagnostics diagnostics;
    private final SubmitReport report;

    private SubmitCommand(SubmitOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.diagnostics = new Diagnostics(console.err(), false);
        this.report = options.service().json()
                ? new SubmissionJson(console.out(), diagnostics)
                : new SubmissionText(console, diagnostics);
    }

    public static int run(ParseResult parsed, Console console) throws UsageException, IOException {
        return new SubmitCommand(SubmitOptions.of(parsed, console.environment()), console).run();
    }

    private int run() throws UsageException, IOException {
        GracefulInterrupt interrupt = new GracefulInterrupt();
        console.interruption().onEnd(interrupt);
        try {
            return interrupt.end(
                    options.batch().isPresent()
                            ? new ManifestCommand(options, options.batch().get(), console).run()
                            : judgeAndSend());
        } finally {
            interrupt.end(ExitCode.PASSED);
        }
    }

    private int judgeAndSend() throws UsageException, IOException {
        Preflight preflight = Preflight.with(options.limits());
        if (options.network().offline()) {
            return judgeAndSend(preflight);
        }
        try (UrlSession urls = UrlSession.open(options.network(), preflight, diagnostics)) {
            return judgeAndSend(urls.with(preflight));
        }
    }

    private int judgeAndSend(Preflight preflight) throws UsageException, IOException {
        return options.upload().isPresent()
                ? uploadAndSend(preflight, options.upload().get())
                : judgeAndSendAsItIs(preflight);
    }

    private int judgeAndSendAsItIs(Preflight preflight) throws UsageException, IOException {
        Verdict verdict = new RequestJudge(preflight, options.files(), console.in()).judge();
        if (!(verdict instanceof RequestVerdict request)) {
            return notCleared(verdict, Phrase.of("cli:not-sent.unreadable").toString());
        }
        Clearance clearance;
        try {
            clearance = preflight.clear(request, options.acceptWarnings());
        } catch (IOException e) {
            return notCleared(
                    verdict,
                    Phrase.of("cli:not-sent.media-unreadable")
                            .with("reason", Diagnostics.reason(e))
                            .toString());
        }
        if (clearance instanceof Clearance.Refused refused) {
            return notCleared(verdict, refused.why());
        }
        ClearedRequest cleared = ((Clearance.Cleared) clearance).request();
        report.cleared(verdict);
        return options.dryRun() ? dryRun(cleared) : send(preflight, verdict, cleared);
    }

    private int notCleared(Verdict verdict, String why) throws IOException {
        // What an interruption left unread is no fault of the request.
        boolean interrupted = Thread.currentThread().isInterrupted();
        report.notCleared(
                verdict, interrupted ? Phrase.of("cli:not-sent.interrupted").toString() : why);
        return ExitCode.NOT_PASSED;
    }

    private int dryRun(ClearedRequest cleared) throws IOException {
        DryRun run = DryRun.of(cleared, options.service());
        run.known(options.service().journal()).ifPresent(diagnostics::say);
        report.dryRun(Optional.of(run), List.of());
        return ExitCode.PASSED;
    }

    private int uploadAndSend(Preflight preflight, UploadOptions upload) throws UsageException, IOException {
        RequestJudge.Reading reading = new RequestJudge(preflight, options.files(), console.in()).read();
        if (reading.request().isEmpty()) {
            return notCleared(
                    reading.unreadable().orElseThrow(),
                    Phrase.of("cli:not-sent.unreadable").toString());
        }
        ReadRequest read = reading.request().get();
        BatchItem item = new BatchItem(
                reading.source(),
                read.request(),
                read.defects(),
                options.files().media());
        Optional<Service> service = opened(preflight);
        if (service.isEmpty()) {
            return ExitCode.PROGRAM_ERROR;
        }
        UploadSession session;
        try {
            session = UploadSession.open(upload, diagnostics);
        } catch (NoClassDefFoundError e) {
            return programError(Phrase.of("cli:s3-missing-upload")
                    .with("option", UploadOptions.UPLOAD)
                    .toString());
        }
        try (UploadSession uploads = session) {
            SubmissionBatch batch = SubmissionBatch.builder(service.get(), preflight)
                    .uploader(uploads.uploader())
                    .acceptWarnings(options.acceptWarnings())
                    .again(options.again())
                    .build();
            return reported(service.get(), options.dryRun() ? batch.plan(item) : batch.submit(item));
        }
    }

    private int reported(Service service, BatchResult result) throws IOException {
        if (result instanceof BatchResult.NotCleared refused) {
            return notCleared(refused.verdict(), refused.why());
        }
        if (result instanceof BatchResult.Submitted submitted) {
            return submitted(service, submitted.submission(), SubmissionCodes.of(submitted.submission()));
        }
        if (result instanceof BatchResult.NotRecorded failed) {
            int code = programError(failed.why());
            Optional<Submission> submission = failed.submission();
            return submission.isEmpty() ? code : submitted(service, submission.get(), worse(submission.get(), code));
        }
        if (result instanceof BatchResult.Planned planned) {
            report.dryRun(dryRun(planned), planned.uploads());
            return ExitCode.PASSED;
        }
        return programError(
                result instanceof BatchResult.NotUploaded failed
                        ? failed.why()
                        : Phrase.of("cli:not-sent.interrupted").toString());
    }

    /** With URLs that are not signed yet. Where another one must be fetched first, what would be sent is not known. */
    private Optional<DryRun> dryRun(BatchResult.Planned planned) throws IOException {
        Preflight offline = Preflight.with(options.limits());
        RequestVerdict verdict = offline.check(
                planned.request(), planned.item().defects(), planned.item().media());
        return offline.clear(verdict, options.acceptWarnings()) instanceof Clearance.Cleared cleared
                ? Optional.of(DryRun.of(cleared.request(), options.service()))
                : Optional.empty();
    }

    /** The service with its journal; empty where that cannot be used, which was said then. */
    private Optional<Service> opened(Preflight preflight) throws UsageException {
        ServiceOptions service = options.service();
        try {
            return Optional.of(
                    options.dryRun()
                            ? service.withoutKey()
                            : service.service(service.key(console.environment()), preflight.fetcher()));
        } catch (IOException e) {
            programError(Phrase.of("cli:journal-unusable-not-sent")
                    .with("reason", Diagnostics.reason(e))
                    .toString());
        } catch (UnsafeJavaException e) {
            programError(String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private int send(Preflight preflight, Verdict verdict, ClearedRequest cleared) throws UsageException, IOException {
        Optional<Service> opened = opened(preflight);
        if (opened.isEmpty()) {
            return ExitCode.PROGRAM_ERROR;
        }
        Service service = opened.get();
        try {
            Submission submission = service.submitter().submit(cleared, options.again());
            return submitted(service, submission, SubmissionCodes.of(submission));
        } catch (StaleRequestException e) {
            return notCleared(verdict, String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            Optional<Submission> submission = e.submission();
            int code = programError(String.valueOf(e.getMessage()));
            // What may have been accepted must be looked at first: nothing is more urgent.
            return submission.isEmpty() ? code : submitted(service, submission.get(), worse(submission.get(), code));
        }
    }

    private static int worse(Submission submission, int code) {
        return SubmissionCodes.of(submission) == ExitCode.UNANSWERED ? ExitCode.UNANSWERED : code;
    }

    /** Standard error has the last word where standard output takes none: a task is never lost for want of space. */
    private int submitted(Service service, Submission submission, int code) {
        try {
            return reported(service, submission, code);
        } catch (IOException e) {
            diagnostics.say(Phrase.of("cli:cannot-write")
                    .with("file", Phrase.of("cli:standard-output"))
                    .with("reason", Diagnostics.reason(e)));
            diagnostics.say(outcome(submission, ""));
            return worse(submission, ExitCode.PROGRAM_ERROR);
        } catch (RuntimeException | Error e) { // the request was sent: what became of it decides, whatever else fails
            diagnostics.say(outcome(submission, "-defect"));
            return SubmissionCodes.of(submission);
        }
    }

    private static Phrase outcome(Submission submission, String ending) {
        return submission
                .acceptedTaskId()
                .map(id -> Phrase.of("cli:outcome-task" + ending).with("task", id))
                .orElseGet(() -> Phrase.of("cli:outcome" + ending))
                .with("outcome", submission.outcomeId());
    }

    private int reported(Service service, Submission submission, int code) throws IOException {
        report.submitted(submission);
        Optional<String> taskId = submission.acceptedTaskId();
        int last = code;
        if (options.service().waits() && taskId.isPresent()) {
            Waiting waiting = new Waiting(diagnostics, console.environment().isWatched());
            TaskOutcome outcome = TaskOutcome.await(service, taskId.get(), options.service(), waiting);
            report.waited(outcome);
            int waited = outcome.code();
            if (waited == ExitCode.REFUSED) {
                // A failed request for the task's state does not refuse the submission: it was accepted, and goes on.
                diagnostics.say(Phrase.of("cli:accepted-but-unknown").with("task", taskId.get()));
                waited = ExitCode.STILL_RUNNING;
            }
            last = code == ExitCode.PASSED ? waited : code;
        }
        report.end();
        return last;
    }

    private int programError(String what) {
        diagnostics.say(what);
        return ExitCode.PROGRAM_ERROR;
    }
}
