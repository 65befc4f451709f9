package io.mediapreflight.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of preflight.jar include its libraries, whose licences must go with them. */
class LicensesTest {
    private static final Pattern VERSION = Pattern.compile("-\\d.*");
    private static final Pattern LICENSE = Pattern.compile("META-INF/(?:[^/]*(?:LICENSE|NOTICE)[^/]*)");

    /** What the jar leaves out: see the shade plugin in this module's pom. */
    private static final Set<String> NOT_IN_THE_JAR =
            Set.of("eventstream", "ffmpeg", "javacpp", "javacv", "jspecify", "reactive-streams");

    private static Stream<Path> jars() throws IOException {
        String classPath =
                Files.readString(Path.of(System.getProperty("basedir", "."), "target", "runtime-class-path.txt"));
        return Stream.of(classPath.strip().split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of);
    }

    private static Stream<Path> libraries() throws IOException {
        return jars().filter(
                        jar -> !NOT_IN_THE_JAR.contains(name(jar)) && !name(jar).startsWith("preflight-"))
                .filter(jar -> !jar.toString().contains("awssdk"));
    }

    /** Its modules are made for each other: a library of the tests could bring another version of one. */
    @Test
    void amazons_library_is_of_one_version() throws IOException {
        assertThat(jars().filter(jar -> jar.toString().contains("awssdk"))
                        .map(jar -> String.valueOf(jar.getParent().getFileName()))
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_is_listed_and_what_its_jar_says_of_its_licence_goes_along(Path jar) throws IOException {
        assertThat(text("README.txt")).containsPattern("(?m)^" + Pattern.quote(name(jar)) + " ");
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> own = file.stream()
                    .map(ZipEntry::getName)
                    .filter(entry -> LICENSE.matcher(entry).matches())
                    .toList();
            for (String entry : own) {
                String copy = name(jar) + "-jar/" + entry.substring(entry.lastIndexOf('/') + 1);
                assertThat(text(copy))
                        .isEqualTo(new String(
                                file.getInputStream(file.getEntry(entry)).readAllBytes(), UTF_8));
            }
        }
    }

    private static String name(Path jar) {
        return VERSION.matcher(String.valueOf(jar.getFileName())).replaceFirst("");
    }

    private static String text(String name) throws IOException {
        try (InputStream in = LicensesTest.class.getResourceAsStream("/META-INF/licenses/" + name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
