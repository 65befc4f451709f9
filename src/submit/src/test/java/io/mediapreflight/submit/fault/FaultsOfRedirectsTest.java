package io.mediapreflight.submit.fault;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.submit.FaultTest;
import io.mediapreflight.submit.JdkTransport;
import io.mediapreflight.submit.Submission;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.io.TempDir;

class FaultsOfRedirectsTest extends FaultTest {
    private void is_not_followed(int status, String location) throws IOException {
        FaultServer server = server(responding(status, "", "Location: " + location));
        Submission.Refused refused = refused(submit(server));
        assertThat(refused.message())
                .isEqualTo(
                        "HTTP " + status + ": the service redirects to " + location + "; redirects are never followed");
        assertThat(refused.status()).hasValue(status);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(server.requests()).hasSize(1);
        assertSentOnce(server);
    }

    @Fault("301/302/303 to the same host")
    void a_post_does_not_become_a_get() throws IOException {
        is_not_followed(301, "/v2/videos/generate");
        is_not_followed(302, "/v2/videos/generate");
        is_not_followed(303, "/v1/videos/tasks/1");
    }

    @Fault("307/308 to the same host")
    void a_post_is_not_repeated_elsewhere() throws IOException {
        is_not_followed(307, "/v2/videos/generate");
        is_not_followed(308, "/v2/videos/generate");
    }

    @Fault("307/308 to another host")
    void another_host_hears_nothing() throws IOException {
        FaultServer other = server(Peer::accept);
        is_not_followed(307, other.url() + "/v1/videos/generate");
        is_not_followed(308, other.url() + "/v1/videos/generate");
        assertThat(other.connections()).isZero();
    }

    @Fault("redirect https -> http")
    void no_redirect_leads_out_of_tls(@TempDir Path directory)
            throws IOException, InterruptedException, GeneralSecurityException {
        SSLContext tls = SelfSigned.in(directory);
        FaultServer plain = server(Peer::accept);
        try (FaultServer server = FaultServer.secure(tls, responding(307, "", "Location: " + plain.url()))) {
            Submission.Refused refused = refused(submit(service(server.url())
                    .attemptTimeout(Duration.ofSeconds(5))
                    .transport(JdkTransport.trusting(tls))
                    .build()));
            assertThat(refused.status()).hasValue(307);
            assertThat(plain.connections()).isZero();
            assertSentOnce(server);
        }
    }

    @Fault("redirect loop")
    void a_loop_is_left_at_its_first_step() throws IOException {
        is_not_followed(302, "/v1/videos/generate");
    }
}
