package io.mediapreflight.ffmpeg.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPathNativesTest {
    @Test
    void the_class_path_of_the_tests_lacks_nothing() {
        assertThat(ClassPathNatives.missing()).isEmpty();
    }

    @Test
    void a_class_path_without_the_natives_gets_their_names() {
        List<Path> withoutNatives = jars().stream()
                .filter(jar -> !jar.toString().contains(ClassPathNatives.platform()))
                .toList();
        String version = jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.matches("ffmpeg-[0-9.]+-[0-9.]+\\.jar"))
                .map(name -> name.substring("ffmpeg-".length(), name.length() - ".jar".length()))
                .findFirst()
                .orElseThrow();
        String platform = ClassPathNatives.platform();

        assertThat(ClassPathNatives.missing(withoutNatives))
                .contains("FFmpeg for " + platform + " is not on the class path: add the Maven artifacts "
                        + "org.bytedeco:ffmpeg:" + version + ":" + platform + " and org.bytedeco:javacpp:"
                        + version.substring(version.indexOf('-') + 1) + ":" + platform + ".");
    }

    @Test
    void an_empty_class_path_gets_what_there_has_to_be() {
        assertThat(ClassPathNatives.missing(List.of()))
                .get()
                .asString()
                .contains("org.bytedeco:ffmpeg:VERSION and org.bytedeco:ffmpeg:VERSION:" + ClassPathNatives.platform());
    }

    private static List<Path> jars() {
        return ClassPath.ofThisProgram();
    }
}
