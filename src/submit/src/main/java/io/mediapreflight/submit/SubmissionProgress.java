package io.mediapreflight.submit;

import io.mediapreflight.submit.transport.Reply;

/** Says how far one submission has come, and how long that took. */
final class SubmissionProgress {
    private final Service service;
    private final String digest;
    private final long start;
    private int attempts;

    SubmissionProgress(Service service, String digest) {
        this.service = service;
        this.digest = digest;
        this.start = service.nanoTime();
    }

    void recorded() {
        service.listener().recorded(digest, service.since(start));
    }

    Submission ended(Submission submission) {
        service.listener().ended(digest, submission, service.since(start));
        return submission;
    }

    /** The same transport, each of whose exchanges is an attempt. */
    Transport observing(Transport transport) {
        return call -> {
            long before = service.nanoTime();
            Reply reply = transport.exchange(call);
            attempts++;
            service.listener().attempted(digest, attempts, reply.status(), service.since(before));
            return reply;
        };
    }
}
