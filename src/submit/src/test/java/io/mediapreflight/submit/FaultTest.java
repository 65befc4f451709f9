package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the faults share: a service whose clock and sleeper can be looked at, and an eye on whatever could show the key. */
public abstract class FaultTest {
    protected static final String KEY_TEXT = "sk-live-0123456789/abc+DEF=ghi_~.";
    protected static final ApiKey KEY = ApiKey.of(KEY_TEXT);

    protected final SteppedClock clock = new SteppedClock();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Leaks leaks = new Leaks(KEY);

    @BeforeEach
    protected void watch() {
        leaks.watch();
    }

    @AfterEach
    protected void nothing_shows_the_key() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        leaks.assertNone();
    }

    protected FaultServer server(FaultServer.Script... scripts) throws IOException {
        FaultServer server = FaultServer.playing(scripts);
        open.add(server);
        return server;
    }

    protected Service.Builder service(URI url) {
        return Service.builder()
                .baseUrl(url)
                .apiKey(KEY)
                .connectTimeout(Duration.ofSeconds(5))
                .attemptTimeout(Duration.ofSeconds(10))
                .clock(clock)
                .nanoTime(clock::nanoTime)
                .sleeper(clock)
                .jitter(() -> 0.5);
    }

    /** A service whose body leaves this long after its headers at the latest, whatever the server has said by then. */
    protected Service holdingBack(FaultServer server, Duration holdBack) {
        return service(server.url())
                .transport(JdkTransport.holdingBack(holdBack))
                .build();
    }

    protected Submission submit(FaultServer server) {
        return submit(service(server.url()).build());
    }

    /** For what ends by a time-out only. */
    protected Submission submitWithShortTimeout(FaultServer server) {
        return submit(
                service(server.url()).attemptTimeout(Duration.ofMillis(600)).build());
    }

    protected Submission submit(Service service) {
        ClearedRequest cleared = Cleared.request(Cleared.REQUEST, clock);
        try {
            return seen(service.submitter().submit(cleared));
        } catch (JournalException | StaleRequestException e) {
            throw new AssertionError(e);
        }
    }

    protected <T> T seen(T result) {
        leaks.saw(result);
        return result;
    }

    protected Submission.Accepted accepted(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        return (Submission.Accepted) submission;
    }

    protected Submission.Refused refused(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Refused.class);
        return (Submission.Refused) submission;
    }

    protected Submission.Unanswered unanswered(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Unanswered.class);
        return (Submission.Unanswered) submission;
    }

    /** Once, and not again by itself. */
    protected static void assertSentOnce(FaultServer server) {
        assertThat(server.posts()).as("POSTs").isEqualTo(1);
    }
}
