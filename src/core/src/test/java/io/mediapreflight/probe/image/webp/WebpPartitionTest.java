package io.mediapreflight.probe.image.webp;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Inspection;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.Testdata;
import io.mediapreflight.source.BytesSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first partition of VP8 stands behind a header of ten bytes, and another partition behind it. */
class WebpPartitionTest {
    private static final int CHUNK_LENGTH = 16;
    private static final int PARTITION = 873; // of the sample, by the three bytes of its frame tag

    @ParameterizedTest
    @CsvSource({"874, false", "883, false", "884, true"})
    void ends_before_its_chunk_does(int length, boolean isReadable) {
        byte[] image = Testdata.bytes("picture.webp");
        int tag = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).getInt(CHUNK_LENGTH + 4) & 0xFFFFFF;
        assertThat(tag >> 5).isEqualTo(PARTITION);
        byte[] shortened = Bytes.patched(image, CHUNK_LENGTH, new byte[] {(byte) length, (byte) (length >> 8), 0, 0});
        Inspection.Seen seen = (Inspection.Seen) Preflight.standard().inspect(BytesSource.of(shortened));
        assertThat(seen.probed().facts().isPresent()).isEqualTo(isReadable);
    }
}
