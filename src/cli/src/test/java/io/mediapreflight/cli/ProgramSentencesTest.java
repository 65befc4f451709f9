package io.mediapreflight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that the program prints beside findings: its errors, warnings, notices and help. They stand at the end of the
 * golden file of all sentences, {@code sentences.txt} of the core, since only this module sees all others. Where a change of it is
 * right, {@code -Dpreflight.sentences=write} writes it again.
 */
class ProgramSentencesTest {
    private static final Path SOURCES = Path.of("..");
    private static final Path GOLDEN = SOURCES.resolve("core/src/test/resources/sentences.txt");
    private static final String START = "\nPROGRAM\n";

    /** The files of texts of all modules, but for that of the findings. */
    static final List<String> FILES = List.of(
            "help",
            "cli",
            "submit",
            "remote",
            "s3",
            "audit",
            "report",
            "json",
            "io",
            "url",
            "clearing",
            "limits",
            "source",
            "metadata",
            "ffmpeg",
            DefectSamples.FILE);

    private static final Pattern LITERAL = Pattern.compile("\"((?:" + String.join("|", FILES) + "):[a-z0-9.-]+)\"");

    private static final Pattern VALUE = Pattern.compile("\\{([a-zA-Z]+)[^}]*}");

    /** What stands for a value, by its name. */
    private static final Map<String, Object> SAMPLES = samples();

    @Test
    void are_those_that_were_read() throws IOException {
        String read = Files.readString(GOLDEN);
        String program = program();
        if ("write".equals(System.getProperty("preflight.sentences"))) {
            read = read.substring(0, read.indexOf(START) + START.length()) + program;
            Files.writeString(GOLDEN, read);
        }
        assertThat(program).isEqualTo(read.substring(read.indexOf(START) + START.length()));
    }

    @Test
    void leave_no_value_without_a_sample() throws IOException {
        assertThat(program()).doesNotContain("{").doesNotContain("null");
    }

    @Test
    void are_all_of_use() throws IOException {
        Set<String> used = keysInTheCode();
        for (String file :
                FILES.subList(1, FILES.size())) { // the keys of help follow from the commands, and have their test
            assertThat(texts(file).keySet())
                    .as(file)
                    .allSatisfy(key -> assertThat(used).anyMatch(start -> isUse(start, file + ":" + key)));
        }
    }

    @Test
    void have_a_text_for_every_key_in_the_code() throws IOException {
        Set<String> known = new HashSet<>();
        for (String file : FILES) {
            texts(file).keySet().forEach(key -> known.add(file + ":" + key));
        }
        assertThat(keysInTheCode())
                .isNotEmpty()
                .allSatisfy(start -> assertThat(known).anyMatch(key -> isUse(start, key)));
    }

    /** What the text of a defect leaves open must be put in where it is used: a name that is spelt otherwise is shown as it stands. */
    @Test
    void of_defects_are_used_with_every_value_that_they_have() throws IOException {
        Map<String, String> users = new HashMap<>();
        sources().values().forEach(source -> keys(source).forEach(key -> users.merge(key, source, String::concat)));
        for (Map.Entry<String, String> text : texts(DefectSamples.FILE).entrySet()) {
            String key = DefectSamples.FILE + ":" + text.getKey();
            assertThat(names(text.getValue()))
                    .as(key)
                    .filteredOn(name -> !name.equals("defect")) // is put in by Malformed.toleratedIn
                    .allSatisfy(name -> assertThat(users.get(key)).contains("\"" + name + "\""));
        }
    }

    private static Set<String> names(String text) {
        return VALUE.matcher(text).results().map(value -> value.group(1)).collect(Collectors.toSet());
    }

    /** Whether the code names a key, or its first part, behind which it puts one of several others. */
    private static boolean isUse(String start, String key) {
        boolean isOpen = start.endsWith(".") || start.endsWith("-");
        return key.equals(start) || key.startsWith(isOpen ? start : start + "-") || key.startsWith(start + ".");
    }

    private static Set<String> keysInTheCode() throws IOException {
        return sources().values().stream()
                .flatMap(ProgramSentencesTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> keys(String source) {
        return LITERAL.matcher(source).results().map(use -> use.group(1));
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(ProgramSentencesTest::isSource).toList()) {
                sources.put(file.toString(), Files.readString(file));
            }
        }
        return sources;
    }

    private static boolean isSource(Path file) {
        String name = file.toString().replace(File.separatorChar, '/');
        return name.contains("/src/main/java/") && name.endsWith(".java");
    }

