package io.mediapreflight.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Real files against what exiftool says of them, where both are at hand. */
class PrivacyCorpusTest {
    private static final Preflight PREFLIGHT = Preflight.standard().withMetadata(new PersonalDataReader());
    private static final Set<Format> SCANNED = Set.of(Format.JPEG, Format.PNG, Format.MP4, Format.MOV, Format.THREE_GP);

    /** Positions but for 0, 0, which is where those are that do not know it. */
    private static final String HAS_POSITION = "$GPSLatitude and $GPSLongitude ne \"\""
            + " and ($GPSLatitude != 0 or $GPSLongitude != 0)"
            + " or $GPSCoordinates and $GPSCoordinates !~ /^0 0/";

    private static final String HAS_SERIAL_NUMBER = "$SerialNumber =~ /[1-9A-Za-z]/"
            + " or $InternalSerialNumber =~ /[1-9A-Za-z]/ or $LensSerialNumber =~ /[1-9A-Za-z]/";

    @Test
    void finds_the_positions_that_exiftool_finds() throws IOException, InterruptedException {
        Path corpus = corpus();
        assertThat(told(corpus, "GPS position")).containsExactlyElementsOf(exiftool(corpus, HAS_POSITION));
    }

    @Test
    void finds_the_serial_numbers_that_exiftool_finds() throws IOException, InterruptedException {
        Path corpus = corpus();
        assertThat(told(corpus, "serial number")).containsExactlyElementsOf(exiftool(corpus, HAS_SERIAL_NUMBER));
    }

    private static Set<String> told(Path corpus, String what) throws IOException {
        Set<String> told = new TreeSet<>();
        try (Stream<Path> files = Files.walk(corpus)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Verdict verdict = PREFLIGHT.check(file);
                if (verdict.format().filter(SCANNED::contains).isPresent()
                        && verdict.advice().stream().anyMatch(advice -> advice.actual().contains(what))) {
                    told.add(corpus.relativize(file).toString());
                }
            }
        }
        return told;
    }

    /** The files of the scanned formats for which the condition holds. */
    private static Set<String> exiftool(Path corpus, String condition) throws IOException, InterruptedException {
        List<String> command = List.of(
                "exiftool",
                "-r",
                "-n",
                "-q",
                "-q",
                "-m",
                "-p",
                "$directory/$filename",
                "-if",
                "($FileType =~ /^(JPEG|PNG|MP4|MOV|3GP|M4)/) and (" + condition + ")",
                ".");
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(corpus.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "skipped: there is no exiftool");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Set<String> files = new TreeSet<>();
        output.lines()
                .map(line -> line.startsWith("./") ? line.substring(2) : line)
                .forEach(files::add);
        assertThat(files).as("exiftool finds some").isNotEmpty();
        return files;
    }

    /** The system property {@code corpus.dir}, or {@code ../shared/corpus} beside the repository. */
    private static Path corpus() {
        String given = System.getProperty("corpus.dir");
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci"))) {
            folder = folder.getParent();
        }
        Path corpus =
                given != null ? Path.of(given) : folder.resolveSibling("shared").resolve("corpus");
        assumeTrue(
                Files.exists(corpus.resolve("oracle.tsv")),
                "skipped: there is no corpus of real files beside the repository (or where -Dcorpus.dir says)");
        return corpus;
    }
}
