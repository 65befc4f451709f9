package io.mediapreflight.dist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux-x86_64, ffmpeg-8.1.2-1.5.14-linux-x86_64.jar, false",
        "linux-x86_64, ffmpeg-8.1.2-1.5.14.jar, false",
        "linux-x86_64, ffmpeg-8.1.2-1.5.14-linux-arm64.jar, true",
        "windows-x86_64, ffmpeg-8.1.2-1.5.14-linux-x86_64.jar, true",
        "windows-x86_64, LICENSE, false"
    })
    void has_the_natives_for_it_and_for_no_other(String platform, String file, boolean excluded) {
        assertThat(new Platform(platform).excludes(file)).isEqualTo(excluded);
    }
}
