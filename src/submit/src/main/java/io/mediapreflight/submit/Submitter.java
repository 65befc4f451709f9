package io.mediapreflight.submit;

import io.mediapreflight.ClearedMedium;
import io.mediapreflight.ClearedRequest;
import io.mediapreflight.submit.journal.Decision;
import io.mediapreflight.submit.journal.Intent;
import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.journal.JournalRecord;
import io.mediapreflight.submit.journal.RequestDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends cleared requests. Each costs credits, and the service knows no idempotency key: so nothing is sent again unless
 * it is certain that nothing was carried out, and a request that the journal knows is not sent at all.
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
     * @param again whether to send it knowingly, whatever the journal says of it
     * @throws StaleRequestException where it is no longer what was cleared; nothing was sent
     * @throws JournalException where the journal cannot be written. Where that happened after the sending, the exception
     *     holds what became of it
     */
    public Submission submit(ClearedRequest cleared, boolean again) throws JournalException, StaleRequestException {
        if (Thread.currentThread().isInterrupted()) {
            return Outcomes.of(
                    Reply.none(Reply.Ending.NOT_SENT, "interrupted before anything was sent")
                            .afterAttempts(0),
                    service.key(),
                    cleared.request().model());
        }
        requireFresh(cleared);
        Decision decision = begin(cleared, again);
        if (decision instanceof Decision.Known known) {
            return known(known.record());
        }
        Submission submission = send(cleared);
        finish(((Decision.Proceed) decision).entryId(), submission);
        return submission;
    }

    /** Like {@link #submit(ClearedRequest)}, in another thread. Cancelling the future interrupts it. */
    public CompletableFuture<Submission> submitAsync(ClearedRequest cleared) {
        return submitAsync(cleared, false);
    }

    /**
     * Like {@link #submit(ClearedRequest, boolean)}, in another thread. Cancelling the future interrupts it; what became
     * of the request is then in the journal only.
     */
    public CompletableFuture<Submission> submitAsync(ClearedRequest cleared, boolean again) {
        return Background.start(service.executor(), () -> submit(cleared, again));
    }

    /** What the journal knows a request by. */
    public String digest(ClearedRequest cleared) {
        return RequestDigest.of(service.baseUrl(), RequestJson.canonical(cleared.request()), mediaDigests(cleared));
    }

    private void requireFresh(ClearedRequest cleared) throws StaleRequestException {
        Optional<String> staleness;
        try {
            staleness = cleared.staleness(service.clock());
        } catch (IOException e) {
            throw new StaleRequestException("its media cannot be read: " + e.getMessage(), e);
        }
        if (staleness.isPresent()) {
            throw new StaleRequestException(staleness.get());
        }
    }

    /** The media may change while a call waits for its turn. */
    private Optional<String> staleness(ClearedRequest cleared) {
        try {
            requireFresh(cleared);
            return Optional.empty();
        } catch (StaleRequestException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Decision begin(ClearedRequest cleared, boolean again) throws JournalException {
        Intent intent = new Intent(
                digest(cleared),
                service.baseUrl(),
                cleared.request().model(),
                service.clock().instant(),
                mediaDigests(cleared));
        try {
            return service.journal().begin(intent, again);
        } catch (IOException e) {
            throw JournalException.before(e);
        }
    }

    private static List<String> mediaDigests(ClearedRequest cleared) {
        return cleared.media().stream().map(ClearedMedium::sha256).toList();
    }

    private static Submission known(JournalRecord entry) {
        return entry.state() == JournalRecord.State.ACCEPTED
                ? new Submission.AlreadyAccepted(entry)
                : new Submission.AlreadyUnanswered(entry);
    }

    /** No attempt is begun once the request is stale. */
    private Submission send(ClearedRequest cleared) {
        Instant deadline = service.clock().instant().plus(service.deadline());
        Instant last = deadline.isBefore(cleared.validUntil()) ? deadline : cleared.validUntil();
        String json = new String(RequestJson.write(cleared.request()), StandardCharsets.UTF_8);
        Call call = Call.post(service, service.endpoint().submit(), json, last);
        return Outcomes.of(
                exchange(call, cleared), service.key(), cleared.request().model());
    }

    /** A transport that throws has a fault of its own; what it had sent by then nobody knows. */
    private Reply exchange(Call call, ClearedRequest cleared) {
        try {
            return service.retrying(() -> staleness(cleared)).exchange(call);
        } catch (RuntimeException e) {
            return Reply.none(Reply.Ending.BROKEN, "the transport failed: " + e);
        }
    }

    private void finish(String entryId, Submission submission) throws JournalException {
        Optional<JournalOutcome> outcome = Outcomes.forJournal(submission);
        if (outcome.isPresent()) {
            try {
                service.journal().finish(entryId, outcome.get());
            } catch (IOException e) {
                throw JournalException.after(submission, e);
            }
        }
    }
}
