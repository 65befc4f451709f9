package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public API of the libraries is kept in files, {@code src/MODULE/api.txt}, so that each change of it is seen in review. Where a
 * change is right, {@code -Dpreflight.api=write} writes them again.
 */
class PublicApiTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "core",
                "io",
                "assertj",
                "metadata",
                "report",
                "remote",
                "s3",
                "submit",
                "audit",
                "ffmpeg",
                "validation",
                "journal-jdbc"
            })
    void is_as_it_was_reviewed(String module) throws IOException {
        Path classes = Path.of("..", module, "target", "classes");
        Path kept = Path.of("..", module, "api.txt");
        List<String> api = PublicApi.of(classes, exported(classes.resolve("module-info.class")));
        if ("write".equals(System.getProperty("preflight.api"))) {
            Files.write(kept, api);
        }
        assertThat(api).isEqualTo(Files.readAllLines(kept));
    }

    /** What is open to every module; a module without a descriptor is open as a whole. */
    private static Predicate<String> exported(Path descriptor) throws IOException {
        if (!Files.exists(descriptor)) {
            return name -> true;
        }
        try (InputStream in = Files.newInputStream(descriptor)) {
            Set<String> names = ModuleDescriptor.read(in).exports().stream()
                    .filter(exported -> !exported.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
            return names::contains;
        }
    }
}
