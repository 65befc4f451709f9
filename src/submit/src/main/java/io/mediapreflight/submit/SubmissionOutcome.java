package io.mediapreflight.submit;

import io.mediapreflight.submit.journal.JournalOutcome;
import io.mediapreflight.submit.transport.Reply;
import io.mediapreflight.text.Phrase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the reply to a submission means: the one place that distinguishes "not carried out" from "perhaps". */
final class SubmissionOutcome {
    /** The service says by these that it did not carry the request out. */
    private static final Set<Integer> NOT_CARRIED_OUT = Set.of(
            400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 412, 413, 414, 415, 417, 421, 422, 426, 428, 429, 431,
            451);

    /** They redirect. No redirect is followed: it may lead to another host, and a POST may become a GET. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final int NO_CONTENT = 204;

    private final Reply reply;
    private final ResponseText response;
    private final String model;

    private SubmissionOutcome(Reply reply, ApiKey key, String model) {
        this.reply = reply;
        this.response = new ResponseText(reply, key);
        this.model = model;
    }

    /** Loaded before it is needed: what makes a response unreadable may be a lack of memory. */
    private static final String UNREADABLE =
            Phrase.of("submit:response-unreadable").toString();

    static Submission of(Reply reply, ApiKey key, String model) {
        return new SubmissionOutcome(reply, key, model).submission();
    }

    /** The reply came, and reading it failed: its content is unknown. No text of it is kept, since none was masked. */
    static Submission unread(Reply reply) {
        return new Submission.Unanswered(
                UNREADABLE, reply.bytesSent(), reply.status(), Optional.empty(), Optional.empty(), reply.attempts());
    }

    private Submission submission() {
        if (reply.isUnsent()) {
            return refused(response.masked(reply.what()));
        }
        boolean arrived = reply.ending() == Reply.Ending.COMPLETE || reply.ending() == Reply.Ending.TOO_LONG;
        int status = reply.status().orElse(0);
        if (arrived && !response.namesATask()) {
            if (REDIRECTS.contains(status)) {
                return refused(status(reply.header("Location")
                        .map(SubmissionOutcome::place)
                        .map(place -> Phrase.of("submit:redirect").with("place", response.masked(place)))
                        .orElseGet(() -> Phrase.of("submit:redirect-without-place"))));
            }
            if (NOT_CARRIED_OUT.contains(status)) {
                return refused(response.message());
            }
        }
        if (reply.ending() == Reply.Ending.COMPLETE && status / 100 == 2 && status != NO_CONTENT) {
            return success();
        }
        return unanswered(arrived && status / 100 != 2 ? response.message() : broken());
    }

    /** Scheme, host and path: a query may hold a secret. */
    private static String place(String location) {
        int query = location.indexOf('?');
        return query < 0 ? location : location.substring(0, query) + "?…";
    }

    private String broken() {
        Phrase what = reply.what().isEmpty()
                ? Phrase.of("submit:no-content")
                : Phrase.verbatim(response.masked(reply.what()));
        return reply.status().isPresent() ? status(what) : what.toString();
    }

    private Submission success() {
        Optional<String> failure = response.failure();
        if (failure.isPresent()) {
            return unanswered(status(Phrase.verbatim(failure.get())));
        }
        List<String> ids = response.taskIds();
        if (response.hasImplausibleTaskId()) {
            return unanswered(status(Phrase.of("submit:bad-task-id")));
        }
        if (ids.size() != 1) {
            return unanswered(status(Phrase.of(ids.isEmpty() ? "submit:no-task-id" : "submit:several-task-ids")));
        }
        return new Submission.Accepted(
                response.masked(ids.get(0)),
                response.text("model").orElse(model),
                response.text("created_at"),
                response.requestId(),
                reply.attempts());
    }

    private String status(Phrase reason) {
        return Phrase.of("submit:http")
                .with("status", Integer.toString(reply.status().orElse(0)))
                .with("reason", reason)
                .toString();
    }

    private Submission refused(String message) {
        OptionalInt status = reply.isUnsent() ? OptionalInt.empty() : reply.status();
        return new Submission.Refused(status, response.code(), message, response.requestId(), reply.attempts());
    }

    private Submission unanswered(String why) {
        List<String> ids = response.taskIds();
        String known = ids.isEmpty()
                ? why
                : Phrase.of("submit:names-tasks")
                        .with("reason", why)
                        .with(
                                "tasks",
                                ids.stream()
                                        .map(response::masked)
                                        .map(Phrase::verbatim)
                                        .toList())
                        .toString();
        return new Submission.Unanswered(
                known, reply.bytesSent(), reply.status(), response.requestId(), response.rawBody(), reply.attempts());
    }

    /** What the journal keeps of it; nothing where nothing was sent now. */
    static Optional<JournalOutcome> forJournal(Submission submission) {
        if (submission instanceof Submission.Accepted accepted) {
            return Optional.of(new JournalOutcome.Accepted(
                    accepted.taskId(), accepted.model(), accepted.createdAt(), accepted.requestId()));
        }
        if (submission instanceof Submission.Refused refused) {
            return Optional.of(new JournalOutcome.Refused(refused.status(), refused.code(), refused.message()));
        }
        return submission instanceof Submission.Unanswered unanswered
                ? Optional.of(new JournalOutcome.Unanswered(unanswered.why()))
                : Optional.empty();
    }
}
