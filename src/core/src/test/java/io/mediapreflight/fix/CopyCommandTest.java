package io.mediapreflight.fix;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.MediaVerdict;
import io.mediapreflight.Preflight;
import io.mediapreflight.fixture.JpegBuilder;
import io.mediapreflight.rule.Subject;
import io.mediapreflight.source.BytesSource;
import io.mediapreflight.source.SourceName;
import org.junit.jupiter.api.Test;

/** Commands for files of which the name alone is wrong, and for copies that lie elsewhere. */
class CopyCommandTest {
    private static final MediaVerdict MISNAMED = Preflight.standard()
            .check(
                    BytesSource.of(JpegBuilder.image().size(400, 400).bytes()),
                    Subject.image().named("a.png"));

    private static final MediaVerdict SMALL = Preflight.standard()
            .check(BytesSource.of(JpegBuilder.image().size(200, 200).bytes()), Subject.image());

    private static final SourceName NAME = SourceName.of("dir/a.png");

    @Test
    void a_file_with_a_wrong_name_gets_another_one_in_its_place() {
        FixCommand command = FixCommand.of(Planned.ready(MISNAMED), NAME).orElseThrow();
        assertThat(command.words()).containsExactly("mv", "-n", "--", "dir/a.png", "dir/a.jpg");
        assertThat(command.output()).isEqualTo("dir/a.jpg");
        assertThat(command.renames()).isTrue();
        assertThat(command.copies()).isFalse();
    }

    @Test
    void or_a_copy_in_another_place() {
        FixCommand command =
                FixCommand.of(Planned.ready(MISNAMED), NAME, "out/b").orElseThrow();
        assertThat(command.words()).containsExactly("cp", "-n", "--", "dir/a.png", "out/b.jpg");
        assertThat(command.output()).isEqualTo("out/b.jpg");
        assertThat(command.copies()).isTrue();
        assertThat(command.renames()).isFalse();
    }

    @Test
    void an_encoded_copy_goes_to_another_place_as_well() {
        FixCommand command = FixCommand.of(Planned.ready(SMALL), NAME, "out/b").orElseThrow();
        assertThat(command.output()).isEqualTo("out/b.jpg");
        assertThat(command.words())
                .startsWith("ffmpeg")
                .contains("file:dir/a.png")
                .endsWith("file:out/b.jpg");
        assertThat(command.renames()).isFalse();
        assertThat(command.copies()).isFalse();
    }

    @Test
    void standard_input_has_no_place_to_copy_from() {
        assertThat(FixCommand.of(Planned.ready(MISNAMED), SourceName.standardInput(), "out/b"))
                .isEmpty();
    }
}
