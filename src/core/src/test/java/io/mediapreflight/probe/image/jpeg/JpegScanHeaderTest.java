package io.mediapreflight.probe.image.jpeg;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.probe.image.Probing;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The header of the first scan, which says what of the frame the scan holds. */
class JpegScanHeaderTest {
    private static final String SCAN = "\u00FF\u00DA";

    private static List<MalformedCode> codes(byte[] jpeg) throws IOException {
        return Probing.jpeg(jpeg).defects().stream().map(Malformed::code).toList();
    }

    /** From the number of components on: an identifier and two tables of each. */
    private static byte[] scan(String specifications, int length) {
        byte[] jpeg = JpegBuilder.image().bytes();
        int at = Bytes.indexOf(jpeg, SCAN) + 2;
        byte[] header = Bytes.join(Bytes.u16(length), HexFormat.of().parseHex(specifications));
        return Bytes.patched(jpeg, at, header);
    }

    @ParameterizedTest
    @CsvSource({"03010002000300, 12", "03010102110333, 12", "03030002000100, 12", "0101, 8"})
    void a_scan_of_components_that_the_frame_has_is_readable(String specifications, int length) throws IOException {
        assertThat(codes(scan(specifications, length))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "03010002000400, 12, SCAN_HEADER",
        "00010002000300, 12, SCAN_HEADER",
        "05010002000300, 12, SCAN_HEADER",
        "01010002000300, 12, SCAN_HEADER",
        "03010002000300, 13, SCAN_HEADER",
        "03014002000300, 12, TABLE_NUMBER",
        "03010402000300, 12, TABLE_NUMBER"
    })
    void a_scan_that_does_not_fit_the_frame_is_not(String specifications, int length, MalformedCode code)
            throws IOException {
        assertThat(codes(scan(specifications, length))).containsExactly(code);
    }

    /** A unit holds 10 blocks (T.81 B.2.3): those of the first component and one of each of the other two. */
    @ParameterizedTest
    @CsvSource({"4, 2, true", "2, 4, true", "3, 3, false", "4, 4, false"})
    void a_unit_of_an_interleaved_scan_holds_ten_blocks(int horizontal, int vertical, boolean fits) throws IOException {
        byte[] jpeg = JpegBuilder.image().firstSampling(horizontal, vertical).bytes();

        assertThat(codes(jpeg).contains(MalformedCode.SAMPLING_FACTORS)).isEqualTo(!fits);
    }
}
