package io.mediapreflight.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.RecordingSource;
import io.mediapreflight.probe.Malformed.Gravity;
import io.mediapreflight.source.BytesUnavailableException;
import io.mediapreflight.source.Source;
import io.mediapreflight.source.SourceChangedException;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final byte[] BYTES =
            Bytes.join(Bytes.u64(0xFFFE_FDFC_0102_0304L), Bytes.text("abc"), Bytes.zeros(5000));

    private static Window window(Source source) throws IOException {
        return new Window(source, ByteBuffer.allocate(Window.CAPACITY));
    }

    private static Malformed malformed(ThrowingCallable reading) {
        try {
            reading.call();
        } catch (MalformedException e) {
            return e.malformed();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("nothing was malformed");
    }

    @Test
    void reads_numbers_of_every_width_unsigned_and_either_way_round() throws Exception {
        Window window = window(RecordingSource.of(BYTES));
        assertThat(window.u8(0)).isEqualTo(0xFF);
        assertThat(window.u16(0)).isEqualTo(0xFFFE);
        assertThat(window.u16LittleEndian(0)).isEqualTo(0xFEFF);
        assertThat(window.u32(0)).isEqualTo(0xFFFE_FDFCL);
        assertThat(window.u32LittleEndian(0)).isEqualTo(0xFCFD_FEFFL);
        assertThat(window.i32(4)).isEqualTo(0x0102_0304);
        assertThat(window.i64(0)).isEqualTo(0xFFFE_FDFC_0102_0304L);
        assertThat(window.text(8, 3)).isEqualTo("abc");
    }

    @Test
    void what_is_near_by_costs_one_read() throws Exception {
        RecordingSource source = RecordingSource.of(BYTES);
        Window window = window(source);
        window.u8(0);
        window.u8(Window.CAPACITY - 1);
        window.i64(100);
        assertThat(source.offsets()).containsExactly(0L);
    }

    @Test
    void what_is_far_away_costs_a_hop() throws Exception {
        RecordingSource source = RecordingSource.sparse(1_000_000);
        Window window = window(source);
        window.u8(0);
        window.u8(500_000);
        assertThat(source.bytesRead()).isEqualTo(Window.CAPACITY + Window.HOP);
    }

    @Test
    void asking_for_bytes_of_a_known_size_reads_none() throws Exception {
        RecordingSource source = RecordingSource.of(BYTES);
        Window window = window(source);
        assertThat(window.exists(BYTES.length - 1)).isTrue();
        assertThat(window.exists(BYTES.length)).isFalse();
        assertThat(source.reads()).isZero();
    }

    @Test
    void asking_for_bytes_of_an_unknown_size_narrows_it_down() throws Exception {
        Window window = window(RecordingSource.of(BYTES).unknownSize());
        assertThat(window.size()).isEqualTo(new ByteCount(0, Long.MAX_VALUE));
        assertThat(window.exists(5000)).isTrue();
        assertThat(window.size()).isEqualTo(new ByteCount(5001, Long.MAX_VALUE));
        assertThat(window.exists(6000)).isFalse();
        assertThat(window.size()).isEqualTo(new ByteCount(5001, 6000));
    }

    @Test
    void the_end_of_a_source_of_unknown_size_is_found_by_reading_up_to_it() throws Exception {
        Window window = window(RecordingSource.of(Bytes.zeros(100)).unknownSize());
        window.u8(0);
        assertThat(window.size()).isEqualTo(ByteCount.exactly(100));
    }

    @Test
    void the_window_does_not_depend_on_short_reads() throws Exception {
        Window window = window(RecordingSource.of(BYTES).shortReads(1));
        window.prefetch(0, 3000);
        assertThat(window.holds(0, 3000)).isTrue();
    }

    @Test
    void reading_past_the_end_is_malformed_and_says_where() throws Exception {
        Window window = window(RecordingSource.of(Bytes.zeros(10)));
        assertThat(malformed(() -> window.i32(8)))
                .isEqualTo(Malformed.broken(
                        MalformedCode.HEADER_CUT_OFF,
                        8,
                        Phrase.of("defects:any.header-cut-off").with("end", 12).with("length", 10),
                        "every format"));
    }

    @Test
    void offsets_below_zero_and_beyond_all_bounds_are_not_there() throws Exception {
        Window window = window(RecordingSource.of(BYTES));
        assertThat(window.has(-1, 1)).isFalse();
        assertThat(window.has(Long.MAX_VALUE, 8)).isFalse();
        assertThat(malformed(() -> window.u8(-1)).gravity()).isEqualTo(Gravity.BROKEN);
        assertThat(malformed(() -> window.i64(Long.MAX_VALUE - 1)).gravity()).isEqualTo(Gravity.BROKEN);
    }

    @Test
    void the_budget_is_never_exceeded() throws Exception {
        RecordingSource source = RecordingSource.sparse(1L << 40);
        Window window = window(source);
        Malformed last = malformed(() -> {
            for (long offset = 0; ; offset += 1 << 20) {
                window.prefetch(offset, Window.CAPACITY);
            }
        });
        assertThat(last.gravity()).isEqualTo(Gravity.UNDECIDED);
        assertThat(source.bytesRead()).isEqualTo(Window.BUDGET).isEqualTo(window.bytesRead());
    }

    @Test
    void a_source_that_ends_before_its_size_has_changed() throws Exception {
        Window window = window(RecordingSource.of(BYTES).shrinkingTo(10, 0));
        assertThatExceptionOfType(SourceChangedException.class).isThrownBy(() -> window.i64(8));
    }

    @Test
    void what_is_out_of_reach_is_undecided_and_exists() throws Exception {
        Window window = window(new BeginningOnly());
        assertThat(window.u8(99)).isZero();
        assertThat(window.exists(100)).isTrue();
        assertThat(malformed(() -> window.u8(100)))
                .isEqualTo(Malformed.undecided(
                        MalformedCode.OUT_OF_REACH,
                        100,
                        Phrase.of("defects:any.unavailable").with("reason", "only the beginning was kept"),
                        "the source"));
    }

    @Test
    void a_window_needs_room() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(RecordingSource.of(BYTES), ByteBuffer.allocate(Window.CAPACITY - 1)));
    }

    @Test
    void bytes_are_copied() throws Exception {
        Window window = window(RecordingSource.of(BYTES));
        assertThat(List.of(window.bytes(8, 3).length, window.bytes(0, 0).length))
                .containsExactly(3, 0);
    }

    /** A stream of which the first hundred bytes were kept. */
    private static final class BeginningOnly implements Source {
        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public int read(long offset, ByteBuffer into) throws IOException {
            if (offset >= 100) {
                throw new BytesUnavailableException("only the beginning was kept");
            }
            int length = (int) Math.min(into.remaining(), 100 - offset);
            into.put(new byte[length]);
            return length;
        }
    }
}
