package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.cli.options.ReportFormat;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another language is a set of files, and nothing else: with one whose every word has an accent, the program prints no English
 * sentence. Three plain words in a row are one that does not come from a file of messages.
 */
class PseudoLanguageTest {
    private static final List<String> FILES = Stream.concat(Stream.of("messages"), ProgramSentencesTest.FILES.stream())
            .toList();

    /** A command that fixes a file, ready to be pasted. */
    private static final Pattern COMMAND = Pattern.compile(" +(?:ffmpeg|convert|curl) .*");

    /** Styles and scripts of a page, which show only words that come with its data. */
    private static final Pattern CODE = Pattern.compile("(?s)<(style|script)>.*?</\\1>");

    private static final Pattern ENGLISH =
            Pattern.compile("(?U)(?<![\\w/.{\"-])[A-Za-z]?[a-z]+ [a-z]{2,} [a-z]{2,}(?![\\w/.-])");

    @TempDir
    Path directory;

    @Test
    void leaves_no_sentence_in_english() throws Exception {
        for (String file : FILES) {
            translate(file);
        }
        Path limits = Files.writeString(
                directory.resolve("limits.json"), "{\"image\": {\"widthMin\": \"x\", \"sideMni\": 1}}");
        Path impossible = Files.writeString(
                directory.resolve("impossible.json"), "{\"image\": {\"sideMin\": 300, \"sideMax\": 299}}");
        Path unknownFormat = Files.writeString(directory.resolve("format.json"), "{\"video\": {\"formats\": [\"x\"]}}");
        Path baseline = Files.writeString(directory.resolve("known.jsonl"), "{\"schema\":\"other\"}\n");
        Path manifest = Files.writeString(directory.resolve("jobs.csv"), "a,b\n1,2\n");
        Path cache = Files.writeString(directory.resolve("cache.db"), "no database");
        Path request = Files.writeString(
                directory.resolve("request.json"),
                "{\"model\":1,\"promt\":\"x\",\"reference_images\":[{\"url\":\"http://localhost/a.jpg\"}],"
                        + "\"reference_videos\":[{\"url\":\"http://10.0.0.1/b.mp4?X-Amz-Expires=x&X-Amz-Signature=y\"}]}");
        String samples = samples();
        List<String> lines = new ArrayList<>(List.of(
                "--help",
                "chekc",
                "--frob",
                "check",
                "check --strct x",
                "check --as",
                "check --as x y",
                "check --strict=x y",
                "check - -",
                "check --request a b",
                "check --offline /no/such/file http://example.com/a.jpg",
                "check --limits " + limits + " x",
                "check --limits " + impossible + " x",
                "check --limits " + unknownFormat + " x",
                "check --output " + directory + "/none/x " + Run.sample("clip.mov"),
                "check --request " + request,
                "check --verbose " + Run.sample("clip.mov"),
                "audit " + Run.sample(""),
                "audit --baseline " + baseline + " x",
                "audit --manifest " + manifest,
                "audit --cache " + cache + " x",
                "audit --expires 2020-01-01 --baseline b --write-baseline x",
                "audit --include [ x",
                "audit --threads 0 x",
                "rules",
                "submit",
                "submit --base-url ftp://x " + request,
                "submit --api-key x " + request,
                "submit " + request,
                "task",
                "task 1",
                "journal --journal " + directory + "/none"));
        ReportFormat.ids().forEach(format -> lines.add("check --format " + format + " " + samples));
        for (Command command : Command.values()) {
            lines.add(command.id() + " --help");
        }
        Stream.of(io.mediapreflight.spec.RuleId.values()).forEach(rule -> lines.add("rules " + rule.id()));
        Stream.of(io.mediapreflight.spec.AdviceId.values()).forEach(advice -> lines.add("rules " + advice.id()));

        String printed = CODE.matcher(printed(lines)).replaceAll("");
        assertThat(printed).contains("<!DOCTYPE html>").doesNotContain("<script>");

        assertThat(printed.lines().filter(line -> line.startsWith("> "))).hasSize(lines.size());
        assertThat(printed.lines()
                        // Later JDKs warn of natives on a class path; the program's own jar lets them in.
                        .filter(line -> !line.startsWith("> ")
                                && !line.startsWith("WARNING: ")
                                && !COMMAND.matcher(line).matches()
                                && ENGLISH.matcher(line).find()))
                .isEmpty();
    }

    private static String samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(Run.sample("")))) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(" "));
        }
    }

    private void translate(String file) throws IOException {
        Path texts = Files.createDirectories(directory.resolve("META-INF/mediapreflight"));
        try (InputStream in = Objects.requireNonNull(io.mediapreflight.text.Messages.class.getResourceAsStream(
                "/META-INF/mediapreflight/" + file + ".properties"))) {
            String english = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String other = english.lines().map(PseudoLanguageTest::accented).collect(Collectors.joining("\n"));
            Files.writeString(texts.resolve(file + "_qaa.properties"), other);
        }
    }

    /** Every vowel of the text has an accent, but for the names of values and what is escaped. */
    private static String accented(String line) {
        int equals = line.indexOf('=');
        if (equals < 0 || line.startsWith("#")) {
            return line;
        }
        StringBuilder text = new StringBuilder(line.substring(0, equals + 1));
        boolean inName = false;
        for (int i = equals + 1; i < line.length(); i++) {
            char c = line.charAt(i);
            inName = c == '{' || (inName && c != '|' && c != '}');
            boolean escaped = line.charAt(i - 1) == '\\';
            int vowel = inName || escaped ? -1 : "aeiouyAEIOUY".indexOf(c);
            text.append(vowel < 0 ? c : "äéîöüÿÄÉÎÖÜŸ".charAt(vowel));
        }
        return text.toString();
    }

    /** What the lines print in a process of that language, each behind a line that repeats it. */
    private String printed(List<String> lines) throws IOException, InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=qaa",
                "-cp",
                directory + File.pathSeparator + System.getProperty("java.class.path"),
                PseudoLanguageTest.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8)) {
            lines.forEach(in::println);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    /** Runs each line of standard input. */
    public static void main(String[] args) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Run run = Run.of(line.split(" "));
            out.println("> " + line);
            out.println(run.out());
            out.println(run.err());
        }
    }
}
