package io.mediapreflight.s3;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A role that a cluster gives to a process, as its library takes it on. */
class RoleTest {
    private static final String RESPONSE = "<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>"
            + "<Credentials><AccessKeyId>key</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration>"
            + "</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>";

    @Test
    void credentials_of_a_role_open_an_object(@TempDir Path directory) throws Exception {
        HttpServer roles = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger asked = new AtomicInteger();
        roles.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] body = RESPONSE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        roles.start();
        Path token = Files.writeString(directory.resolve("token"), "a token");
        Map<String, String> before = set(Map.of(
                "aws.accessKeyId",
                "",
                "aws.roleArn",
                "arn:aws:iam::123456789012:role/reader",
                "aws.webIdentityTokenFile",
                token.toString(),
                "aws.endpointUrlSts",
                "http://127.0.0.1:" + roles.getAddress().getPort()));
        try (FaultyStore server =
                        FaultyStore.of(PngBuilder.image().size(400, 400).bytes());
                S3Store store = S3Store.open(server.access());
                S3Source source = store.source(FaultyStore.OBJECT)) {
            assertThat(Preflight.standard().check(source, Subject.image())).passes();
            assertThat(asked).hasValue(1);
        } finally {
            set(before);
            roles.stop(0);
        }
    }

    /** Sets properties, of which an empty one is cleared, and returns what they were. */
    private static Map<String, String> set(Map<String, String> properties) {
        Map<String, String> before = new HashMap<>();
        properties.forEach((name, value) -> {
            before.put(name, System.getProperty(name, ""));
            if (value.isEmpty()) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        return before;
    }
}
