package io.mediapreflight.cli.compare;

import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.text.Phrase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A program that is there.
 *
 * @param path of the program
 * @param version as it says; empty where it does not say
 */
record InstalledTool(MediaTool tool, Path path, String version) {
    private static final Duration VERSION_TIME = Duration.ofSeconds(20);
    private static final int MAX_VERSION = 40;

    /**
     * What a program said of a file.
     *
     * @param facts nothing where it could not read the file
     * @param problem why it has said nothing that can be used
     */
    record Report(Map<Fact, Said> facts, Optional<Phrase> problem) {}

    /** The first on the path. */
    static Optional<InstalledTool> find(MediaTool tool, String searchPath) throws IOException, InterruptedException {
        for (String directory : searchPath.split(File.pathSeparator, -1)) {
            Optional<Path> program = program(directory, tool.program());
            if (program.isPresent()) {
                return Optional.of(new InstalledTool(tool, program.get(), version(program.get(), tool)));
            }
        }
        return Optional.empty();
    }

    /** In an absolute directory: one that is relative, or the current one, may hold what came with the media. */
    private static Optional<Path> program(String directory, String name) {
        try {
            Path path = Path.of(directory);
            return Optional.of(path)
                    .filter(Path::isAbsolute)
                    .map(each -> each.resolve(name))
                    .filter(program -> Files.isRegularFile(program) && Files.isExecutable(program));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The first word with a digit in front, perhaps behind a v. */
    private static String version(Path program, MediaTool tool) throws InterruptedException {
        List<String> words = List.of(program.toString(), tool.versionArgument());
        Path anywhere = Path.of(System.getProperty("java.io.tmpdir"));
        String text = ToolRun.of(words, anywhere, VERSION_TIME).output();
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            String word = tokens.nextToken();
            String number = word.startsWith("v") ? word.substring(1) : word;
            int dash = number.indexOf('-'); // a distribution's own number stands behind it
            number = dash > 0 ? number.substring(0, dash) : number;
            if (!number.isEmpty() && Character.isDigit(number.charAt(0)) && number.length() <= MAX_VERSION) {
                return number;
            }
        }
        return "";
    }

    /** As people read it. */
    String label() {
        return version.isEmpty() ? tool.program() : tool.program() + " " + version;
    }

    /** Asks it about a file. */
    Report report(PlainName file, Duration time) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(path.toString()));
        words.addAll(tool.arguments(file.path()));
        ToolRun run = ToolRun.of(words, file.directory(), time);
        return switch (run.ending()) {
            case NOT_STARTED -> problem(Phrase.of("cli:compare.not-started"));
            case TOO_SLOW -> problem(Phrase.of("cli:compare.too-slow").with("seconds", time.toSeconds()));
            case TOO_MUCH -> problem(Phrase.of("cli:compare.too-much").with("max", ToolRun.MAX_OUTPUT));
            case EXITED -> parsed(run.output());
        };
    }

    private Report parsed(String output) {
        if (output.isEmpty()) {
            return new Report(Map.of(), Optional.empty()); // it has read nothing
        }
        Optional<Json> document = JsonReader.read(output).value();
        return document.isPresent()
                ? new Report(tool.facts(document.get()), Optional.empty())
                : problem(Phrase.of("cli:compare.no-json"));
    }

    private static Report problem(Phrase why) {
        return new Report(Map.of(), Optional.of(why));
    }
}
