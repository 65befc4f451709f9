package io.mediapreflight.fuzz;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.json.Json;
import io.mediapreflight.json.JsonReader;
import io.mediapreflight.source.PathNames;
import io.mediapreflight.source.SourceName;
import io.mediapreflight.spec.Format;
import io.mediapreflight.text.Excerpt;
import io.mediapreflight.text.SafeText;
import io.mediapreflight.text.SurrogateEscape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of files, of any bytes: kept to the last bit, shown harmlessly, and judged by their extension alone. */
class NamesFuzzTest {
    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "dance.mp4",
                "dir/a.b.JPEG",
                ".jpg",
                "a\nb.png",
                "..",
                "-rf",
                "\u202Egpj.exe",
                "a\\b",
                "ä/ö.MOV",
                "x.tar.gz",
                "#",
                "a ");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "names.dict")
    @FuzzTest(maxDuration = "")
    void any_name_is_kept_and_shown_harmlessly(byte[] bytes) {
        String name = Texts.of(bytes);
        Texts.require(Arrays.equals(bytes, SurrogateEscape.encode(name)), "other bytes than those of " + name);
        requireShown(name);
        requireJson(name);
        requireExtension(name);
        requireParts(name);
        if (name.indexOf('\0') < 0) {
            requirePath(name);
        }
    }

    private static void requireShown(String name) {
        Texts.requireShown(SafeText.of(name));
        Texts.requireShown(SafeText.name(name));
        Texts.requireShown(SafeText.inOneLine(name));
        Texts.requireShown(Excerpt.of(name));
        Texts.requireSame(SafeText.of(SafeText.of(name)), SafeText.of(name), "safe twice");
        Texts.require(SurrogateEscape.isUnicode(SurrogateEscape.toUnicode(name)), "no Unicode");
    }

    /** Two names that differ are shown in two ways, as far as JSON goes: it reads back. */
    private static void requireJson(String name) {
        String json = SafeText.json(name);
        Texts.requireShown(json);
        Json value = JsonReader.read(json).value().orElseThrow(() -> new AssertionError("no JSON: " + json));
        Texts.requireSame(((Json.Str) value).value(), name, "JSON reads back as another name");
    }

    /** By the letters behind the last point, whatever stands before it. */
    private static void requireExtension(String name) {
        int point = name.lastIndexOf('.');
        String extension = name.substring(point + 1).toLowerCase(Locale.ROOT);
        Optional<Format> expected = point < 0
                ? Optional.empty()
                : Arrays.stream(Format.values())
                        .filter(format -> format.extensions().contains(extension))
                        .reduce((first, second) -> second);
        Texts.requireSame(Format.promisedBy(name), expected, "promised by " + name);
        Texts.requireSame(Format.promisedBy("x/" + name), expected, "promised in a directory by " + name);
    }

    private static void requireParts(String name) {
        SourceName source = SourceName.of(name);
        Texts.requireSame(source.path(), name, "the path");
        Texts.require(name.endsWith(source.fileName()), "the file name of " + name);
        Texts.require(name.startsWith(source.stem()), "the stem of " + name);
        Texts.require(
                source.stem().lastIndexOf('/') == name.lastIndexOf('/'), "the stem of " + name + " loses a directory");
        Texts.require(!source.fixedStem().equals(source.stem()), "a fixed copy would replace " + name);
        Texts.require(
                source.fixedStem().lastIndexOf('/') == name.lastIndexOf('/'),
                "a fixed copy in another directory than " + name);
        Texts.requireSame(
                SurrogateEscape.decode(source.exactBytes().orElseGet(() -> SurrogateEscape.encode(source.text()))),
                name,
                "the exact bytes");
        Texts.requireSame(
                SourceName.within("root", name).path(), name.isEmpty() ? "root" : "root/" + name, "within a root");
    }

    private static void requirePath(String name) {
        Path path = PathNames.path(name);
        Texts.requireSame(PathNames.path(PathNames.text(path)), path, "the path of the path's name");
        boolean isPlain = !name.contains("//") && !(name.endsWith("/") && name.length() > 1);
        Texts.require(!isPlain || PathNames.text(path).equals(name), "another name than " + name);
    }
}
