package io.mediapreflight.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.journal.FileJournal;
import io.mediapreflight.submit.json.RequestJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One request has one digest, however it is spelt. */
class SameRequestTest extends FaultTest {
    /** Where the journals of the first digests were written. */
    private static final URI SERVICE = URI.create("http://127.0.0.1:18089/base");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://media.example.org/a.mp4 | https://MEDIA.Example.ORG/a.mp4",
                "https://media.example.org/a.mp4 | HTTPS://media.example.org:443/a.mp4",
                "https://media.example.org/a.mp4 | https://media.example.org:0443/a.mp4",
                "https://media.example.org/a.mp4 | https://media.example.org:/a.mp4",
                "http://media.example.org/a.mp4 | http://media.example.org:80/a.mp4",
                "https://media.example.org/a.mp4 | https://media.example.org/a.mp4#t=1",
                "https://media.example.org/a.mp4 | https://media.example.org/%61.mp4",
                "https://media.example.org/a.mp4 | https://medi%61.example.org/a%2Emp4",
                "https://media.example.org/a%2Fb | https://media.example.org/a%2fb",
                "https://media.example.org/%C3%A9.mp4 | https://media.example.org/é.mp4",
                "https://xn--bcher-kva.example/a | https://BÜCHER.example/a",
                "https://media.example.org/a?q=b~c | https://media.example.org/a?q=%62%7ec#x",
                "https://media.example.org/ | https://media.example.org",
                "https://media.example.org/a/c | https://media.example.org/a/b/%2e%2e/./c",
                "https://media.example.org./a | https://media.example.org/a"
            })
    void one_url_is_one_request(String one, String other) {
        assertThat(canonical(video(one))).isEqualTo(canonical(video(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://media.example.org/a | https://media.example.org/A",
                "https://media.example.org/a | http://media.example.org/a",
                "https://media.example.org/a | https://media.example.org:8443/a",
                "https://media.example.org/a | https://media.example.org:80/a",
                "https://media.example.org/a/b | https://media.example.org/a%2Fb",
                "https://media.example.org/a | https://media.example.org//a",
                "https://media.example.org/a | https://media.example.org/a?b",
                "https://media.example.org/a?b=1&c=2 | https://media.example.org/a?c=2&b=1",
                "https://media.example.org/a?b=%26 | https://media.example.org/a?b=&",
                "https://media.example.org/a | https://media.example.net/a"
            })
    void another_url_is_another_request(String one, String other) {
        assertThat(canonical(video(one))).isNotEqualTo(canonical(video(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0",
        "1, 1e0",
        "1, 10e-1",
        "1, 1E+0",
        "100, 1e2",
        "0, -0.0",
        "0.5, 5e-1",
        "-2.50, -2.5",
        "1e400, 10e399",
        "1e99999999999999999999, 10e99999999999999999998"
    })
    void one_number_is_one_request(String one, String other) {
        assertThat(canonical(seed(one))).isEqualTo(canonical(seed(other)));
        assertThat(canonical(seed("{\"a\":[" + one + "]}"))).isEqualTo(canonical(seed("{\"a\":[" + other + "]}")));
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "1, -1", "1, 10", "1, 0.1", "1, '\"1\"'", "1e400, 1e401", "0.1, 0.10000000000000000000001"})
    void another_number_is_another_request(String one, String other) {
        assertThat(canonical(seed(one))).isNotEqualTo(canonical(seed(other)));
    }

    @Test
    void an_empty_prompt_is_no_prompt() {
        GenerationRequest empty = Cleared.REQUEST.toBuilder().prompt("").build();
        assertThat(canonical(empty))
                .doesNotContain("prompt")
                .isNotEqualTo(canonical(empty.toBuilder().prompt(" ").build()));
    }

    @Test
    void another_spelling_of_a_request_is_not_sent() throws Exception {
        FileJournal journal = FileJournal.open(directory.resolve("journal.jsonl"));
        FaultServer server = server(FaultServer.responding(200, Peer.ACCEPTED));
        Submitter submitter = service(server.url()).journal(journal).build().submitter();
        accepted(submitter.submit(cleared(seed("1"))));
        Submission again = submitter.submit(cleared(seed("1.0")));
        assertThat(again).isInstanceOf(Submission.AlreadyAccepted.class);
        assertSentOnce(server);
    }

    @Test
    void a_journal_with_the_first_digests_still_knows_what_was_accepted() throws Exception {
        Path journal = directory.resolve("journal.jsonl");
        Files.write(journal, resource("journal-digest-1.jsonl"));
        Submitter submitter =
                service(SERVICE).journal(FileJournal.open(journal)).build().submitter();
        GenerationRequest spelt =
                RequestJson.read(resource("request-spelt.json"), true).request();

        assertThat(taskOf(submitter.submit(Cleared.request(Cleared.REQUEST, clock))))
                .contains("task_2042864638838083584");
        assertThat(taskOf(submitter.submit(cleared(spelt)))).contains("task_2042864638838083585");
        assertThat(journal).hasBinaryContent(resource("journal-digest-1.jsonl"));
    }

    private static Optional<String> taskOf(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.AlreadyAccepted.class);
        return ((Submission.AlreadyAccepted) submission).entry().taskId();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SameRequestTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static ClearedRequest cleared(GenerationRequest request) {
        return Cleared.request(request, Clock.systemUTC());
    }

    private static GenerationRequest video(String url) {
        return GenerationRequest.builder().model("m").video(url).build();
    }

    private static GenerationRequest seed(String json) {
        return Cleared.REQUEST.toBuilder()
                .unknownField("extra_params.seed", json)
                .build();
    }

    private static String canonical(GenerationRequest request) {
        return new String(RequestJson.canonical(request), StandardCharsets.UTF_8);
    }
}
