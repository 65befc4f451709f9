package io.mediapreflight.submit;

import static io.mediapreflight.submit.fault.FaultServer.responding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.ClearedRequest;
import io.mediapreflight.LocalMedia;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.ChannelSource;
import io.mediapreflight.source.RangedSource;
import io.mediapreflight.source.Source;
import io.mediapreflight.submit.contract.Cleared;
import io.mediapreflight.submit.fault.FaultServer;
import io.mediapreflight.submit.fault.Peer;
import io.mediapreflight.submit.transport.Sleeper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests whose local copies are sources, which have no stamp: what changed shows in their bytes only. */
class SourceMediaTest extends FaultTest {
    private static final Path IMAGE = Cleared.TESTDATA.resolve("smallest-300x300.jpg");
    private static final Path VIDEO = Cleared.TESTDATA.resolve("clip-4s-faststart.mp4");

    private byte[] video;
    private long bytesRead;

    @BeforeEach
    void load() throws IOException {
        video = Files.readAllBytes(VIDEO);
    }

    private int read(long offset, ByteBuffer into) {
        int read = BytesSource.of(video).read(offset, into);
        bytesRead += Math.max(0, read);
        return read;
    }

    private ClearedRequest cleared() throws IOException {
        Source source = RangedSource.of(video.length, this::read);
        return Cleared.request(
                Cleared.REQUEST, LocalMedia.of(BytesSource.of(Files.readAllBytes(IMAGE)), source), clock);
    }

    @Test
    void unchanged_sources_are_sent_and_hashed_once() throws Exception {
        ClearedRequest cleared = cleared();
        bytesRead = 0;
        accepted(submit(cleared, server(responding(200, Peer.ACCEPTED)), clock));
        assertThat(bytesRead).isEqualTo(video.length);
    }

    @Test
    void a_request_is_known_by_the_same_digest_from_sources_and_from_files() throws Exception {
        Submitter submitter = service(server(Peer::accept).url()).build().submitter();
        ClearedRequest files = Cleared.request(Cleared.REQUEST, LocalMedia.of(IMAGE, VIDEO), clock);
        assertThat(submitter.digests(cleared())).isEqualTo(submitter.digests(files));
    }

    @Test
    void a_source_that_changed_is_not_sent() throws Exception {
        ClearedRequest cleared = cleared();
        video[video.length - 1] ^= 1;
        assertStale(cleared, "is no longer the one that was checked");
    }

    @Test
    void a_source_that_cannot_be_read_any_more_is_not_sent() throws Exception {
        ClearedRequest cleared = cleared();
        video = null; // so that the source throws a NullPointerException
        assertStale(cleared, "cannot be read");
    }

    @Test
    void a_channel_that_was_closed_too_early_is_named_as_the_reason() throws Exception {
        ClearedRequest cleared;
        try (FileChannel channel = FileChannel.open(VIDEO)) {
            LocalMedia media = LocalMedia.none().withImage(IMAGE).withVideo(ChannelSource.of(channel));
            cleared = Cleared.request(Cleared.REQUEST, media, clock);
        }
        assertStale(cleared, "ClosedChannelException");
    }

    @Test
    void a_source_that_changes_while_it_waits_for_its_turn_is_not_sent_again() throws Exception {
        FaultServer server = server(responding(429, "{}", "Retry-After: 1"), responding(200, Peer.ACCEPTED));
        Sleeper meddler = pause -> video[video.length - 1] ^= 1;
        Submission.Refused refused = refused(submit(cleared(), server, meddler));
        assertThat(refused.message()).startsWith("The request must be checked again. ");
        assertThat(refused.attempts()).isEqualTo(1);
        assertSentOnce(server);
    }

    private Submission submit(ClearedRequest cleared, FaultServer server, Sleeper sleeper) throws Exception {
        return seen(service(server.url()).sleeper(sleeper).build().submitter().submit(cleared));
    }

    private void assertStale(ClearedRequest cleared, String why) throws IOException {
        FaultServer server = server(Peer::accept);
        assertThatThrownBy(() -> submit(cleared, server, clock))
                .isInstanceOf(StaleRequestException.class)
                .hasMessageStartingWith("The request must be checked again. ")
                .hasMessageContaining(why);
        assertThat(server.connections()).isZero();
    }
}
