package io.mediapreflight.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.UploadCheck;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Corpus;
import io.mediapreflight.fixture.FragmentsBuilder;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.rule.Finding;
import io.mediapreflight.rule.Outcome;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.SizeLimit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An upload is judged as the whole file is, refused as soon as that is certain, and never passed before its last byte. */
class UploadCheckTest {
    private static final Preflight PREFLIGHT = Preflight.standard();
    private static final int LARGE = 5_000_000;

    @TempDir
    Path directory;

    private static UploadCheck upload(Subject subject) {
        return UploadCheck.builder(PREFLIGHT, subject).build();
    }

    static Stream<Path> samples() throws IOException {
        return Testdata.names().stream().map(Testdata::file);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void agrees_with_a_check_of_the_file(Path sample) throws IOException {
        assertAgreesInPieces(
                Files.readAllBytes(sample),
                Subject.anything().named(sample.getFileName().toString()));
    }

    @Test
    @Tag("heavy")
    void agrees_with_a_check_of_every_file_of_the_corpus() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Corpus.directory())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            assertAgreesInPieces(
                    Files.readAllBytes(file),
                    Subject.anything().named(file.getFileName().toString()));
        }
    }

    /** By single bytes only up to a length that takes no time. */
    private static void assertAgreesInPieces(byte[] bytes, Subject subject) throws IOException {
        Random random = new Random(bytes.length);
        List<IntUnaryOperator> pieces = new ArrayList<>();
        if (bytes.length < 100_000) {
            pieces.add(at -> 1);
        }
        pieces.add(at -> 1024);
        pieces.add(at -> 1 + random.nextInt(100_000));
        MediaVerdict whole = PREFLIGHT.check(BytesSource.of(bytes), subject);
        for (IntUnaryOperator piece : pieces) {
            assertAgrees(bytes, subject, piece, whole);
        }
    }

    private static void assertAgrees(byte[] bytes, Subject subject, IntUnaryOperator piece, MediaVerdict whole)
            throws IOException {
        try (UploadCheck upload = upload(subject)) {
            Optional<MediaVerdict> refused = Optional.empty();
            for (int at = 0; at < bytes.length && refused.isEmpty(); ) {
                int length = Math.min(piece.applyAsInt(at), bytes.length - at);
                refused = upload.write(ByteBuffer.wrap(bytes, at, length));
                at += length;
            }
            Verdict last = upload.finish();
            if (refused.isPresent()) {
                assertThat(last).isEqualTo(refused.get());
                assertThat(whole.outcome()).isEqualTo(Outcome.FAIL);
                assertThat(rules(whole)).containsAll(rules(last));
            } else {
                assertThat(last.findings()).isEqualTo(whole.findings());
            }
        }
    }

    private static List<String> rules(Verdict verdict) {
        return verdict.findings().stream()
                .map(Finding::rule)
                .map(rule -> rule.id())
                .collect(Collectors.toList());
    }

    @Test
    void refuses_an_image_of_a_wrong_size_by_its_first_4096_bytes() throws IOException {
        byte[] small =
                JpegBuilder.image().size(299, 299).trailer(Bytes.zeros(LARGE)).bytes();
        try (UploadCheck upload = upload(Subject.image())) {
            assertThat(upload.write(ByteBuffer.wrap(small, 0, 4095))).isEmpty();
            Verdict refused = upload.write(ByteBuffer.wrap(small, 4095, 1)).orElseThrow();
            assertThat(Judged.findings(refused)).containsExactly("image.dimensions=fail");
            assertThat(upload.finish()).isEqualTo(refused);
            assertThatIllegalStateException().isThrownBy(() -> upload.write(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void refuses_a_text_by_its_first_4096_bytes() throws IOException {
        try (UploadCheck upload = upload(Subject.video())) {
            byte[] page = ("<!DOCTYPE html>" + " ".repeat(5000)).getBytes(StandardCharsets.US_ASCII);
            assertThat(upload.write(ByteBuffer.wrap(page)).map(Judged::findings).orElseThrow())
                    .contains("media.kind=fail");
        }
    }

    @Test
    void refuses_by_the_declared_size_with_the_first_look() throws IOException {
        long tooMuch = Limits.klingV3MotionControl().videoSize().generousBytes() + 1;
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.video())
                .declaredBytes(tooMuch)
                .build()) {
            byte[] beginning = Mp4Builder.clip().mediaData(10_000).bytes();
            assertThat(upload.write(ByteBuffer.wrap(beginning, 0, 4096))
                            .map(Judged::findings)
                            .orElseThrow())
                    .containsExactly("video.size=fail");
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, UNKNOWN", "0, PASS", "1, UNKNOWN"})
    void an_upload_of_another_size_than_was_declared_does_not_pass(int more, Outcome outcome) throws IOException {
        byte[] image = JpegBuilder.image().bytes();
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.image())
                .declaredBytes(image.length + more)
                .build()) {
            upload.write(ByteBuffer.wrap(image));
            assertThat(upload.finish().outcome()).isEqualTo(outcome);
        }
    }

    @Test
    void says_how_many_bytes_were_received_and_how_many_were_declared() throws IOException {
        byte[] image = JpegBuilder.image().bytes();
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.image())
                .declaredBytes(9_999_999)
                .build()) {
            upload.write(ByteBuffer.wrap(image));
            assertThat(upload.finish().findings())
                    .extracting(Finding::message)
                    .containsExactly("The upload has " + image.length + " bytes, but 9,999,999 were declared.");
        }
    }

    @Test
    void refuses_what_exceeds_the_size_limit_and_keeps_nothing_of_the_rest() throws IOException {
        Preflight strict = Preflight.with(Limits.klingV3MotionControl().toBuilder()
                .imageSize(SizeLimit.bytes(20_000))
                .videoSize(SizeLimit.bytes(20_000))
                .build());
        try (UploadCheck upload = UploadCheck.builder(strict, Subject.video()).build()) {
            byte[] bytes = Mp4Builder.clip().moovLast().mediaData(30_000).bytes();
            Optional<MediaVerdict> refused = Optional.empty();
            for (int at = 0; at < bytes.length; at += 1000) {
                refused = upload.write(ByteBuffer.wrap(bytes, at, Math.min(1000, bytes.length - at)));
            }
            assertThat(refused.map(Judged::findings).orElseThrow()).contains("video.size=fail");
            assertThat(upload.keptBytes()).isLessThanOrEqualTo(21_000);
        }
    }

    @Test
    void never_passes_before_the_last_byte() throws IOException {
        byte[] clip = Mp4Builder.clip().mediaData(100_000).bytes();
        try (UploadCheck upload = upload(Subject.video())) {
            for (int at = 0; at < clip.length; at += 100) {
                assertThat(upload.write(ByteBuffer.wrap(clip, at, Math.min(100, clip.length - at))))
                        .isEmpty();
            }
            assertThat(upload.finish().passed()).isTrue();
        }
    }

    @Test
    void an_upload_that_stops_half_way_is_cut_off() throws IOException {
        byte[] clip = Mp4Builder.clip().mediaData(100_000).bytes();
        try (UploadCheck upload = upload(Subject.video())) {
            upload.write(ByteBuffer.wrap(clip, 0, clip.length - 1));
            assertThat(Judged.findings(upload.finish())).contains("video.complete=fail");
        }
    }

    @Test
    void does_not_refuse_a_fragmented_video_by_a_duration_that_its_fragments_deny() throws IOException {
        byte[] clip = Mp4Builder.clip()
                .fragments(FragmentsBuilder.of(1, 4, 30_000).announcing(40 * 30_000L))
                .bytes();
        assertAgreesInPieces(clip, Subject.video());
    }

    @Test
    void frames_are_not_kept() throws IOException {
        byte[] clip = Mp4Builder.clip().moovLast().mediaData(LARGE).bytes();
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.video())
                .directory(directory)
                .build()) {
            for (int at = 0; at < clip.length; at += 4096) {
                upload.write(ByteBuffer.wrap(clip, at, Math.min(4096, clip.length - at)));
            }
            assertThat(upload.finish().passed()).isTrue();
            assertThat(upload.keptBytes()).isLessThan(100_000);
        }
    }

    @Test
    void what_memory_does_not_hold_goes_to_a_temporary_file_that_leaves_nothing_behind() throws IOException {
        byte[] photo = JpegBuilder.image().trailer(Bytes.zeros(LARGE)).bytes();
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.image())
                .memory(4096)
                .directory(directory)
                .build()) {
            upload.write(ByteBuffer.wrap(photo));
            assertThat(upload.keptBytes()).isEqualTo(photo.length);
            assertThat(upload.finish().findings())
                    .isEqualTo(PREFLIGHT
                            .check(BytesSource.of(photo), Subject.image())
                            .findings());
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_upload_that_cannot_be_kept_is_unknown_whatever_follows() throws IOException {
        byte[] photo = JpegBuilder.image().trailer(Bytes.zeros(10_000)).bytes();
        try (UploadCheck upload = UploadCheck.builder(PREFLIGHT, Subject.image())
                .memory(4096)
                .directory(directory.resolve("missing"))
                .build()) {
            assertThatIOException().isThrownBy(() -> upload.write(ByteBuffer.wrap(photo)));
            upload.write(ByteBuffer.wrap(JpegBuilder.image().bytes()));
            assertThat(Judged.findings(upload.finish())).containsExactly("file.access=unknown");
        }
    }

    @Test
    void pieces_of_an_array_are_judged_like_those_of_a_buffer() throws IOException {
        byte[] photo = JpegBuilder.image().bytes();
        byte[] piece = new byte[photo.length + 2];
        System.arraycopy(photo, 0, piece, 1, photo.length);
        try (UploadCheck upload = upload(Subject.image())) {
            assertThat(upload.write(piece, 1, photo.length)).isEmpty();
            assertThat(upload.finish().passed()).isTrue();
        }
    }

    @Test
    void an_upload_that_has_ended_takes_no_more() throws IOException {
        try (UploadCheck upload = upload(Subject.image())) {
            upload.finish();
            assertThatIllegalStateException().isThrownBy(() -> upload.write(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void an_upload_that_was_closed_is_unknown() throws IOException {
        UploadCheck upload = upload(Subject.image());
        upload.write(ByteBuffer.wrap(JpegBuilder.image().bytes()));
        upload.close();
        assertThat(Judged.findings(upload.finish())).containsExactly("file.access=unknown");
    }

    @ParameterizedTest
    @ValueSource(ints = {4095, (1 << 30) + 1})
    void memory_is_bounded(int bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> UploadCheck.builder(PREFLIGHT, Subject.image()).memory(bytes));
    }
}
