package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.Preflight;
import io.mediapreflight.source.FileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A directory that is swapped for a link while it is walked: no file outside the tree is judged. */
@DisabledOnOs(OS.WINDOWS)
class SwappedDirectoryTest {
    /** When the directory is swapped. */
    enum Moment {
        BEFORE_IT_IS_ENTERED,
        BEFORE_IT_IS_LISTED,
        BEFORE_A_NAME_IN_IT_IS_LOOKED_AT,
        BEFORE_A_FILE_IN_IT_IS_OPENED
    }

    @TempDir
    Path directory;

    private Tree tree;
    private Path inside;

    /** Inside lies a photo that passes, and outside one of the same name that fails. */
    @BeforeEach
    void make() throws IOException {
        tree = new Tree(directory);
        tree.photos("root/a/x.jpg").with("too-tall-300x900.jpg", "outside/x.jpg", "outside/only-outside.jpg");
        inside = tree.path("root/a");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void the_tree_is_not_left_whenever_it_is_swapped(Moment moment) throws IOException {
        Swapping disk = new Swapping(moment);
        Audited audited = audit(disk);

        assertThat(disk.swapped).isTrue();
        assertThat(Files.isSymbolicLink(inside)).isTrue();
        assertThat(audited.names()).doesNotContain("a/only-outside.jpg");
        assertThat(audited.outcomes()).doesNotContain("a/x.jpg fail").hasSize(1);
    }

    @Test
    void a_directory_that_another_has_replaced_is_unknown() throws IOException {
        assertThat(audit(new Swapping(Moment.BEFORE_IT_IS_ENTERED)).why("a/"))
                .contains("its directory was replaced by another one during the audit");
    }

    @Test
    void a_file_that_is_swapped_when_it_is_listed_is_still_the_one_inside() throws IOException {
        Audited audited = audit(new Swapping(Moment.BEFORE_A_NAME_IN_IT_IS_LOOKED_AT));

        assertThat(audited.outcomes()).containsExactly("a/x.jpg unknown");
    }

    private Audited audit(Disk disk) throws IOException {
        Audit audit = Audit.builder(Preflight.standard()).disk(disk).build();
        Iterator<String> names = List.of(tree.path("root").toString()).iterator();
        NamedAssets.Names root = () -> names.hasNext() ? Optional.of(names.next()) : Optional.empty();
        return Audited.by(audit, new NamedAssets(root, Selection.standard(), disk));
    }

    /** The disk of this machine, on which an attacker is quick. */
    private final class Swapping implements Disk {
        private final Disk real = new Disk.Real();
        private final Moment moment;
        private volatile boolean swapped;

        Swapping(Moment moment) {
            this.moment = moment;
        }

        private void pass(Moment now, Path directory) {
            if (now == moment && !swapped && directory.equals(inside)) {
                try {
                    Files.move(inside, tree.path("root/../moved"));
                    Files.createSymbolicLink(inside, tree.path("outside"));
                    swapped = true;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public HeldDirectory directory(Place place) throws IOException {
            pass(Moment.BEFORE_IT_IS_ENTERED, place.path());
            HeldDirectory held = real.directory(place);
            return new HeldDirectory() {
                @Override
                public Listing list() throws IOException {
                    pass(Moment.BEFORE_IT_IS_LISTED, place.path());
                    return held.list();
                }

                @Override
                public BasicFileAttributes attributes(Path name) throws IOException {
                    pass(Moment.BEFORE_A_NAME_IN_IT_IS_LOOKED_AT, place.path());
                    return held.attributes(name);
                }

                @Override
                public FileSource open(Path name, long size) throws IOException {
                    pass(Moment.BEFORE_A_FILE_IN_IT_IS_OPENED, place.path());
                    return held.open(name, size);
                }

                @Override
                public void close() throws IOException {
                    held.close();
                }
            };
        }

        @Override
        public BasicFileAttributes attributes(Path path, LinkOption... links) throws IOException {
            return real.attributes(path, links);
        }

        @Override
        public FileSource open(Asset.File file, LastDirectory last) throws IOException {
            return real.open(file, last);
        }
    }
}
