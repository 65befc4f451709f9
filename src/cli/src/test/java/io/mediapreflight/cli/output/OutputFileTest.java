package io.mediapreflight.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.commons.io.FileSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputFileTest {
    @ParameterizedTest
    @CsvSource({
        "NUL, true",
        "nul, true",
        "reports/NUL, true",
        "con, true",
        "COM1, true",
        "null, false",
        "report.json, false",
    })
    void knows_the_devices_of_windows_which_nothing_can_be_moved_to(String name, boolean device) {
        assertThat(OutputFile.isDevice(Path.of(name), FileSystem.WINDOWS)).isEqualTo(device);
        assertThat(OutputFile.isDevice(Path.of(name), FileSystem.LINUX)).isFalse();
    }
}
