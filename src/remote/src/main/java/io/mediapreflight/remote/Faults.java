package io.mediapreflight.remote;

import io.mediapreflight.UnreachableException;
import io.mediapreflight.rule.Fix;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MessageConstraintException;

/** What went wrong on the way to a server and back. The messages of the JDK and the client stay out: they may quote what a server sent. */
final class Faults {
    private Faults() {}

    /** A fault that is no fault of the file, so that what it is stays unknown. */
    static UnreachableException unknown(Phrase why) {
        return new UnreachableException(Outcome.UNKNOWN, why, Fix.of(Phrase.of("remote:fix.again")));
    }

    static UnreachableException unknown(String key) {
        return unknown(Phrase.of(key));
    }

    /** What the service cannot get either. */
    static UnreachableException failed(Phrase why, String fix) {
        return new UnreachableException(Outcome.FAIL, why, Fix.of(Phrase.of(fix)));
    }

    /** That this took too long. */
    static UnreachableException late(Deadline deadline) {
        return unknown(
                Phrase.of("remote:deadline").with("seconds", deadline.limit().toSeconds()));
    }

    /** What this exception of the client stands for. */
    static IOException of(IOException e, Deadline deadline, String host) {
        if (Thread.currentThread().isInterrupted()) {
            return new ClosedByInterruptException();
        }
        if (e instanceof RefusedAddressException refused) {
            return failed(refused.why(), "remote:fix.public-host");
        }
        if (deadline.isOver()) {
            return late(deadline);
        }
        return named(e, Excerpt.of(host));
    }

    private static IOException named(IOException e, String host) {
        if (e instanceof UnknownHostException) {
            return unknown(Phrase.of("remote:no-address").with("host", host));
        }
        if (e instanceof SSLException failure) {
            return tls(failure, host);
        }
        if (e instanceof ClientProtocolException || e instanceof MessageConstraintException) {
            return unknown("remote:protocol");
        }
        String key = e instanceof ConnectTimeoutException
                ? "remote:connect-timeout"
                : e instanceof SocketTimeoutException
                        ? "remote:silent"
                        : e instanceof ConnectException ? "remote:not-connected" : "remote:broken-off";
        return passing(unknown(Phrase.of(key).with("host", host)));
    }

    private static UnreachableException tls(SSLException e, String host) {
        String reason = String.valueOf(e.getMessage());
        return unknown(Phrase.of("remote:tls").with("host", host).with("reason", Excerpt.sentence(reason)));
    }

    /** One that may be over when it is tried again. */
    static Transient passing(UnreachableException fault) {
        return new Transient(fault, Optional.empty());
    }

    static Transient passing(UnreachableException fault, Optional<Duration> pause) {
        return new Transient(fault, pause);
    }
}
