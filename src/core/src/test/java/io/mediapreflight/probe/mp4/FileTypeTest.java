package io.mediapreflight.probe.mp4;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.fixture.BoxWriter;
import io.mediapreflight.fixture.Bytes;
import io.mediapreflight.probe.MalformedException;
import io.mediapreflight.probe.VideoFacts.Brand;
import io.mediapreflight.probe.VideoFacts.Brand.Standing;
import io.mediapreflight.probe.Window;
import io.mediapreflight.probe.mp4.box.Box;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {
    private static FileType read(String brands) throws IOException, MalformedException {
        byte[] box = BoxWriter.box(
                "ftyp", Bytes.text(brands.substring(0, 4)), Bytes.u32(0), Bytes.text(brands.substring(4)));
        Window window = new Window(BytesSource.of(box), ByteBuffer.allocate(Window.CAPACITY));
        return FileType.read(window, new Box(Box.FTYP, 0, 8, box.length));
    }

    /** The major brand, and behind it the compatible ones. */
    @ParameterizedTest
    @CsvSource({
        "'isom', MP4, MP4, LISTED",
        "'qt  ', MOV, MOV, LISTED",
        "'M4V isom', MP4, MP4, LISTED",
        "'3gp6isom', THREE_GP, THREE_GP, COMPATIBLE",
        "'3g2a', THREE_GP, THREE_GP, UNLISTED",
        "'M4A isom', MP4, M4A, COMPATIBLE",
        "'heicmif1', MP4, HEIC, UNLISTED",
        "'mif1heic', MP4, HEIC, UNLISTED",
        "'mif1avif', MP4, AVIF, UNLISTED",
        "'avifmif1', MP4, AVIF, UNLISTED",
        "'wxyz', MP4, MP4, UNLISTED",
        "'wxyziso5', MP4, MP4, COMPATIBLE"
    })
    void reports_format_and_standing(String brands, Format withVideo, Format withoutVideo, Standing standing)
            throws Exception {
        FileType type = read(brands);
        assertThat(type.withVideo()).isEqualTo(withVideo);
        assertThat(type.withoutVideo()).isEqualTo(withoutVideo);
        assertThat(type.brand()).isEqualTo(new Brand(Optional.of(brands.substring(0, 4)), standing));
    }

    @Test
    void a_file_without_one_is_quicktime() {
        assertThat(FileType.NONE.withVideo()).isEqualTo(Format.MOV);
        assertThat(FileType.NONE.brand()).isEqualTo(new Brand(Optional.empty(), Standing.LISTED));
    }

    @Test
    void a_brand_is_shown_without_control_characters() throws Exception {
        assertThat(read("a\n\0\u00E9").brand().major()).contains("a???");
    }

    @Test
    void a_box_with_some_bytes_too_many_is_read_as_far_as_it_goes() throws Exception {
        assertThat(read("wxyzisomab").brand().standing()).isEqualTo(Standing.COMPATIBLE);
    }
}
