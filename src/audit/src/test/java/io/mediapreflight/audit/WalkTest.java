package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.source.PathNames;
import io.mediapreflight.text.SurrogateEscape;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class WalkTest extends TreeTest {
    @Test
    void a_directory_sorts_as_its_name_with_a_slash() throws IOException {
        tree.photos("a/x.jpg", "a.jpg", "a!.jpg", "a0.jpg", "a-/x.jpg", "A.jpg", "a!/x.jpg", "a!/-.jpg");
        assertThat(Audited.of(root).names())
                .containsExactly("A.jpg", "a!.jpg", "a!/-.jpg", "a!/x.jpg", "a-/x.jpg", "a.jpg", "a/x.jpg", "a0.jpg");
    }

    @Test
    void the_order_of_any_tree_is_the_byte_order_of_its_paths() throws IOException {
        Random random = new Random(4);
        TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            for (int depth = random.nextInt(4); depth >= 0; depth--) {
                name.append("!-.0aé\uFF5E\uDCFF\uDC80".charAt(random.nextInt(9)));
                name.append(random.nextBoolean() ? "b" : "!").append(depth == 0 ? ".jpg" : "/");
            }
            Path file = root.resolve(PathNames.path(name.toString().replace("/.", "/_.")));
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
            expected.add(SurrogateEscape.encode(PathNames.text(root.relativize(file))));
        }
        expected.removeIf(path -> SurrogateEscape.decode(path).startsWith("."));
        assertThat(Audited.of(root).names())
                .containsExactlyElementsOf(
                        expected.stream().map(SurrogateEscape::decode).toList());
    }

    @Test
    void what_is_hidden_is_left_out_unless_it_is_asked_for() throws IOException {
        tree.photos("a.jpg", ".b.jpg", ".git/c.jpg", "d/.e/f.jpg");
        assertThat(Audited.of(root).names()).containsExactly("a.jpg");
        Selection all = Selection.builder().hidden(true).build();
        assertThat(Audited.of(root, all).names()).containsExactly(".b.jpg", ".git/c.jpg", "a.jpg", "d/.e/f.jpg");
    }

    @Test
    void a_root_may_be_hidden() throws IOException {
        tree.photos(".hidden/a.jpg");
        assertThat(Audited.of(tree.path(".hidden")).names()).containsExactly("a.jpg");
    }

    @Test
    void links_are_not_listed_unless_they_are_followed() throws IOException {
        tree.photos("real/a.jpg");
        Files.createSymbolicLink(tree.path("link"), tree.path("real"));
        Files.createSymbolicLink(tree.path("link.jpg"), tree.path("real/a.jpg"));
        Files.createSymbolicLink(tree.path("nowhere.jpg"), tree.path("nothing"));
        assertThat(Audited.of(root).names()).containsExactly("real/a.jpg");
        Selection following = Selection.builder().following(true).build();
        assertThat(Audited.of(root, following).outcomes())
                .containsExactly("link.jpg pass", "link/a.jpg pass", "nowhere.jpg unknown", "real/a.jpg pass");
    }

    @Test
    void a_loop_of_links_is_found_and_not_followed() throws IOException {
        tree.photos("a/b/x.jpg");
        Files.createSymbolicLink(tree.path("a/b/up"), tree.path("a"));
        Files.createSymbolicLink(tree.path("a/self"), Path.of("."));
        Files.createSymbolicLink(tree.path("a/round"), Path.of("round"));
        Selection following = Selection.builder().following(true).build();
        NamedAssets assets = NamedAssets.of(List.of(root), following);
        assertThat(Audited.by(Audited.audit(), assets).outcomes()).containsExactly("a/b/x.jpg pass", "a/round unknown");
        assertThat(assets.notFollowed()).isEqualTo(2);
    }

    /** Two links in each of 40 directories make 2^40 paths. */
    @Test
    void a_thicket_of_links_is_walked_through_once() throws IOException {
        for (int i = 0; i < 40; i++) {
            tree.photos("d" + i + "/x.jpg");
            if (i > 0) {
                Files.createSymbolicLink(tree.path("d" + (i - 1) + "/left"), tree.path("d" + i));
                Files.createSymbolicLink(tree.path("d" + (i - 1) + "/right"), tree.path("d" + i));
            }
        }
        Selection following = Selection.builder().following(true).build();
        assertThat(Audited.of(root, following).entries()).hasSizeBetween(40, 80);
    }

    @Test
    void pipes_sockets_and_devices_are_not_listed() throws Exception {
        tree.photos("a.jpg");
        assumeTrue(new ProcessBuilder("mkfifo", tree.path("pipe.jpg").toString())
                        .start()
                        .waitFor()
                == 0);
        assertThat(Audited.of(root).names()).containsExactly("a.jpg");
    }

    @Test
    void a_closed_directory_is_one_unknown() throws IOException {
        tree.photos("a/x.jpg", "b/x.jpg", "b/y.jpg", "c/x.jpg");
        Audited audited = over(new FaultyDisk().closing("b", new AccessDeniedException("b")));
        assertThat(audited.outcomes()).containsExactly("a/x.jpg pass", "b/ unknown", "c/x.jpg pass");
        assertThat(audited.why("b/")).contains("permission denied");
    }

    @Test
    void a_directory_that_can_be_listed_and_not_searched_is_one_unknown() throws IOException {
        tree.photos("a/x.jpg", "a/y.jpg", "b.jpg");
        Audited audited = over(new FaultyDisk().losing("x.jpg", new AccessDeniedException("a/x.jpg")));
        assertThat(audited.outcomes()).containsExactly("a/ unknown", "b.jpg pass");
    }

    @Test
    void a_link_into_a_closed_directory_is_one_unknown_and_closes_no_other() throws IOException {
        tree.photos("a.jpg", "c.jpg");
        Files.createSymbolicLink(tree.path("b.jpg"), tree.path("a.jpg"));
        FaultyDisk disk = new FaultyDisk().barring("b.jpg", new AccessDeniedException("b.jpg"));
        Audited audited = over(disk, Selection.builder().following(true).build());
        assertThat(audited.outcomes()).containsExactly("a.jpg pass", "b.jpg unknown", "c.jpg pass");
    }

    @Test
    void a_closed_root_is_one_unknown() throws IOException {
        FaultyDisk disk = new FaultyDisk().closing(root.getFileName().toString(), new AccessDeniedException("root"));
        assertThat(over(disk).outcomes()).containsExactly("./ unknown");
    }

    @Test
    void a_directory_whose_listing_breaks_off_says_so_beside_what_it_reported() throws IOException {
        tree.photos("a/x.jpg", "b.jpg");
        FaultyDisk disk = new FaultyDisk().breaking("a", new FileSystemException("a", null, "Input/output error"));
        Audited audited = over(disk);
        assertThat(audited.outcomes()).containsExactly("a/ unknown", "a/x.jpg pass", "b.jpg pass");
        assertThat(audited.why("a/")).contains("Input/output error");
    }

    @Test
    void a_file_that_vanishes_is_a_result() throws IOException {
        tree.photos("a.jpg", "b.jpg");
        Audited audited = over(new FaultyDisk().losing("a.jpg", new NoSuchFileException("a.jpg")));
        assertThat(audited.outcomes()).containsExactly("a.jpg unknown", "b.jpg pass");
        assertThat(audited.why("a.jpg")).isEqualTo("There is no such file.");
    }

    private Audited over(Disk disk) throws IOException {
        return over(disk, Selection.standard());
    }

    private Audited over(Disk disk, Selection selection) throws IOException {
        String name = PathNames.text(root);
        List<String> names = new java.util.ArrayList<>(List.of(name));
        NamedAssets assets = new NamedAssets(
                () -> names.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(names.remove(0)),
                selection,
                disk);
        return Audited.by(Audited.audit(), assets);
    }

    @Test
    void deep_trees_need_no_deep_stack() throws IOException {
        StringBuilder deep = new StringBuilder();
        while (root.toString().length() + deep.length() < 3_900) {
            deep.append("dd/");
        }
        tree.photos(deep + "x.jpg", "y.jpg");
        assertThat(Audited.of(root).outcomes()).containsExactly(deep + "x.jpg pass", "y.jpg pass");
        // JUnit would take half a minute to delete that.
        Path path = tree.path(deep + "x.jpg");
        while (!path.equals(root)) {
            Files.delete(path);
            path = path.getParent();
        }
    }

    @Test
    void names_of_any_bytes_are_opened_and_kept() throws IOException {
        for (String name : List.of("bad\uDCFF.jpg", "new\nline.jpg", "é\uDC80/x.jpg", " .jpg", "-rf.jpg")) {
            Path path = root.resolve(PathNames.path(name));
            Files.createDirectories(path.getParent());
            Files.copy(Tree.TESTDATA.resolve(Tree.PHOTO), path);
        }
        assertThat(Audited.of(root).outcomes())
                .containsExactly(
                        " .jpg pass", "-rf.jpg pass", "bad\uDCFF.jpg pass", "new\nline.jpg pass", "é\uDC80/x.jpg pass");
    }
}
