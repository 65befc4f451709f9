package io.mediapreflight.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.mediapreflight.probe.Malformed;
import io.mediapreflight.probe.MalformedCode;
import io.mediapreflight.spec.AdviceId;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.RuleId;
import io.mediapreflight.text.Messages;
import io.mediapreflight.text.Phrase;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every sentence of findings, rules and advice, in one file to be read as a whole: {@code sentences.txt}, which has those of the
 * other modules at its end. Where a change of it is
 * right, {@code -Dpreflight.sentences=write} writes it again.
 */
class SentencesTest {
    private static final Path FILE = Path.of("src", "test", "resources", "sentences.txt");
    private static final Limits LIMITS = Limits.klingV3MotionControl();

    /** The rest of the file is what the other modules print, which their test in the command line's module compares. */
    private static final String REST = "\nPROGRAM\n";

    @Test
    void are_those_that_were_read() throws IOException {
        String sentences = sentences();
        String read = Files.readString(FILE);
        int end = read.indexOf(REST);
        if ("write".equals(System.getProperty("preflight.sentences"))) {
            read = sentences + read.substring(end);
            Files.writeString(FILE, read);
        }
        assertThat(sentences).isEqualTo(read.substring(0, read.indexOf(REST)));
    }

    @Test
    void are_all_of_those_in_the_file_of_messages() throws IOException {
        String sentences = sentences();
        Properties texts = properties();
        assertThat(texts.stringPropertyNames())
                .filteredOn(key -> !isFallback(key))
                .allSatisfy(key -> assertThat(sentences)
                        .as("a sample that says " + key)
                        .contains(longestPart(texts.getProperty(key)).strip()));
    }

    @Test
    void leave_no_value_out() throws IOException {
        assertThat(sentences()).doesNotContain("{", "NO SENTENCE").doesNotContainPattern("null(?! instead)");
    }

    @Test
    void are_read_as_any_file_of_properties() throws IOException {
        Properties texts = properties();
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(Messages.current().pattern(key)).contains(texts.getProperty(key)));
    }

    /** What stands in for sentences that no rule lacks now, and for malformations without one. */
    private static boolean isFallback(String key) {
        return List.of("warn", "unknown", "malformed").contains(key);
    }

    private static String longestPart(String pattern) {
        return Stream.of(pattern.split("\\{[^}]*}"))
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }

    private static Properties properties() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/META-INF/mediapreflight/messages.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static String sentences() {
        StringBuilder text = new StringBuilder("RULES\n");
        for (RuleId rule : RuleId.values()) {
            text.append(rule.id()).append(" (").append(rule.origin().inWords()).append(")\n");
            line(text, "what", rule.title());
            line(text, "limit", rule.bound(LIMITS));
            line(text, "breaks", rule.example(LIMITS));
            line(text, "fix", rule.remedy());
        }
        text.append("\nFINDINGS\n");
        for (Finding finding : SampleFindings.all()) {
            text.append(finding).append('\n');
            line(text, "actual", finding.actual());
            line(text, "limit", finding.limit());
        }
        text.append("\nMALFORMATIONS\n");
        for (MalformedCode code : MalformedCode.values()) {
            Finding finding = Finding.of(RuleId.IMAGE_READABLE, Outcome.FAIL)
                    .dueTo(List.of(Malformed.broken(code, 0, Phrase.of("defects:NO SENTENCE"), "")));
            line(text, code.name().toLowerCase(Locale.ROOT), finding.message());
        }
        text.append("\nFIXES\n");
        for (Phrase fix : SamplePhrases.fixes()) {
            text.append(fix).append('\n');
        }
        text.append("\nPLANS\n");
        for (Phrase part : SamplePhrases.plans()) {
            text.append(part).append('\n');
        }
        text.append("\nADVICE\n");
        for (AdviceId id : AdviceId.values()) {
            text.append(id.id()).append(": ").append(id.title()).append('\n');
            line(text, "fix", id.remedy());
            SamplePhrases.advice().stream()
                    .filter(each -> each.id() == id)
                    .forEach(each -> line(text, "advice", each.message()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String what, String words) {
        text.append("  ").append(what).append(": ").append(words).append('\n');
    }
}