    private static String program() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String file : FILES) {
            text.append('\n').append(file).append('\n');
            for (Map.Entry<String, String> each : texts(file).entrySet()) {
                text.append("  ")
                        .append(Messages.current().fill(each.getValue(), name -> sample(file, name)))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static @Nullable Object sample(String file, String name) {
        Object ofDefects = file.equals(DefectSamples.FILE) ? DefectSamples.ALL.get(name) : null;
        return ofDefects == null ? SAMPLES.get(name) : ofDefects;
    }

    /** The texts of a file in their order. */
    private static Map<String, String> texts(String file) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Properties order = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized Object put(Object key, Object value) {
                return texts.put((String) key, (String) value);
            }
        };
        try (InputStream in = Messages.class.getResourceAsStream("/META-INF/mediapreflight/" + file + ".properties")) {
            if (in != null) {
                order.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static Map<String, Object> samples() {
        Map<String, Object> samples = new LinkedHashMap<>();
        Stream.of(
                        "command=chekc",
                        "tool=preflight 1.0",
                        "model=kling/kling-v3-motion-control",
                        "option=--strct",
                        "other=--write-baseline",
                        "one=--quiet",
                        "bucket=media-in",
                        "class=DEEP_ARCHIVE",
                        "region=us-east-1",
                        "elsewhere=eu-west-1",
                        "argument=b.jpg",
                        "label=FILE",
                        "name=check",
                        "value=vidoe",
                        "variable=IMINI_API_KEY",
                        "file=report.json",
                        "reason=no space left on device",
                        "rule=image.sise",
                        "date=2027-03-01",
                        "pattern=[a",
                        "platform=linux-x86_64",
                        "directory=/tmp/preflight",
                        "id=0190f2c4",
                        "task=0190f2c4",
                        "time=2026-11-28T12:00:00Z",
                        "outcome=accepted",
                        "code=invalid_parameter",
                        "message=The image is truncated.",
                        "fix=Download it again.",
                        "limit=1:2.5 to 2.5:1",
                        "problem=not a JSON object",
                        "schema=preflight.baseline/3",
                        "current=preflight.baseline/2",
                        "first=preflight.baseline/1",
                        "key=severty",
                        "kind=a number",
                        "severity=error",
                        "column=image",
                        "but=It is empty",
                        "type=text/html",
                        "owner=root",
                        "permissions=rw-rw-rw-",
                        "what=it cannot be written any more",
                        "host=example.com",
                        "place=line 3, column 7",
                        "status=running",
                        "until=2026-11-28T12:00:00Z",
                        "now=2026-11-28T12:00:01Z",
                        "path=reference_images[0].url",
                        "scheme=ftp",
                        "address=10.0.0.1",
                        "block=a private address",
                        "range=10.0.0.0/8",
                        "inside=10.0.0.1",
                        "older=fass.de",
                        "suffix=local",
                        "signer=S3",
                        "service=Dropbox",
                        "form=https://www.dropbox.com/scl/fi/…?dl=1",
                        "replaced=dl=0",
                        "link=it has no direct link",
                        "encoding=gzip",
                        "url=https://example.com/clip.mp4",
                        "defect=10.0.0.1 is a private address (10.0.0.0/8)",
                        "change=its entity tag is another one than when it was checked",
                        "why=HTTP 400",
                        "character=a space",
                        "property=jdk.httpclient.HttpClient.log",
                        "limits=kling-v3-motion-control",
                        "origin=our reading",
                        "imageSeconds=10",
                        "videoSeconds=30",
                        "waitSeconds=1800",
                        "exit=1",
                        "signal=9",
                        "chunk=IDAT",
                        "codec=vp9",
                        "version=2",
                        "format=SVG",
                        "dimensions=360x640",
                        "planned=720x1280",
                        "plannedSeconds=9.8",
                        "program=/usr/bin/ffmpeg",
                        "library=libxcb.so.1",
                        "finding=The file is empty.",
                        "amount=4.2 MB",
                        "elapsed=1.9 s",
                        "minKey=image.sideMin",
                        "maxKey=image.sideMax",
                        "orientation=image",
                        "bucket=media",
                        "object=s3://media/in/9f86d081.mp4")
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> samples.put(pair[0], pair[1]));
        Stream.of(
                        "max",
                        "min",
                        "strict",
                        "count",
                        "line",
                        "offset",
                        "bytes",
                        "micros",
                        "number",
                        "cells",
                        "columns",
                        "position",
                        "size",
                        "days",
                        "minutes",
                        "checked",
                        "callSeconds",
                        "urlSeconds",
                        "before",
                        "fileSeconds",
                        "deepSeconds",
                        "width",
                        "height",
                        "frames",
                        "milliseconds",
                        "files",
                        "inFlight",
                        "uploadHours")
                .forEach(name -> samples.put(name, 1234L));
        samples.put("extension", "txt");
        samples.put("seconds", new BigDecimal("2.5"));
        samples.put("known", List.of(Phrase.verbatim("rule"), Phrase.verbatim("severity"), Phrase.verbatim("source")));
        for (String list : List.of("artifacts", "choices", "names", "keys", "details", "tasks", "kinds", "counts")) {
            samples.put(list, List.of(Phrase.verbatim("image"), Phrase.verbatim("video")));
        }
        samples.put("hint", Phrase.of("cli:hint.meant").with("name", "check"));
        return samples;
    }
}
