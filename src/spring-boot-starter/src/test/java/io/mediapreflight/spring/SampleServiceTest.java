package io.mediapreflight.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.example.uploads.SampleApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SampleServiceTest {
    private static ConfigurableApplicationContext context;
    private static Client client;

    @BeforeAll
    static void start() {
        context = SpringApplication.run(
                SampleApplication.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--logging.level.root=error",
                "--spring.servlet.multipart.max-file-size=100MB",
                "--spring.servlet.multipart.max-request-size=120MB");
        client = new Client(
                ((ServletWebServerApplicationContext) context).getWebServer().getPort());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void an_upload_that_complies_reaches_the_controller() throws Exception {
        HttpResponse<String> response = image("photo-small.jpg");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("stored ");
    }

    @Test
    void a_refused_upload_is_answered_with_problem_details() throws Exception {
        HttpResponse<String> response = image("too-small-299x400.jpg");
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode finding = onlyFinding(response);
        assertThat(finding.get("rule").asString()).isEqualTo("image.dimensions");
        assertThat(finding.get("field").asString()).isEqualTo("file");
        assertThat(finding.get("severity").asString()).isEqualTo("fail");
        assertThat(finding.get("measured").get(0).get("value").asInt()).isEqualTo(299);
        assertThat(finding.get("bound").get("min").asInt()).isEqualTo(300);
        assertThat(finding.get("fix").asString()).isNotEmpty();
    }

    @Test
    void the_name_that_the_client_gave_is_judged() throws Exception {
        assertThat(onlyFinding(image("jpeg-named.png")).get("rule").asString()).isEqualTo("image.name");
    }

    @Test
    void parts_of_a_form_are_checked_each_for_its_slot() throws Exception {
        HttpResponse<String> response = client.form(
                "/motions",
                Map.of("prompt", "dance"),
                Map.of("image", file("too-small-299x400.jpg"), "video", file("too-long-30.1s.mp4")));
        assertThat(findings(response))
                .extracting(
                        finding -> finding.get("field").asString(),
                        finding -> finding.get("rule").asString())
                .containsExactlyInAnyOrder(tuple("image", "image.dimensions"), tuple("video", "video.duration.max"));
        assertThat(JsonMapper.shared().readTree(response.body()).get("detail").asString())
                .isEqualTo("2 rules do not pass.");
    }

    @Test
    void errors_without_media_are_left_to_the_handlers_of_the_application() throws Exception {
        HttpResponse<String> response = client.form(
                "/motions",
                Map.of("prompt", " "),
                Map.of("image", file("photo-small.jpg"), "video", file("exactly-10s.mp4")));
        assertThat(response.statusCode()).isEqualTo(409);
    }

    @Test
    void errors_of_other_constraints_go_along() throws Exception {
        HttpResponse<String> response = client.form(
                "/motions",
                Map.of("prompt", " "),
                Map.of("image", file("too-small-299x400.jpg"), "video", file("exactly-10s.mp4")));
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(JsonMapper.shared()
                        .readTree(response.body())
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("prompt");
    }

    @Test
    void a_body_is_checked_while_it_arrives() throws Exception {
        HttpResponse<String> response =
                client.body("/videos", "video/mp4", BodyPublishers.ofFile(file("exactly-30s.mp4")));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(uploadsThatPassed("body")).isPositive();
    }

    @Test
    void an_upload_in_a_form_is_observed_like_a_body() throws Exception {
        long before = uploadsThatPassed("multipart");
        image("photo-small.jpg");
        assertThat(uploadsThatPassed("multipart")).isEqualTo(before + 1);
    }

    private static long uploadsThatPassed(String way) {
        return context
                .getBean(MeterRegistry.class)
                .find("preflight.upload")
                .tags("way", way, "outcome", "pass")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void a_body_that_cannot_pass_is_refused_before_its_end() throws Exception {
        EarlyResponse response =
                EarlyResponse.to(client.port(), "/videos", PaddedFile.of(file("too-small-320x240.mp4"), 50_000_000));
        assertThat(response.text()).startsWith("HTTP/1.1 422").contains("video.dimensions");
        assertThat(response.bytesSent()).isLessThan(50_000_000);
    }

    @Test
    void checks_are_counted_with_kind_and_outcome() throws Exception {
        image("photo-small.jpg");
        Timer timer = context.getBean(MeterRegistry.class)
                .find("preflight.check")
                .tags("kind", "image", "outcome", "pass")
                .timer();
        assertThat(timer).isNotNull();
        assertThat(timer.count()).isPositive();
    }

    private static HttpResponse<String> image(String name) throws IOException, InterruptedException {
        return client.form("/images", Map.of(), Map.of("file", file(name)));
    }

    private static Path file(String name) {
        return Client.TESTDATA.resolve(name);
    }

    private static JsonNode onlyFinding(HttpResponse<String> response) {
        assertThat(findings(response)).hasSize(1);
        return findings(response).iterator().next();
    }

    private static Iterable<JsonNode> findings(HttpResponse<String> response) {
        JsonNode findings = JsonMapper.shared().readTree(response.body()).get("findings");
        assertThat(findings).as(response.body()).isNotNull();
        return StreamSupport.stream(findings.spliterator(), false).toList();
    }
}
