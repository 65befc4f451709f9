package io.mediapreflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.fixture.Studio;
import io.mediapreflight.request.GenerationRequest;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests whose local copies are bytes, channels and ranges. */
class ClearingSourcesTest {
    @TempDir
    Path directory;

    private Studio studio;
    private final byte[] image = PngBuilder.image().bytes();
    private final Store video = new Store(Mp4Builder.clip().mediaData(200_003).bytes());

    @BeforeEach
    void setUp() throws IOException {
        studio = Studio.in(directory);
    }

    /** Bytes that can change, fail and lose count. */
    private static final class Store {
        private byte[] bytes;
        private long bytesRead;

        Store(byte[] bytes) {
            this.bytes = bytes;
        }

        int read(long offset, ByteBuffer into) {
            int read = BytesSource.of(bytes).read(offset, into);
            bytesRead += Math.max(0, read);
            return read;
        }
    }

    private LocalMedia sources() {
        return LocalMedia.of(BytesSource.of(image), RangedSource.ofUnknownSize(video::read));
    }

    private RequestVerdict check(LocalMedia media) {
        return studio.preflight().check(Studio.request(), media);
    }

    private ClearedRequest cleared(LocalMedia media) throws IOException {
        Clearance clearance = studio.preflight().clear(check(media));
        assertThat(clearance).isInstanceOf(Clearance.Cleared.class);
        return ((Clearance.Cleared) clearance).request();
    }

    private String refusal(RequestVerdict verdict) throws IOException {
        Clearance clearance = studio.preflight().clear(verdict);
        assertThat(clearance).isInstanceOf(Clearance.Refused.class);
        return ((Clearance.Refused) clearance).why();
    }

    private Optional<String> staleness(ClearedRequest request) throws IOException {
        return request.staleness(studio.clock());
    }

    private static String sha256(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(SourceDigest.newSha256().digest(bytes));
    }

    @Test
    void bytes_and_ranges_are_cleared_with_their_sizes_and_digests() throws IOException {
        LocalMedia media = sources();
        assertThat(cleared(media).media())
                .containsExactly(
                        new ClearedCopy(
                                "reference_images[0].url",
                                media.image().orElseThrow(),
                                new SourceDigest(image.length, sha256(image))),
                        new ClearedCopy(
                                "reference_videos[0].url",
                                media.video().orElseThrow(),
                                new SourceDigest(video.bytes.length, sha256(video.bytes))));
    }

    @Test
    void an_open_channel_is_cleared_beside_a_file() throws IOException {
        try (FileChannel channel = FileChannel.open(studio.video())) {
            LocalMedia media = LocalMedia.none().withImage(studio.image()).withVideo(ChannelSource.of(channel));
            ClearedRequest request = cleared(media);
            assertThat(request.media())
                    .extracting(copy -> copy.digest().sha256())
                    .containsExactly(
                            sha256(Files.readAllBytes(studio.image())), sha256(Files.readAllBytes(studio.video())));
            assertThat(staleness(request)).isEmpty();
        }
    }

    @Test
    void a_source_that_changed_its_facts_since_the_check_is_not_cleared() throws IOException {
        RequestVerdict verdict = check(sources());
        video.bytes = Mp4Builder.clip().duration(1000, 6000).mediaData(200_003).bytes();
        assertThat(refusal(verdict)).isEqualTo("A media file has changed since it was checked.");
    }

    @Test
    void a_source_that_grew_since_the_check_is_not_cleared() throws IOException {
        Source growing = RangedSource.ofUnknownSize(video::read);
        RequestVerdict verdict =
                check(LocalMedia.none().withImage(studio.image()).withVideo(growing));
        video.bytes = Mp4Builder.clip().duration(1000, 4000).mediaData(200_004).bytes();
        assertThat(refusal(verdict)).isEqualTo("A media file has changed since it was checked.");
    }

    @Test
    void a_source_is_fresh_until_one_bit_changes() throws IOException {
        ClearedRequest request = cleared(sources());
        assertThat(staleness(request)).isEmpty();
        video.bytes[video.bytes.length - 1] ^= 1;
        assertThat(staleness(request))
                .hasValue("The file for reference_videos[0].url is no longer the one that was checked.");
    }

    @Test
    void an_array_that_the_caller_reuses_is_stale() throws IOException {
        ClearedRequest request = cleared(sources());
        Arrays.fill(image, (byte) 0);
        assertThat(staleness(request))
                .hasValue("The file for reference_images[0].url is no longer the one that was checked.");
    }

    @Test
    void a_source_that_became_shorter_or_endless_is_stale() throws IOException {
        ClearedRequest request = cleared(sources());
        byte[] whole = video.bytes;
        video.bytes = Arrays.copyOf(whole, whole.length - 1);
        assertThat(staleness(request)).isPresent();

        video.bytes = Arrays.copyOf(whole, 10 << 20);
        video.bytesRead = 0;
        assertThat(staleness(request)).hasValue("The file for reference_videos[0].url is being written.");
        assertThat(video.bytesRead).isEqualTo(whole.length + 1);
    }

    @Test
    void a_source_that_was_closed_meanwhile_cannot_be_read() throws IOException {
        ClearedRequest request;
        try (FileChannel channel = FileChannel.open(studio.video())) {
            request = cleared(LocalMedia.none().withImage(studio.image()).withVideo(ChannelSource.of(channel)));
        }
        assertThatThrownBy(() -> staleness(request)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void an_unchecked_exception_of_a_source_is_an_accident_of_reading() throws IOException {
        ClearedRequest request = cleared(sources());
        video.bytes = null; // so that the source throws a NullPointerException
        assertThatThrownBy(() -> staleness(request)).isInstanceOf(IOException.class);
    }

    @Test
    void a_source_that_cannot_be_read_is_unknown() throws IOException {
        Source broken = RangedSource.of(10, (offset, into) -> {
            throw new IllegalStateException("no connection");
        });
        RequestVerdict verdict =
                check(LocalMedia.none().withImage(studio.image()).withVideo(broken));
        assertThat(Studio.mediaFindings(verdict)).containsExactly("reference_videos[0].url file.access=unknown");
        assertThat(refusal(verdict)).contains("could not be completed");
    }

    @Test
    void no_command_fixes_what_is_no_file() {
        byte[] small = PngBuilder.image().size(100, 100).bytes();
        RequestVerdict given = check(LocalMedia.of(BytesSource.of(small), BytesSource.of(video.bytes)));
        String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(small);
        GenerationRequest embedding =
                Studio.withoutReferences().image(url).video(Studio.VIDEO_URL).build();
        RequestVerdict embedded =
                studio.preflight().check(embedding, LocalMedia.none().withVideo(studio.video()));
        for (RequestVerdict verdict : List.of(given, embedded)) {
            MediaVerdict item = verdict.media().get(0);
            assertThat(item.findings())
                    .isNotEmpty()
                    .allSatisfy(finding ->
                            assertThat(finding.fix().commandFor(item.source())).isEmpty());
        }
    }

    @Test
    void a_source_shows_only_its_type() throws IOException {
        assertThat(cleared(sources()).toString()).contains("copy=BytesSource").contains("copy=RangedSource");
    }
}
