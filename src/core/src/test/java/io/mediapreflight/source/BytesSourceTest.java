package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class BytesSourceTest {
    private static final byte[] BYTES = {1, 2, 3, 4, 5};

    @Test
    void gives_as_much_as_there_is_room_for() {
        ByteBuffer into = ByteBuffer.allocate(3);
        assertThat(BytesSource.of(BYTES).read(1, into)).isEqualTo(3);
        assertThat(into.array()).containsExactly(2, 3, 4);
        assertThat(into.hasRemaining()).isFalse();
    }

    @Test
    void gives_what_is_left_before_the_end_and_nothing_behind_it() {
        assertThat(BytesSource.of(BYTES).read(3, ByteBuffer.allocate(9))).isEqualTo(2);
        assertThat(BytesSource.of(BYTES).read(5, ByteBuffer.allocate(9))).isEqualTo(-1);
        assertThat(BytesSource.of(BYTES).read(Long.MAX_VALUE, ByteBuffer.allocate(9)))
                .isEqualTo(-1);
    }

    @Test
    void begins_where_a_buffer_stands_and_leaves_it_there() {
        ByteBuffer buffer = ByteBuffer.wrap(BYTES).position(2);
        BytesSource source = BytesSource.of(buffer);
        ByteBuffer into = ByteBuffer.allocate(9);
        assertThat(source.size()).hasValue(3);
        assertThat(source.read(0, into)).isEqualTo(3);
        assertThat(into.get(0)).isEqualTo((byte) 3);
        assertThat(buffer.position()).isEqualTo(2);
    }

    @Test
    void may_be_empty() {
        assertThat(BytesSource.of(new byte[0]).read(0, ByteBuffer.allocate(1))).isEqualTo(-1);
    }
}
