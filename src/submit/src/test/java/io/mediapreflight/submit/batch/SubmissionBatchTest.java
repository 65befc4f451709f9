package io.mediapreflight.submit.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.LocalMedia;
import io.mediapreflight.Preflight;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.submit.Submission;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.transport.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SubmissionBatchTest extends BatchTest {
    @Test
    void local_media_are_put_under_their_digests_and_their_signed_urls_are_sent() throws IOException {
        BatchSummary summary = submit(batch(), items(1));

        assertThat(summary).isEqualTo(new BatchSummary(Map.of("accepted", 1), Optional.empty(), Optional.empty()));
        assertThat(store.objects.keySet()).allMatch(name -> name.matches("[0-9a-f]{64}\\.(jpg|mp4)"));
        assertThat(wire.bodies)
                .singleElement()
                .satisfies(body -> store.objects
                        .keySet()
                        .forEach(name ->
                                assertThat(body).contains("https://store.example.org/media/" + name + "?X-Amz-Date=")));
    }

    @Test
    void equal_files_of_several_requests_are_put_once() throws IOException {
        submit(batch().inFlight(8), items(16));
        assertThat(store.puts).hasValue(2);
        assertThat(wire.bodies).hasSize(16);
    }

    @Test
    void a_second_run_sends_and_puts_nothing() throws IOException {
        submit(batch(), items(5));
        store.objects.clear();

        BatchSummary again = submit(batch(), items(5));

        assertThat(again.counts()).isEqualTo(Map.of("alreadyAccepted", 5));
        assertThat(results)
                .allSatisfy(result -> assertThat(
                                ((BatchResult.Submitted) result).submission().acceptedTaskId())
                        .isPresent());
        assertThat(wire.bodies).hasSize(5);
        assertThat(store.puts).hasValue(2);
    }

    @Test
    void a_request_is_the_same_wherever_its_media_are_uploaded_to() throws IOException {
        submit(batch(), items(1));
        store = new MemoryStore("https://elsewhere.example.org/");
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("alreadyAccepted");
        assertThat(store.puts).hasValue(0);
    }

    @Test
    void a_request_with_other_bytes_is_another_request() throws IOException {
        submit(batch(), items(1));
        Files.copy(Cleared.TESTDATA.resolve("photo-small.jpg"), image(), StandardCopyOption.REPLACE_EXISTING);
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("accepted");
    }

    @Test
    void nothing_is_put_for_a_request_that_does_not_pass() throws IOException {
        LocalMedia tall = LocalMedia.of(Cleared.TESTDATA.resolve("too-tall-300x900.jpg"), video());
        submit(
                batch(),
                List.of(
                        item("tall", tall, builder -> builder),
                        item("x".repeat(2501)),
                        item("model", LocalMedia.of(image(), video()), builder -> builder.model("another")),
                        item("missing", LocalMedia.of(image(), directory.resolve("none.mp4")), builder -> builder),
                        item(
                                "text",
                                LocalMedia.of(image(), Files.writeString(directory.resolve("t.mp4"), "text")),
                                b -> b)));

        assertThat(outcomes()).containsOnly("notCleared").hasSize(5);
        assertThat(results)
                .extracting(
                        result -> ((BatchResult.NotCleared) result).verdict().outcomeId())
                .containsExactly("fail", "fail", "fail", "unknown", "fail");
        assertThat(store.puts).hasValue(0);
        assertThat(wire.bodies).isEmpty();
    }

    @Test
    void nothing_is_put_where_the_local_copy_of_a_url_does_not_pass() throws IOException {
        LocalMedia media = LocalMedia.of(image(), Cleared.TESTDATA.resolve("too-short-2.5s.mp4"));
        submit(batch(), List.of(item("short", media, builder -> builder.video("https://media.example.org/b.mp4"))));
        assertThat(outcomes()).containsExactly("notCleared");
        assertThat(((BatchResult.NotCleared) results.get(0)).verdict().outcomeId())
                .isEqualTo("fail");
        assertThat(store.puts).hasValue(0);
    }

    @Test
    void nothing_is_put_where_the_local_copy_of_a_url_could_not_be_read_to_its_end() throws IOException {
        Source bytes = BytesSource.of(Files.readAllBytes(video()));
        AtomicInteger reads = new AtomicInteger();
        Source failsOnce = new Source() {
            @Override
            public OptionalLong size() throws IOException {
                return bytes.size();
            }

            @Override
            public int read(long offset, ByteBuffer into) throws IOException {
                if (reads.incrementAndGet() == 1) {
                    throw new IOException("the disk is asleep");
                }
                return bytes.read(offset, into);
            }
        };
        LocalMedia media = LocalMedia.none().withImage(image()).withVideo(failsOnce);
        submit(batch(), List.of(item("asleep", media, builder -> builder.video("https://media.example.org/b.mp4"))));
        assertThat(((BatchResult.NotCleared) results.get(0)).why())
                .isEqualTo("A media file cannot be read: the disk is asleep.");
        assertThat(store.puts).hasValue(0);
    }

    @Test
    void a_service_that_repeats_a_signed_url_shows_no_signature() throws IOException {
        for (int status : List.of(400, 500)) {
            wire = new StubWire(number -> StubWire.complete(
                    status, "{\"error\":{\"message\":\"cannot download \"},\"request\":" + wire.bodies.get(0) + "}"));
            submit(batch(), List.of(item("status " + status)));
            wire = new StubWire(number -> StubWire.complete(status, "cannot use " + wire.bodies.get(0)));
            submit(batch(), List.of(item("text " + status)));
        }
        assertThat(results.toString()).contains("X-Amz-Signature=***");
    }

    @Test
    void nothing_is_put_where_the_service_could_not_fetch_it() throws IOException {
        store = new MemoryStore("http://10.1.2.3:9000/media/");
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("notCleared");
        assertThat(store.puts).hasValue(0);
    }

    @Test
    void a_url_that_ends_within_the_hour_is_not_sent() throws IOException {
        store.validSeconds = 1800;
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("notCleared");
        assertThat(wire.bodies).isEmpty();
    }

    @Test
    void local_media_without_an_uploader_are_not_cleared() throws IOException {
        submit(SubmissionBatch.builder(service(), Preflight.standard()), items(1));
        assertThat(((BatchResult.NotCleared) results.get(0)).why()).contains("no URLs");
        assertThat(wire.bodies).isEmpty();
    }

    @Test
    void media_that_change_while_they_are_uploaded_are_not_sent() throws IOException {
        store.beforeEach = () -> {
            try {
                Files.write(video(), new byte[] {0, 0, 0, 8, 'f', 'r', 'e', 'e'}, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("notUploaded");
        assertThat(wire.bodies).isEmpty();
    }

    @Test
    void media_that_change_after_they_were_uploaded_are_not_sent() throws IOException {
        submit(batch(), items(1)); // so that both lie there
        AtomicInteger times = new AtomicInteger();
        store.beforeEach = () -> {
            try {
                if (times.incrementAndGet() == 2) {
                    Files.write(video(), new byte[] {0, 0, 0, 8, 'f', 'r', 'e', 'e'}, StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        submit(batch(), List.of(item("another")));
        assertThat(outcomes()).containsExactly("notCleared");
        assertThat(wire.bodies).hasSize(1);
    }

    @Test
    void results_come_in_the_order_of_the_requests() throws IOException {
        List<BatchItem> items = items(40);
        submit(batch().inFlight(8), items);
        assertThat(results).extracting(BatchResult::item).isEqualTo(items);
    }

    @Test
    void no_more_than_the_stated_number_are_worked_on_at_once() throws IOException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger highest = new AtomicInteger();
        wire = new StubWire(number -> {
            highest.accumulateAndGet(now.incrementAndGet(), Math::max);
            now.decrementAndGet();
            return StubWire.accepted(number);
        });
        submit(batch().inFlight(3), items(30));
        assertThat(highest.get()).isBetween(1, 3);
        assertThat(wire.bodies).hasSize(30);
    }

    @Test
    void equal_requests_are_sent_once() throws IOException {
        submit(batch().inFlight(8), Collections.nCopies(8, item("dance")));
        assertThat(wire.bodies).hasSize(1);
        assertThat(outcomes()).containsOnlyOnce("accepted").containsOnly("accepted", "alreadyAccepted");
    }

    @Test
    void sends_again_knowingly_and_equal_requests_once_even_then() throws IOException {
        submit(batch(), items(1));
        submit(batch().again(true), List.of(item("dance 1"), item("dance 1")));
        assertThat(outcomes()).containsExactlyInAnyOrder("accepted", "alreadyAccepted");
        assertThat(wire.bodies).hasSize(2);
    }

    @Test
    void a_lost_response_is_not_sent_again_by_another_run() throws IOException {
        wire = always(Reply.none(Reply.Ending.BROKEN, "reset"));
        submit(batch(), items(1));
        submit(batch(), items(1));
        assertThat(outcomes()).containsExactly("alreadyUnanswered");
        assertThat(wire.bodies).hasSize(1);
    }

    @Test
    void a_request_by_urls_is_judged_by_what_its_preflight_can_see() throws IOException {
        BatchItem byUrl = item(
                "url",
                LocalMedia.none(),
                builder -> builder.image("https://media.example.org/a.jpg").video("https://media.example.org/b.mp4"));
        submit(batch(), List.of(byUrl));
        assertThat(((BatchResult.NotCleared) results.get(0)).verdict().outcomeId())
                .isEqualTo("unknown");
    }

    @Test
    void a_list_that_cannot_be_read_further_loses_no_result() throws IOException {
        Iterator<BatchItem> items = items(3).iterator();
        SubmissionBatch batch = batch().build();
        assertThatThrownBy(() -> batch.submit(
                        () -> {
                            if (!items.hasNext()) {
                                throw new IOException("the list broke");
                            }
                            return Optional.of(items.next());
                        },
                        results::add))
                .hasMessage("the list broke");
        assertThat(outcomes()).containsExactly("accepted", "accepted", "accepted");
    }

    @Test
    void one_request_has_one_result() throws IOException {
        BatchResult result = batch().build().submit(item("dance"));
        assertThat(((BatchResult.Submitted) result).submission()).isInstanceOf(Submission.Accepted.class);
        assertThat(((BatchResult.Submitted) result).uploaded()).isEqualTo(2);
    }

    @Test
    void a_plan_says_what_would_be_put_and_sent_and_does_neither() throws IOException {
        submit(batch(), items(1));
        List<BatchResult> planned = new ArrayList<>();
        BatchSummary summary = batch().build().plan(of(items(3)), planned::add);
        assertThat(summary.counts()).isEqualTo(Map.of("alreadyAccepted", 1, "dryRun", 2));
        assertThat(((BatchResult.Planned) planned.get(1)).uploads())
                .extracting(upload -> upload.mediaType())
                .containsExactly("image/jpeg", "video/mp4");
        assertThat(wire.bodies).hasSize(1);
        assertThat(store.puts).hasValue(2);
    }
}
