package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.source.SourceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedAssetsTest extends TreeTest {
    private Audited audited(String... names) throws IOException {
        List<Path> paths = java.util.Arrays.stream(names).map(root::resolve).toList();
        return Audited.by(Audited.audit(), NamedAssets.of(paths, Selection.standard()));
    }

    @Test
    void several_directories_are_walked_in_the_order_in_which_they_were_named() throws IOException {
        tree.photos("b/1.jpg", "a/2.jpg");
        Audited audited = audited("b", "a");
        assertThat(audited.names()).containsExactly("1.jpg", "2.jpg");
        assertThat(audited.entries())
                .extracting(entry -> entry.source().root())
                .containsExactly(
                        Optional.of(tree.path("b").toString()),
                        Optional.of(tree.path("a").toString()));
    }

    @Test
    void a_file_is_judged_under_the_name_that_was_given() throws IOException {
        tree.photos("a.jpg");
        Audited audited = audited("a.jpg");
        assertThat(audited.entries().get(0).source())
                .isEqualTo(SourceName.of(tree.path("a.jpg").toString()));
        assertThat(Audited.outcome(audited.entries().get(0))).isEqualTo("pass");
    }

    @Test
    void a_name_that_leads_nowhere_is_a_result() throws IOException {
        assertThat(audited("missing.jpg").outcomes()).containsExactly(tree.path("missing.jpg") + " unknown");
    }

    @Test
    void a_name_that_no_file_can_have_is_a_result() throws IOException {
        List<String> names = new java.util.ArrayList<>(List.of("nul\0.jpg", ""));
        NamedAssets assets = NamedAssets.of(
                () -> names.isEmpty() ? Optional.empty() : Optional.of(names.remove(0)), Selection.standard());
        assertThat(Audited.by(Audited.audit(), assets).outcomes()).containsExactly("nul\0.jpg unknown", " unknown");
    }

    @Test
    void a_link_that_is_named_is_followed() throws IOException {
        tree.photos("real/a.jpg");
        Files.createSymbolicLink(tree.path("directory"), tree.path("real"));
        Files.createSymbolicLink(tree.path("file.jpg"), tree.path("real/a.jpg"));
        assertThat(audited("directory", "file.jpg").outcomes())
                .containsExactly("a.jpg pass", tree.path("file.jpg") + " pass");
    }

    @Test
    void a_device_that_is_named_is_a_result_and_is_not_opened() throws IOException {
        Audited audited =
                Audited.by(Audited.audit(), NamedAssets.of(List.of(Path.of("/dev/null")), Selection.standard()));
        assertThat(audited.outcomes()).containsExactly("/dev/null unknown");
        assertThat(audited.why("/dev/null")).contains("a pipe, a socket or a device");
    }
}
