package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index at the end of a file is a hint, whatever it holds. */
class FragmentIndexTest {
    private static final int MFRO = 16;

    /** {@code mfra} with one {@code tfra} that says how large it is, of bytes that are 0 but for its count, and {@code mfro}. */
    private static Blocks index(int tfraSize, int room, long place) {
        int length = 8 + room + MFRO;
        ByteBuffer bytes = ByteBuffer.allocate(length);
        box(bytes, 0, length, "mfra");
        box(bytes, 8, tfraSize, "tfra");
        if (room >= 24 + 11) {
            bytes.putInt(8 + 20, 1).putInt(8 + 24 + 4, (int) place);
        }
        box(bytes, 8 + room, MFRO, "mfro");
        bytes.putInt(length - 4, length);
        Blocks blocks = new Blocks();
        blocks.add(1000, bytes.array());
        return blocks;
    }

    private static void box(ByteBuffer bytes, int at, int size, String type) {
        bytes.putInt(at, size).put(at + 4, type.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void names_the_places_of_fragments() {
        assertThat(FragmentIndex.atEnd(index(35, 35, 4711), 1000 + 8 + 35 + MFRO))
                .contains(List.of(4711L));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 9, 23, 24})
    void a_table_of_any_size_names_no_place_and_does_no_harm(int size) {
        assertThat(FragmentIndex.atEnd(index(size, 24, 0), 1000 + 8 + 24 + MFRO))
                .contains(List.of());
    }
}
