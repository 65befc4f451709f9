package io.mediapreflight.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    private Path directory;

    private Path tree;

    @BeforeEach
    void make_a_tree() throws IOException {
        tree = make("tree", "b", "a");
    }

    /** The same files, made one after the other in the order of the names. */
    private Path make(String name, String... files) throws IOException {
        Path made =
                Files.createDirectories(directory.resolve(name).resolve("bin")).getParent();
        assertThat(made).isNotNull();
        for (String file : files) {
            Files.writeString(made.resolve("bin").resolve(file), file);
        }
        assertThat(made.resolve("bin/a").toFile().setExecutable(true)).isTrue();
        return made;
    }

    @Test
    void a_tar_has_modes_and_one_time_and_one_owner() throws IOException {
        Path archive = directory.resolve("x.tar.gz");
        new Archives(TIME).tar(tree, "top", archive);
        List<String> entries = new ArrayList<>();
        try (InputStream in = Files.newInputStream(archive);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GzipCompressorInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(Integer.toOctalString(entry.getMode() & 0777) + " " + entry.getUserName() + " "
                        + entry.getLastModifiedTime().toInstant() + " " + entry.getName());
            }
        }
        assertThat(entries)
                .containsExactly(
                        "755 root 2026-01-01T00:00:00Z top/bin/",
                        "755 root 2026-01-01T00:00:00Z top/bin/a",
                        "644 root 2026-01-01T00:00:00Z top/bin/b");
    }

    @Test
    void a_tar_has_the_same_bytes_whenever_its_files_were_made() throws IOException {
        Path other = make("other", "a", "b");
        Files.setLastModifiedTime(other.resolve("bin/a"), FileTime.from(Instant.EPOCH));
        new Archives(TIME).tar(tree, "top", directory.resolve("1"));
        new Archives(TIME).tar(other, "top", directory.resolve("2"));
        assertThat(directory.resolve("1")).hasSameBinaryContentAs(directory.resolve("2"));
    }

    @Test
    void a_zip_has_the_same_bytes_whenever_its_files_were_made() throws IOException {
        Path other = make("other", "a", "b");
        Files.setLastModifiedTime(other.resolve("bin/a"), FileTime.from(Instant.EPOCH));
        new Archives(TIME).zip(tree, "top", directory.resolve("1.zip"));
        new Archives(TIME).zip(other, "top", directory.resolve("2.zip"));
        assertThat(directory.resolve("1.zip")).hasSameBinaryContentAs(directory.resolve("2.zip"));
        try (ZipFile zip = new ZipFile(directory.resolve("1.zip").toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("top/bin/", "top/bin/a", "top/bin/b");
        }
    }

    @Test
    void checksums_are_those_that_sha256sum_reads() throws IOException {
        Path files = tree.resolve("bin");
        Checksums.write(files);
        Checksums.write(files); // its own file is not among them
        assertThat(files.resolve(Checksums.FILE)).hasContent("""
                        ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a
                        3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b
                        """);
    }
}
