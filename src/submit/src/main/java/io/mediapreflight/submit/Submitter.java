package io.mediapreflight.submit;

import io.mediapreflight.ClearedCopy;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.spec.Slot;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.json.RequestDigests;
import io.mediapreflight.submit.json.RequestJson;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends cleared requests. Each costs credits, and the service has no idempotency keys: so a request is repeated only
 * when it certainly was not carried out, and a request that the journal knows is not sent at all.
 *
 * <pre>{@code
 * Submission submission = service.submitter().submit(cleared);
 * if (submission instanceof Submission.Accepted accepted) service.tasks().await(accepted.taskId());
 * }</pre>
 *
 * <p>Whatever happens on the wire is a {@link Submission}, never an exception. An interrupt ends the sending: the result
 * says how far it had come, and the thread's interrupt flag stays set.
 */
public final class Submitter {
    /** Loaded before it is needed: a transport may fail for lack of memory. */
    private static final String TRANSPORT_FAILED =
            Phrase.of("submit:transport-failed").toString();

    private final Service service;

    Submitter(Service service) {
        this.service = service;
    }

    /** Sends a request, unless the journal knows it as accepted or perhaps accepted. */
    public Submission submit(ClearedRequest cleared) throws JournalException, StaleRequestException {
        return submit(cleared, false);
    }

    /**
     * Sends a request.
     *
     * @param again whether to send it even if the journal knows it as sent
     * @throws StaleRequestException where it is no longer what was cleared; nothing was sent
     * @throws JournalException where the journal cannot be written. Where that happened after the sending, the
     *     exception holds what became of it
     */
    public Submission submit(ClearedRequest cleared, boolean again) throws JournalException, StaleRequestException {
        return submit(cleared, Set.of(), again);
    }

    /**
     * Sends a request whose media were uploaded for it. The journal knows them by their bytes, so that the same request is the same
     * wherever they were uploaded to, and however their URLs were signed.
     *
     * @param uploaded the slots of which the first URL leads to what was uploaded; there is a local copy of each
     * @param again whether to send it even if the journal knows it as sent
     */
    public Submission submit(ClearedRequest cleared, Set<Slot> uploaded, boolean again)
            throws JournalException, StaleRequestException {
        List<String> digests = digests(cleared, uploaded);
        SubmissionProgress progress = new SubmissionProgress(service, digests.get(0));
        if (Thread.currentThread().isInterrupted()) {
            return progress.ended(interrupted(cleared));
        }
        MediaFreshness freshness = MediaFreshness.established(cleared, service.clock());
        requireServed(cleared);
        String json = new String(RequestJson.write(cleared.request()), StandardCharsets.UTF_8);
        Decision decision = begin(cleared, digests, again);
        if (decision instanceof Decision.Known known) {
            return progress.ended(known(known.record()));
        }
        progress.recorded();
        Submission submission = send(cleared, json, freshness, progress);
        try {
            finish(((Decision.Proceed) decision).entryId(), submission);
        } finally {
            progress.ended(submission);
        }
        return submission;
    }

    private void requireServed(ClearedRequest cleared) throws StaleRequestException {
        Optional<String> staleness = service.fetcher().flatMap(cleared::staleness);
        if (staleness.isPresent()) {
            throw new StaleRequestException(staleness.get());
        }
    }

    private Submission interrupted(ClearedRequest cleared) {
        String why = Phrase.of("submit:interrupted-before").toString();
        Reply none = Reply.none(Reply.Ending.NOT_SENT, why).afterAttempts(0);
        return SubmissionOutcome.of(none, service.key(), cleared.request().model());
    }

    /** The digest by which the journal knows a request. */
    public String digest(ClearedRequest cleared) {
        return digests(cleared).get(0);
    }

    /** The digests by which the journal may know a request: today's first, then those of earlier versions. */
    public List<String> digests(ClearedRequest cleared) {
        return digests(cleared, Set.of());
    }

    /** The same of a request whose media were uploaded for it, in these slots. */
    public List<String> digests(ClearedRequest cleared, Set<Slot> uploaded) {
        return digests(cleared.request(), cleared.media(), uploaded);
    }

    /**
     * The same of a request that is yet to be cleared.
     *
     * @param request with its defaults written out
     * @param media the local copies
     * @param uploaded the slots whose media are to be uploaded; any URL stands in the request in the place of theirs
     */
    public List<String> digests(GenerationRequest request, List<ClearedCopy> media, Set<Slot> uploaded) {
        return RequestDigests.of(service.baseUrl(), request, media, uploaded);
    }

    /**
     * What the journal knows of a request, if that forbids sending it; nothing is written down and nothing sent. Empty where it may be
     * sent, and where the journal cannot look a single request up: {@link #submit} asks it in any case.
     *
     * @param digests of the request
     * @throws JournalException where the journal cannot be read
     */
    public Optional<Submission> known(List<String> digests) throws JournalException {
        try {
            return service.journal().standing(digests).map(Submitter::known);
        } catch (IOException e) {
            throw JournalException.before(e);
        }
    }

    private Decision begin(ClearedRequest cleared, List<String> digests, boolean again) throws JournalException {
        Intent intent = new Intent(
                digests.get(0),
                digests.subList(1, digests.size()),
                service.baseUrl(),
                cleared.request().model(),
                service.clock().instant(),
                cleared.media().stream().map(copy -> copy.digest().sha256()).toList());
        try {
            return service.journal().begin(intent, again);
        } catch (IOException e) {
            throw JournalException.before(e);
        }
    }

    private static Submission known(JournalRecord entry) {
        return entry.state() == JournalRecord.State.ACCEPTED
                ? new Submission.AlreadyAccepted(entry)
                : new Submission.AlreadyUnanswered(entry);
    }

    /** No attempt is begun once the request is stale. */
    private Submission send(
            ClearedRequest cleared, String json, MediaFreshness freshness, SubmissionProgress progress) {
        Reply reply = exchange(cleared, json, freshness, progress);
        try {
            return SubmissionOutcome.of(reply, service.key(), cleared.request().model());
        } catch (RuntimeException | Error e) { // it was sent: what is known of it must not be lost
            return SubmissionOutcome.unread(reply);
        }
    }

    /** A transport that throws has a fault of its own; what it had sent by then is unknown. */
    private Reply exchange(ClearedRequest cleared, String json, MediaFreshness freshness, SubmissionProgress progress) {
        try {
            Duration valid = Duration.between(service.clock().instant(), cleared.validUntil());
            Duration limit = valid.compareTo(service.deadline()) < 0 ? valid : service.deadline();
            Call call = Call.post(service, service.endpoint().submit(), json, service.in(limit));
            return service.retrying(progress.observing(service.once()), freshness::obstacle)
                    .exchange(call);
        } catch (RuntimeException | Error e) {
            return Reply.none(Reply.Ending.BROKEN, TRANSPORT_FAILED + ": " + e.getMessage());
        }
    }

    private void finish(String entryId, Submission submission) throws JournalException {
        Optional<JournalOutcome> outcome = SubmissionOutcome.forJournal(submission);
        if (outcome.isPresent()) {
            try {
                service.journal().finish(entryId, outcome.get());
            } catch (IOException | RuntimeException | Error e) {
                throw JournalException.after(submission, e);
            }
        }
    }
}
