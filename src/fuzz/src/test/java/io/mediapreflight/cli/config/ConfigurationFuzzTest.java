package io.mediapreflight.cli.config;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mediapreflight.fuzz.Heap;
import io.mediapreflight.fuzz.Texts;
import io.mediapreflight.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a {@code preflight.toml}, behind the questions of whose it is. */
class ConfigurationFuzzTest {
    private static final long MAX_HEAP = 64L << 20;

    static Stream<byte[]> seeds() {
        return Texts.seeds(
                "as = \"video\"\norientation = \"image\"\nstrict = true\n",
                "format = 'json'\nignore = [\"image.name\", \"video.name\"] # known\nthreads = 4\n",
                "\"exclude\" = [\n  \"tmp/\",\n  '''a\n*''',\n]\n[table]\nhidden = false\n",
                "threads = 1979-05-27T07:32:00Z\n",
                "a.b.c = {d = [1, 2.5e3]}\nstrict = maybe",
                "hiden = true");
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "configuration.dict")
    @FuzzTest(maxDuration = "")
    void any_text_is_a_configuration_or_refused_in_a_sentence(byte[] bytes) throws Exception {
        String text = Texts.of(bytes);
        Heap.requireAtMost(MAX_HEAP, () -> require(text));
    }

    private static void require(String text) {
        Map<String, Integer> lines = TomlLines.of(text);
        long count = text.chars().filter(c -> c == '\n').count() + 1;
        lines.forEach((key, line) -> Texts.require(line >= 1 && line <= count, key + " on line " + line));
        Optional<List<TomlEntry>> entries = entries(text);
        Texts.requireSame(entries(text), entries, "another time");
        if (entries.isPresent()) {
            for (TomlEntry entry : entries.get()) {
                requireChecked(entry);
            }
            String more = "# more\n" + text;
            Texts.requireSame(entries(more), entries, "a comment in front changes it");
            boolean isSimple = text.matches("(?s)[a-z =\"\\n]*");
            Texts.require(
                    !isSimple || entries.get().stream().allMatch(entry -> lines.containsKey(entry.key())),
                    "a key without its line");
        }
    }

    private static Optional<List<TomlEntry>> entries(String text) {
        try {
            return Optional.of(TomlFile.read(text));
        } catch (ConfigurationException e) {
            Texts.requireShown(SafeText.of(e.reason()));
            return Optional.empty();
        }
    }

    /** A setting that is taken has a value that its option takes, too. */
    private static void requireChecked(TomlEntry entry) {
        Optional<Setting> setting = Setting.of(entry.key());
        if (setting.isEmpty()) {
            return;
        }
        try {
            setting.get().check(entry);
            Texts.requireSame(entry.kind(), setting.get().kind(), "the kind of " + entry);
        } catch (ConfigurationException e) {
            Texts.requireShown(SafeText.of(e.reason()));
        }
    }
}
