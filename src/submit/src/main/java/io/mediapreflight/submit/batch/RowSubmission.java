package io.mediapreflight.submit.batch;

import io.mediapreflight.Clearance;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.RequestVerdict;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.source.GuardedSource;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.JournalException;
import io.mediapreflight.submit.StaleRequestException;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.Submitter;
import io.mediapreflight.submit.upload.Upload;
import io.mediapreflight.submit.upload.UploadedMedia;
import io.mediapreflight.submit.upload.Uploader;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The way of one request: the journal is asked first, so that what was accepted costs nothing; then everything is judged that can be
 * judged without URLs; only then are its media put, and the request that names them is judged, cleared and sent.
 */
final class RowSubmission {
    private final BatchSettings settings;
    private final SharedState shared;
    private final BatchItem item;
    private final RowPlan plan;
    private final Submitter submitter;
    private int uploaded;
    private GenerationRequest planned;
    private Optional<RequestVerdict> judged = Optional.empty();

    private RowSubmission(BatchSettings settings, SharedState shared, BatchItem item) {
        this.settings = settings;
        this.shared = shared;
        this.item = item;
        this.planned = item.request();
        this.plan = RowPlan.of(item, settings.preflight());
        this.submitter = settings.service().submitter();
    }

    /** What becomes of a request. */
    static BatchResult of(BatchSettings settings, SharedState shared, BatchItem item) throws InterruptedException {
        RowSubmission row = new RowSubmission(settings, shared, item);
        if (row.plan.lacksUrls() && (settings.uploader().isEmpty() || !row.plan.isReady())) {
            return row.notCleared(row.plan.draft(settings.preflight()));
        }
        try {
            return row.plan.isDigested() ? row.knownOrSent() : row.checkedAndSent(List.of(), false);
        } catch (JournalException e) {
            return new BatchResult.NotRecorded(item, e.submission(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            String why =
                    Phrase.of("submit:upload.failed").with("reason", reason(e)).toString();
            return new BatchResult.NotUploaded(item, why);
        }
    }

    private BatchResult knownOrSent() throws IOException, InterruptedException {
        List<String> digests = submitter.digests(withDefaults(plan.with(standIns())), plan.copies(), plan.slots());
        String digest = digests.get(0);
        shared.underWay().enter(digest);
        try {
            boolean again = settings.again() && shared.isFirst(digest);
            Optional<Submission> known = again ? Optional.empty() : submitter.known(digests);
            return known.isPresent() ? new BatchResult.Submitted(item, known.get(), 0) : checkedAndSent(digests, again);
        } finally {
            shared.underWay().leave(digest);
        }
    }

    /** The journal knows what is uploaded by its bytes, so that any URL will do. */
    private Map<Slot, String> standIns() {
        Map<Slot, String> urls = new EnumMap<>(Slot.class);
        plan.slots().forEach(slot -> urls.put(slot, ""));
        return urls;
    }

    private GenerationRequest withDefaults(GenerationRequest request) {
        return request.withDefaults(settings.preflight().limits());
    }

    private BatchResult checkedAndSent(List<String> digests, boolean again) throws IOException, InterruptedException {
        if (!plan.lacksUrls()) {
            Clearance clearance = clearance(item.request());
            return clearance instanceof Clearance.Cleared cleared
                    ? ifAllowed(() -> sent(cleared.request(), again))
                    : notCleared((Clearance.Refused) clearance);
        }
        RequestVerdict before = beforeUploads();
        if (isRefused(before)) {
            return notCleared(before);
        }
        if (plan.undigested().isPresent()) {
            return new BatchResult.NotCleared(
                    item, before, unreadable(plan.undigested().get()));
        }
        return ifAllowed(() -> uploadedAndSent(digests, again));
    }

    /** Something that may send the request. */
    private interface Sending {
        BatchResult run() throws IOException, InterruptedException;
    }

    private BatchResult ifAllowed(Sending sending) throws IOException, InterruptedException {
        if (shared.ending().isOver()) {
            return new BatchResult.Held(item);
        }
        if (!shared.allowance().take()) {
            shared.ending().because(BatchSummary.End.LIMIT);
            return new BatchResult.Held(item);
        }
        boolean sent = true; // unless it is certain that it was not
        try {
            if (settings.dryRun()) {
                return new BatchResult.Planned(item, plan.uploads(), planned);
            }
            BatchResult result = sending.run();
            sent = maybeSent(result);
            return result;
        } catch (JournalException e) {
            sent = e.submission().isPresent();
            throw e;
        } catch (IOException | InterruptedException e) { // of an upload
            sent = false;
            throw e;
        } finally {
            shared.allowance().settle(sent);
        }
    }

    private static boolean maybeSent(BatchResult result) {
        return result instanceof BatchResult.Submitted submitted
                && (submitted.submission() instanceof Submission.Accepted
                        || submitted.submission() instanceof Submission.Unanswered
                        || (submitted.submission() instanceof Submission.Refused refused
                                && refused.status().isPresent()));
    }

    /** Judged with the URLs that the uploads will have, without fetching: nothing of a request that is refused anyway is put. */
    private RequestVerdict beforeUploads() throws IOException {
        Map<Slot, String> places = new EnumMap<>(Slot.class);
        for (Upload upload : plan.uploads()) {
            try {
                places.put(upload.slot(), uploader().place(upload));
            } catch (RuntimeException e) {
                throw GuardedSource.accident(e);
            }
        }
        Preflight offline = settings.preflight().toBuilder().withoutFetcher().build();
        planned = plan.with(places);
        return offline.check(planned, item.defects(), item.media()).named(item.name());
    }

    /** By all local media, also those that have URLs. Media that have URLs alone are not fetched yet, and not judged. */
    private boolean isRefused(RequestVerdict before) {
        Set<String> paths = plan.localPaths();
        Outcome worst = Outcome.PASS;
        for (Finding finding : before.findings()) {
            worst = worst.worse(finding.severity());
        }
        for (MediaVerdict media : before.media()) {
            worst = media.path().filter(paths::contains).isPresent() ? worst.worse(media.outcome()) : worst;
        }
        return worst.compareTo(settings.acceptWarnings() ? Outcome.WARN : Outcome.PASS) > 0;
    }

    private BatchResult uploadedAndSent(List<String> digests, boolean again) throws IOException, InterruptedException {
        Map<Slot, String> urls = new EnumMap<>(Slot.class);
        for (Upload upload : plan.uploads()) {
            UploadedMedia media = uploaded(upload);
            uploaded += media.isNew() ? 1 : 0;
            urls.put(upload.slot(), media.url());
        }
        Clearance clearance = clearance(plan.with(urls));
        if (clearance instanceof Clearance.Refused refused) {
            return notCleared(refused);
        }
        ClearedRequest cleared = ((Clearance.Cleared) clearance).request();
        // What was cleared must be what was put.
        if (!submitter.digests(cleared, plan.slots()).equals(digests)) {
            return notSent(Phrase.of("clearing:changed").toString());
        }
        return sent(cleared, again);
    }

    /** Of equal bytes for several requests the first are put, and the others found. */
    private UploadedMedia uploaded(Upload upload) throws IOException, InterruptedException {
        shared.underWay().enter(upload.name());
        try {
            return uploader().upload(upload);
        } catch (RuntimeException e) {
            throw GuardedSource.accident(e);
        } finally {
            shared.underWay().leave(upload.name());
        }
    }

    private Uploader uploader() {
        return settings.uploader().orElseThrow();
    }

    private Clearance clearance(GenerationRequest request) {
        Preflight preflight = settings.preflight();
        RequestVerdict verdict =
                preflight.check(request, item.defects(), item.media()).named(item.name());
        judged = Optional.of(verdict);
        try {
            return preflight.clear(verdict, settings.acceptWarnings());
        } catch (IOException e) {
            return new Clearance.Refused(verdict, unreadable(e));
        }
    }

    private BatchResult sent(ClearedRequest cleared, boolean again) throws JournalException {
        if (shared.ending().isOver()) {
            return new BatchResult.Held(item);
        }
        try {
            return new BatchResult.Submitted(item, submitter.submit(cleared, plan.slots(), again), uploaded);
        } catch (StaleRequestException e) {
            return notSent(String.valueOf(e.getMessage()));
        }
    }

    /** It was cleared, and is no longer what it was. */
    private BatchResult notSent(String why) {
        return new BatchResult.NotCleared(item, judged.orElseThrow(), why);
    }

    private BatchResult notCleared(RequestVerdict verdict) {
        try {
            return notCleared((Clearance.Refused) settings.preflight().clear(verdict, settings.acceptWarnings()));
        } catch (IOException e) {
            throw new IllegalStateException("what is refused is not read again", e);
        }
    }

    private BatchResult notCleared(Clearance.Refused refused) {
        return new BatchResult.NotCleared(item, refused.verdict(), refused.why());
    }

    private static String unreadable(IOException e) {
        return Phrase.of("submit:media-unreadable").with("reason", reason(e)).toString();
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
