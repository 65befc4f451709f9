package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.fixture.Judged;
import io.mediapreflight.fixture.Mp4Builder;
import io.mediapreflight.fixture.PngBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources whose clients throw unchecked exceptions, or that say what cannot be: unknown, and never an exception. */
class UncheckedSourceTest {
    private static final int SOME_READS = 4;

    /** Gives bytes until a read whose number comes, which throws. */
    private static final class Throwing implements Source {
        private final byte[] bytes;
        private final int at;
        private final RuntimeException failure;
        private int reads;

        Throwing(byte[] bytes, int at, RuntimeException failure) {
            this.bytes = bytes;
            this.at = at;
            this.failure = failure;
        }

        @Override
        public OptionalLong size() {
            return OptionalLong.of(bytes.length);
        }

        @Override
        public int read(long offset, ByteBuffer into) {
            if (++reads == at) {
                throw failure;
            }
            return BytesSource.of(bytes).read(offset, into);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "mp4"})
    void whichever_read_throws_unchecked_the_access_is_unknown(String format) {
        byte[] bytes =
                switch (format) {
                    case "jpeg" ->
                        JpegBuilder.image().segments(SOME_READS, 60_000).bytes();
                    case "png" -> PngBuilder.image().bytes();
                    default -> Mp4Builder.clip().bytes();
                };
        Throwing audio = new Throwing(bytes, -1, new IllegalStateException());
        Preflight.standard().check(audio, Subject.anything());
        assertThat(audio.reads).isPositive();
        for (int at = 1; at <= audio.reads; at++) {
            Source source = new Throwing(bytes, at, new IllegalStateException("the bucket is gone"));
            Verdict verdict = Preflight.standard().check(source, Subject.anything());
            assertThat(Judged.findings(verdict)).containsExactly("file.access=unknown");
            assertThat(Judged.finding(verdict, RuleId.FILE_ACCESS).actual()).isEqualTo("the bucket is gone");
        }
    }

    @Test
    void an_unchecked_exception_without_a_message_is_reported_in_words() {
        Source source = new Throwing(new byte[9], 1, new UnsupportedOperationException());
        assertThat(Judged.finding(Preflight.standard().check(source, Subject.anything()), RuleId.FILE_ACCESS)
                        .actual())
                .isEqualTo("the source failed and gave no reason");
    }

    @Test
    void a_size_that_throws_unchecked_is_an_unknown_access() {
        Source source = new Misbehaving() {
            @Override
            public OptionalLong size() {
                throw new IllegalStateException("no credentials");
            }
        };
        assertThat(findings(source)).isEqualTo("file.access=unknown: no credentials");
    }

    @Test
    void a_size_below_zero_is_an_unknown_access() {
        Source source = new Misbehaving() {
            @Override
            public OptionalLong size() {
                return OptionalLong.of(-1);
            }
        };
        assertThat(findings(source)).isEqualTo("file.access=unknown: the source says that it has -1 bytes");
    }

    @Test
    void a_source_that_gives_nothing_and_does_not_end_is_an_unknown_access() {
        Source source = new Misbehaving() {
            @Override
            public int read(long offset, ByteBuffer into) {
                return 0;
            }
        };
        assertThat(findings(source))
                .isEqualTo("file.access=unknown: the source says that it read 0 bytes, but returned 0 at byte 0");
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 3, 1_000_000})
    void a_count_that_is_not_what_was_given_is_an_unknown_access(int count) {
        Source source = new Misbehaving() {
            @Override
            public int read(long offset, ByteBuffer into) {
                into.put((byte) 1).put((byte) 2);
                return count;
            }
        };
        assertThat(findings(source))
                .isEqualTo("file.access=unknown: the source says that it read "
                        + Messages.current().grouped(count) + " bytes, but returned 2 at byte 0");
    }

    private static String findings(Source source) {
        Verdict verdict = Preflight.standard().check(source, Subject.anything());
        return String.join(",", Judged.findings(verdict)) + ": "
                + Judged.finding(verdict, RuleId.FILE_ACCESS).actual();
    }

    private abstract static class Misbehaving implements Source {
        @Override
        public OptionalLong size() throws IOException {
            return OptionalLong.empty();
        }

        @Override
        public int read(long offset, ByteBuffer into) throws IOException {
            return -1;
        }
    }
}
