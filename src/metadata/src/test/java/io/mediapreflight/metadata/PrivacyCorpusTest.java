package io.mediapreflight.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mediapreflight.Preflight;
import io.mediapreflight.Verdict;
import io.mediapreflight.rule.Advice;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real files against what exiftool says of them, where both are at hand. */
@Tag("sampled")
class PrivacyCorpusTest {
    private static final Preflight PREFLIGHT =
            Preflight.builder().metadata(new PersonalDataReader()).build();
    private static final Set<Format> SCANNED = Set.of(Format.JPEG, Format.PNG, Format.MP4, Format.MOV, Format.THREE_GP);

    private static final boolean ALL = Boolean.getBoolean("preflight.heavy");

    /** A build tries one file in so many; what is found of each kind is in the sample. */
    private static final int ONE_IN = 4;

    private static final Map<String, Map<String, String>> FOUND = new TreeMap<>();
    private static final Map<String, List<Advice>> ADVICE = new TreeMap<>();

    private static final List<String> TAGS = List.of(
            "GPSLatitude",
            "GPSLongitude",
            "GPSCoordinates",
            "SerialNumber",
            "InternalSerialNumber",
            "LensSerialNumber",
            "Artist",
            "OwnerName",
            "Creator",
            "Author");

    /** The exceptions: files without video, which are no media here and are rejected by their headers. */
    private static final Set<String> AUDIO_ONLY = Set.of(
            "androidx+media/libraries/test_data/src/test/assets/media/mp4/sample_alac.mp4",
            "androidx+media/libraries/test_data/src/test/assets/media/mp4/sample_audio_only.mp4",
            "androidx+media/libraries/test_data/src/test/assets/media/mp4/sample_fpcm_32be.mp4",
            "sindresorhus+file-type/fixture/fixture-babys-songbook.m4b.m4a");

    @Test
    void finds_the_positions_that_exiftool_finds() throws IOException, InterruptedException {
        Path corpus = corpus();
        assertThat(reported(corpus, "GPS position"))
                .containsExactlyElementsOf(exiftool(corpus, PrivacyCorpusTest::hasPosition));
    }

    @Test
    void finds_the_serial_numbers_that_exiftool_finds() throws IOException, InterruptedException {
        Path corpus = corpus();
        assertThat(reported(corpus, "serial number"))
                .containsExactlyElementsOf(exiftool(corpus, PrivacyCorpusTest::hasSerialNumber));
    }

    @Test
    void finds_the_owners_that_exiftool_finds_and_more() throws IOException, InterruptedException {
        Path corpus = corpus();
        assertThat(reported(corpus, AdviceId.PRIVACY_OWNER)).containsAll(exiftool(corpus, PrivacyCorpusTest::hasOwner));
    }

    private static Set<String> reported(Path corpus, String what) throws IOException {
        return reported(corpus, advice -> advice.actual().contains(what));
    }

    private static Set<String> reported(Path corpus, AdviceId id) throws IOException {
        return reported(corpus, advice -> advice.id() == id);
    }

    private static Set<String> reported(Path corpus, Predicate<Advice> wanted) throws IOException {
        Set<String> reported = new TreeSet<>();
        advice(corpus).forEach((file, advice) -> {
            if (advice.stream().anyMatch(wanted)) {
                reported.add(file);
            }
        });
        return reported;
    }

    /** What is advised on each file of the scanned formats, by name; asked once. */
    private static Map<String, List<Advice>> advice(Path corpus) throws IOException {
        if (ADVICE.isEmpty()) {
            for (String name : sample(corpus)) {
                Verdict verdict = PREFLIGHT.check(corpus.resolve(name));
                if (verdict.format().filter(SCANNED::contains).isPresent()) {
                    ADVICE.put(name, verdict.advice());
                }
            }
        }
        return ADVICE;
    }

    /** The files that are tried: exiftool takes six seconds of processor time for all of them. */
    private static List<String> sample(Path corpus) throws IOException {
        try (Stream<Path> files = Files.walk(corpus)) {
            List<String> all = files.filter(Files::isRegularFile)
                    .map(file -> corpus.relativize(file).toString())
                    .sorted()
                    .toList();
            return IntStream.range(0, all.size())
                    .filter(i -> i % (ALL ? 1 : ONE_IN) == 0)
                    .mapToObj(all::get)
                    .toList();
        }
    }

    /** Positions but for 0, 0, which is where those are that do not know it. */
    private static boolean hasPosition(Map<String, String> tags) {
        String latitude = tags.getOrDefault("GPSLatitude", "0");
        String longitude = tags.getOrDefault("GPSLongitude", "0");
        boolean zero = latitude.matches("-?0(\\.0*)?") && longitude.matches("-?0(\\.0*)?");
        String coordinates = tags.getOrDefault("GPSCoordinates", "0 0");
        return !zero || !coordinates.startsWith("0 0");
    }

    private static boolean hasSerialNumber(Map<String, String> tags) {
        return Stream.of("SerialNumber", "InternalSerialNumber", "LensSerialNumber")
                .anyMatch(tag -> tags.getOrDefault(tag, "").matches(".*[1-9A-Za-z].*"));
    }

    private static boolean hasOwner(Map<String, String> tags) {
        return Stream.of("Artist", "OwnerName", "Creator", "Author")
                .anyMatch(tag -> tags.getOrDefault(tag, "").matches(".*\\w.*"));
    }

    /** The files of the scanned formats whose tags fulfil the condition. */
    private static Set<String> exiftool(Path corpus, Predicate<Map<String, String>> condition)
            throws IOException, InterruptedException {
        Set<String> files = new TreeSet<>();
        tags(corpus).forEach((file, tags) -> {
            if (condition.test(tags)) {
                files.add(file);
            }
        });
        files.removeAll(AUDIO_ONLY);
        assertThat(files).as("exiftool finds some").isNotEmpty();
        return files;
    }

    /** What exiftool reads of each file, by name; asked once. */
    private static Map<String, Map<String, String>> tags(Path corpus) throws IOException, InterruptedException {
        if (!FOUND.isEmpty()) {
            return FOUND;
        }
        String line = TAGS.stream().map(tag -> "\t$" + tag).collect(Collectors.joining("", "$directory/$filename", ""));
        List<String> command = List.of(
                "exiftool",
                "-n",
                "-f",
                "-q",
                "-q",
                "-m",
                "-p",
                line,
                "-if",
                "$FileType =~ /^(JPEG|PNG|MP4|MOV|3GP|M4)/",
                "-@",
                "-");
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
        try (OutputStream names = process.getOutputStream()) {
            names.write(String.join("\n", sample(corpus)).getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        output.lines().forEach(PrivacyCorpusTest::keep);
        return FOUND;
    }

    private static void keep(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < TAGS.size() && i + 1 < cells.size(); i++) {
            if (!cells.get(i + 1).equals("-")) {
                tags.put(TAGS.get(i), cells.get(i + 1));
            }
        }
        FOUND.put(cells.get(0), tags);
    }

    /** The system property {@code corpus.dir}, or {@code ../shared/corpus} beside the repository. */
    private static Path corpus() {
        String given = System.getProperty("corpus.dir");
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve(".ci"))) {
            directory = directory.getParent();
        }
        Path corpus = given != null
                ? Path.of(given)
                : directory.resolveSibling("shared").resolve("corpus");
        assumeTrue(
                Files.exists(corpus.resolve("oracle.tsv")),
                "skipped: there is no corpus of real files beside the repository (or where -Dcorpus.dir says)");
        return corpus;
    }
}
