package io.mediapreflight.remote;

import static io.mediapreflight.assertj.PreflightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server, where nginx and openssl are installed. */
@Tag("heavy")
class NginxTest {
    private static final Path NGINX = Path.of("/usr/sbin/nginx");

    @TempDir
    static Path directory;

    private static Process nginx;
    private static int http;
    private static int https;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NGINX), "nginx is not installed");
        http = freePort();
        https = freePort();
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=CA of a test",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem");
        run(
                "openssl",
                "req",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=media.example.com",
                "-keyout",
                "tls.key",
                "-out",
                "tls.csr");
        Files.writeString(directory.resolve("names"), "subjectAltName=DNS:media.example.com\n");
        run(
                "openssl",
                "x509",
                "-req",
                "-in",
                "tls.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "2",
                "-extfile",
                "names",
                "-out",
                "tls.pem");
        Path root = Files.createDirectories(directory.resolve("www"));
        Files.write(
                root.resolve("clip.mp4"), Mp4Builder.clip().mediaData(3_000_000).bytes());
        Files.write(
                root.resolve("last.mp4"),
                Mp4Builder.clip().mediaData(3_000_000).moovLast().bytes());
        Files.write(root.resolve("a.png"), PngBuilder.image().size(400, 400).bytes());
        Files.write(root.resolve("empty.png"), new byte[0]);
        Files.writeString(directory.resolve("password"), "u:{PLAIN}p\n");
        Files.writeString(directory.resolve("nginx.conf"), """
                daemon off; pid DIR/nginx.pid; error_log DIR/error.log; worker_processes 1; %s
                events { worker_connections 64; }
                http {
                  access_log DIR/access.log; client_body_temp_path DIR/body; proxy_temp_path DIR/proxy;
                  fastcgi_temp_path DIR/fastcgi; uwsgi_temp_path DIR/uwsgi; scgi_temp_path DIR/scgi;
                  types { image/png png; video/mp4 mp4; }
                  root DIR/www;
                  server {
                    listen 127.0.0.1:HTTP;
                    listen 127.0.0.1:TLS ssl; ssl_certificate DIR/tls.pem; ssl_certificate_key DIR/tls.key;
                    location / { }
                    location /whole/ { alias DIR/www/; max_ranges 0; }
                    location /gzip/ { alias DIR/www/; gzip on; gzip_types *; gzip_min_length 1; gzip_proxied any; }
                    location /auth/ { alias DIR/www/; auth_basic "x"; auth_basic_user_file DIR/password; }
                    location /slow/ { alias DIR/www/; limit_rate 1k; }
                    location /moved/ { return 302 /a.png; }
                    location /loop/ { return 301 /loop/; }
                    location /metadata/ { return 302 http://169.254.169.254/latest/meta-data/; }
                    location /plain/ { return 302 http://media.example.com:HTTP/a.png; }
                    location /gone/ { return 410; }
                    location /busy/ { return 503; }
                  }
                }
                """.formatted(
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "")
                .replace("DIR", directory.toString())
                .replace("HTTP", "" + http)
                .replace("TLS", "" + https));
        nginx = new ProcessBuilder(
                        NGINX.toString(),
                        "-c",
                        directory.resolve("nginx.conf").toString(),
                        "-e",
                        directory.resolve("error.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out.log").toFile())
                .start();
        awaitPort();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("command.log").toFile())
                .start();
        assumeTrue(process.waitFor() == 0, command[0] + " does not work here");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitPort() throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), http)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError(
                Files.readString(directory.resolve("error.log")) + Files.readString(directory.resolve("out.log")));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static MediaVerdict check(String path) {
        return check("http://media.example.com:" + http + path, builder -> builder);
    }

    private static MediaVerdict check(String url, UnaryOperator<HttpMediaBuilder> change) {
        return Fetchers.check(url, Subject.anything(), change);
    }

    private static String reason(MediaVerdict verdict) {
        return verdict.findings().get(0).message();
    }

    @Test
    void ranges_are_enough() {
        assertThat(check("/clip.mp4")).passes();
        assertThat(check("/last.mp4")).passes();
        assertThat(check("/a.png")).passes();
        assertThat(check("/clip.mp4").bytesRead()).isLessThanOrEqualTo(128 << 10);
        assertThat(check("/last.mp4").bytesRead()).isLessThanOrEqualTo(256 << 10);
    }

    @Test
    void so_is_a_server_without_ranges() {
        assertThat(check("/whole/clip.mp4")).passes();
        assertThat(check("/whole/last.mp4")).passes();
        assertThat(check("/whole/clip.mp4").bytesRead()).isLessThan(1 << 20);
    }

    @Test
    void it_is_asked_not_to_compress() {
        assertThat(check("/gzip/clip.mp4")).passes();
        assertThat(check("/gzip/a.png")).passes();
    }

    @Test
    void an_empty_file_is_empty() {
        assertThat(check("/empty.png")).fails();
        assertThat(check("/empty.png")).hasBytes(0);
    }

    @Test
    void redirects_are_followed_or_refused() {
        assertThat(check("/moved/x")).passes();
        assertThat(reason(check("/loop/"))).contains("it redirects more than 5 times");
        assertThat(reason(check("/metadata/"))).contains("169.254.169.254");
    }

    @Test
    void statuses_are_said() {
        assertThat(check("/none.png")).fails();
        assertThat(check("/gone/")).fails();
        assertThat(reason(check("/auth/a.png"))).contains("a login (401), as seen from here, by Basic");
        assertThat(reason(check("/busy/"))).contains("the server failed (503)");
    }

    @Test
    void a_slow_server_is_cut_off() {
        MediaVerdict verdict = check(
                "http://media.example.com:" + http + "/slow/clip.mp4",
                builder -> builder.timeout(Duration.ofSeconds(2)));
        assertThat(reason(verdict)).contains("it took longer than 2 s");
    }

    @Test
    void tls_is_checked_by_name_and_by_authority() throws IOException, GeneralSecurityException {
        String url = "https://media.example.com:" + https + "/clip.mp4";
        SSLContext trusting = trusting();
        assertThat(check(url, builder -> builder.tls(trusting))).passes();
        assertThat(reason(check(url, builder -> builder))).contains("no secure connection to media.example.com");
        String other = url.replace("media.", "other.");
        assertThat(reason(check(other, builder -> builder.tls(trusting))))
                .contains("no secure connection to other.example.com");
        assertThat(reason(check(url.replace("clip.mp4", "plain/"), builder -> builder.tls(trusting))))
                .contains("it redirects from https to http://media.example.com");
    }

    private static SSLContext trusting() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(directory.resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void a_download_is_complete() throws IOException {
        try (HttpMedia media = Fetchers.builder().build();
                var source = media.open("http://media.example.com:" + http + "/clip.mp4");
                var file = source.toFile().orElseThrow()) {
            assertThat(Files.size(file.path())).isEqualTo(source.size().orElseThrow());
            assertThat(Preflight.standard().check(file.path(), Subject.video())).passes();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                    .isEqualTo("rw-------");
        }
    }
}
