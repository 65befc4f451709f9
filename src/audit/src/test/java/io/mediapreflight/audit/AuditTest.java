package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.probe.ByteCount;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Orientation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditTest extends TreeTest {
    private Assets files() {
        return NamedAssets.of(List.of(root), Selection.standard());
    }

    @Test
    void a_file_is_judged_as_a_check_would() throws IOException {
        tree.with("too-tall-300x900.jpg", "a.jpg").with("clip.mkv", "b.mp4");
        List<Verdict> entries = Audited.of(root).entries();
        assertThat(entries).extracting(entry -> entry.source().name()).containsExactly("a.jpg", "b.mp4");
        for (Verdict audited : entries) {
            Verdict checked =
                    Preflight.standard().check(tree.path(audited.source().name()));
            assertThat(audited.findings()).isEqualTo(checked.findings());
            assertThat(audited.probed()).isEqualTo(checked.probed());
            assertThat(audited.bytesRead()).isEqualTo(checked.bytesRead());
        }
    }

    @Test
    void what_neither_content_nor_name_call_a_media_file_is_skipped() throws IOException {
        tree.text("notes.txt", "notes")
                .with("sound.mp3", "sound.mp3")
                .with("document.pdf", "document.pdf")
                .photos("photo.txt")
                .text("clip.mp4", "")
                .with("sound.mp3", "speech.mp4")
                .text("no-extension", "");
        assertThat(Audited.of(root).outcomes())
                .containsExactly(
                        "clip.mp4 fail",
                        "document.pdf skipped",
                        "no-extension skipped",
                        "notes.txt skipped",
                        "photo.txt pass",
                        "sound.mp3 skipped",
                        "speech.mp4 fail");
    }

    @Test
    void a_slot_leaves_nothing_to_be_skipped() throws IOException {
        tree.text("notes.txt", "notes").with(Tree.CLIP, "clip.mp4");
        Audit audit = Audit.builder(Preflight.standard())
                .subject(Subject.video(Orientation.IMAGE))
                .build();
        assertThat(Audited.by(audit, files()).outcomes()).containsExactly("clip.mp4 pass", "notes.txt fail");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void the_order_is_the_same_with_any_number_of_threads(int threads) throws IOException {
        tree.photos(names(500));
        Audit audit = Audit.builder(Preflight.standard()).threads(threads).build();
        assertThat(Audited.by(audit, files()).names()).containsExactly(names(500));
    }

    private static String[] names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format("%02d/%04d.jpg", i / 100, i))
                .toArray(String[]::new);
    }

    @Test
    void a_file_that_exceeds_its_budget_is_unknown_and_the_others_are_judged() throws IOException {
        tree.photos(names(200)).photos("00/0007-hangs.jpg", "01/0150-hangs.jpg");
        CountDownLatch release = new CountDownLatch(1);
        FaultyDisk disk = new FaultyDisk().hanging("0007-hangs", release).hanging("0150-hangs", release);
        Audited audited = Audited.by(hasty(disk).threads(2).build(), files());
        release.countDown();
        assertThat(audited.entries()).hasSize(202);
        assertThat(audited.outcomes().stream().filter(outcome -> !outcome.endsWith(" pass")))
                .containsExactly("00/0007-hangs.jpg unknown", "01/0150-hangs.jpg unknown");
        assertThat(audited.why("00/0007-hangs.jpg")).contains("it took longer than 0.5 s");
    }

    private static Audit.Builder hasty(Disk disk) {
        return Audit.builder(Preflight.standard()).disk(disk).budget(Duration.ofMillis(500));
    }

    @Test
    void a_disk_that_swallows_every_worker_is_not_asked_for_ever() throws IOException {
        tree.photos(names(AuditWorkers.MAX_DISMISSED + 50));
        CountDownLatch release = new CountDownLatch(1);
        FaultyDisk disk = new FaultyDisk().hanging("0", release);
        Audit audit = Audit.builder(Preflight.standard())
                .disk(disk)
                .budget(Duration.ofMillis(1))
                .threads(8)
                .build();
        Audited audited = Audited.by(audit, files());
        release.countDown();
        assertThat(audited.outcomes())
                .hasSize(AuditWorkers.MAX_DISMISSED + 50)
                .allMatch(outcome -> outcome.endsWith("unknown"));
        assertThat(disk.opened()).isLessThanOrEqualTo(AuditWorkers.MAX_DISMISSED + 8);
        assertThat(audited.names()).anyMatch(name -> audited.why(name).contains("files before it timed out"));
    }

    @Test
    void a_pipe_in_the_place_of_a_file_holds_up_no_other_file() throws Exception {
        tree.photos("a.jpg", "b.jpg", "c.jpg");
        FaultyDisk disk = new FaultyDisk();
        Assets swapping = sink -> files().find(asset -> {
            if (asset.name().name().equals("b.jpg")) {
                swapForPipe(tree.path("b.jpg"));
            }
            return sink.take(asset);
        });
        assertThat(Audited.by(hasty(disk).build(), swapping).outcomes())
                .containsExactly("a.jpg pass", "b.jpg unknown", "c.jpg pass");
    }

    @ParameterizedTest
    @ValueSource(strings = {Tree.PHOTO, Tree.CLIP, "truncated.jpg", "empty.mp4"})
    void a_file_that_was_written_since_it_was_found_is_judged_as_it_is_now(String now) throws IOException {
        tree.with("drawing.png", "a.jpg")
                .with("clip-4s-moov-at-end.mp4", "b.mp4")
                .with("clip.3gp", "c.mp4");
        Assets writing = sink -> files().find(asset -> {
            overwrite(tree.path(asset.name().name()), now);
            return sink.take(asset);
        });
        for (Verdict entry : Audited.by(Audited.audit(), writing).entries()) {
            Path file = tree.path(entry.source().name());
            Verdict audited = entry;
            assertThat(audited.findings())
                    .isEqualTo(Preflight.standard().check(file).findings());
            assertThat(audited.bytes()).contains(ByteCount.exactly(Files.size(file)));
        }
    }

    private static void overwrite(Path file, String sample) {
        try {
            Files.copy(Tree.TESTDATA.resolve(sample), file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void swapForPipe(Path file) {
        try {
            Files.delete(file);
            new ProcessBuilder("mkfifo", file.toString()).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void finding_is_never_far_ahead_of_reporting() throws IOException {
        long most = 100_000;
        Assets endless = sink -> {
            boolean wanted = true;
            for (long i = 0; i < most && wanted; i++) {
                wanted = sink.take(stored("x.jpg"));
            }
        };
        AuditRun run = Audited.audit().over(endless);
        long[] furthest = {0};
        run.report(entry -> {
            Progress progress = run.progress();
            furthest[0] = Math.max(furthest[0], progress.found() - progress.judged());
        });
        assertThat(furthest[0]).isLessThan(20_000);
        assertThat(run.progress()).isEqualTo(new Progress(most, true, most));
    }

    private static Asset stored(String name) {
        return new Asset.Stored(SourceName.of(name), () -> BytesSource.of(new byte[0]));
    }

    /** Finds on until no more is wanted. */
    private static void findWithoutEnd(Assets.Sink sink) {
        for (int i = 0; sink.take(stored(i + ".jpg")); i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_cancelled_audit_reports_what_is_finished_and_that_it_is_not_all() throws IOException {
        AuditRun run = Audited.audit().over(AuditTest::findWithoutEnd);
        Audited audited = new Audited();
        boolean complete = run.report(entry -> {
            audited.add(entry);
            run.cancel();
        });
        assertThat(complete).isFalse();
        assertThat(audited.names()).startsWith("0.jpg").doesNotHaveDuplicates();
        assertThat(run.progress().judged()).isEqualTo(audited.entries().size());
    }

    @Test
    void a_cancelled_audit_does_not_wait_for_a_file_that_hangs() throws IOException {
        tree.photos("a.jpg", "b.jpg");
        CountDownLatch release = new CountDownLatch(1);
        Audit audit = Audit.builder(Preflight.standard())
                .disk(new FaultyDisk().hanging("b", release))
                .threads(1)
                .build();
        AuditRun run = audit.over(files());
        Thread canceller = new Thread(() -> {
            while (run.progress().found() < 2) {
                Thread.onSpinWait();
            }
            run.cancel();
        });
        canceller.start();
        assertThat(run.report(new Audited())).isFalse();
        release.countDown();
    }

    @Test
    void what_is_found_is_judged_while_the_finding_waits() throws IOException {
        CountDownLatch audited = new CountDownLatch(1);
        Assets waiting = sink -> {
            sink.take(stored("a.jpg"));
            try {
                assertThat(audited.await(10, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            sink.take(stored("b.jpg"));
        };
        Audited all = new Audited();
        boolean complete = Audited.audit().over(waiting).report(entry -> {
            all.add(entry);
            audited.countDown();
        });
        assertThat(complete).isTrue();
        assertThat(all.names()).containsExactly("a.jpg", "b.jpg");
    }

    @Test
    void an_interrupt_of_the_thread_that_listens_cancels() throws IOException {
        Thread.currentThread().interrupt();
        assertThat(Audited.audit().over(AuditTest::findWithoutEnd).report(new Audited()))
                .isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void what_the_listener_throws_ends_the_audit() throws IOException {
        tree.photos(names(200));
        AuditRun run = Audited.audit().over(files());
        assertThatThrownBy(() -> run.report(entry -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
    }

    @Test
    void where_not_everything_can_be_found_what_was_found_is_reported_first() throws IOException {
        Assets broken = sink -> {
            sink.take(stored("a.jpg"));
            throw new IOException("the list breaks off");
        };
        Audited audited = new Audited();
        assertThatThrownBy(() -> Audited.audit().over(broken).report(audited)).hasMessage("the list breaks off");
        assertThat(audited.names()).containsExactly("a.jpg");
    }

    @Test
    void sources_of_any_kind_are_judged_by_their_names() throws IOException {
        byte[] photo = Files.readAllBytes(Tree.TESTDATA.resolve(Tree.PHOTO));
        Assets stored = new StoredAssets(List.<Map.Entry<String, Asset.Opener>>of(
                        Map.entry("bucket/a.jpg", () -> BytesSource.of(photo)),
                        Map.entry("bucket/b.mp4", () -> BytesSource.of(photo)),
                        Map.entry("bucket/c.jpg", () -> {
                            throw new IOException("no such object");
                        }))
                .iterator());
        assertThat(Audited.by(Audited.audit(), stored).outcomes())
                .containsExactly("bucket/a.jpg pass", "bucket/b.mp4 fail", "bucket/c.jpg unknown");
    }

    @Test
    void a_source_that_throws_unchecked_is_unknown_and_the_others_are_judged() throws IOException {
        Assets assets = sink -> {
            sink.take(new Asset.Stored(SourceName.of("a.jpg"), () -> {
                throw new IllegalStateException("the bucket is gone");
            }));
            sink.take(stored("b.jpg"));
        };
        Audited audited = Audited.by(Audited.audit(), assets);
        assertThat(audited.outcomes()).containsExactly("a.jpg unknown", "b.jpg fail");
        assertThat(audited.why("a.jpg")).contains("the bucket is gone").doesNotContain("defect");
    }

    @Test
    void a_listing_that_throws_unchecked_breaks_off_as_an_accident() {
        Assets assets = sink -> {
            throw new IllegalStateException("no credentials");
        };
        assertThatThrownBy(() -> Audited.by(Audited.audit(), assets))
                .isInstanceOf(IOException.class)
                .hasMessage("no credentials");
    }

    @Test
    void no_thread_is_left_behind() throws Exception {
        tree.photos(names(300));
        for (int i = 0; i < 20; i++) {
            Audited.of(root);
            AuditRun run = Audited.audit().over(AuditTest::findWithoutEnd);
            assertThatThrownBy(() -> run.report(entry -> {
                        throw new IllegalStateException("full");
                    }))
                    .hasMessage("full");
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!threads().isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(threads()).isEmpty();
    }

    private static List<String> threads() {
        return Collections.list(
                        Collections.enumeration(Thread.getAllStackTraces().keySet()))
                .stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("audit-"))
                .toList();
    }
}
