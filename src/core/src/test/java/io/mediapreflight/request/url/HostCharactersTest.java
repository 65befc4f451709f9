package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;
import io.mediapreflight.request.url.UrlDefect.Gravity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ICU's UTS 46 is the reference: what it maps to a host that is refused must be refused. */
class HostCharactersTest {
    private static final int IGNORED_OR_KEPT = 0x1806; // ignored in IDNA 2003 alone

    private static final IDNA OLDER = IDNA.getUTS46Instance(IDNA.DEFAULT);
    private static final IDNA NEWER =
            IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** To look for them once is enough. */
    private static final int[] CHANGING =
            codePoints().filter(HostCharactersTest::changes).toArray();

    /** All but the surrogates, of which no URL may hold a single one. */
    private static IntStream codePoints() {
        return IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(c -> Character.getType(c) != Character.SURROGATE);
    }

    @Test
    void the_table_is_what_icu_says() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(HostCharacters.class.getResourceAsStream(HostCharacters.RESOURCE))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo(HostCharactersFile.content());
        }
    }

    @Test
    void every_character_is_mapped_as_icu_maps_it() {
        HostCharacters table = HostCharacters.table();
        List<String> different = new ArrayList<>();
        codePoints().filter(c -> c != IGNORED_OR_KEPT).forEach(c -> {
            String text = Character.toString(c);
            String expected = HostCharactersFile.UTS_46.normalize(text);
            boolean same = expected.contains("\ufffd")
                    ? table.isDisallowed(c)
                    : !table.isDisallowed(c) && table.map(text).equals(expected);
            if (!same) {
                different.add(UCharacter.getName(c));
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void every_unassigned_character_is_disallowed() {
        assertThat(codePoints()
                        .filter(c -> !UCharacter.isDefined(c)
                                && !HostCharacters.table().isDisallowed(c)))
                .isEmpty();
    }

    /** The first and the last of each range, wherever it stands. */
    @ParameterizedTest
    @ValueSource(strings = {"#.com", "a#b.com", "example.co#"})
    void every_disallowed_character_is_refused(String pattern) {
        HostCharacters table = HostCharacters.table();
        assertThat(codePoints()
                        .filter(table::isDisallowed)
                        .filter(c -> !table.isDisallowed(c - 1) || !table.isDisallowed(c + 1))
                        .mapToObj(c -> pattern.replace("#", Character.toString(c)))
                        .filter(host -> !isRefused(host))
                        .map(HostCharactersTest::shown))
                .isEmpty();
    }

    @Test
    @Tag("heavy")
    void no_character_at_all_turns_a_refused_host_into_one_that_passes() {
        assertThat(slips(
                        "127.0.0.#1",
                        codePoints().filter(c -> !HostCharacters.table().isDisallowed(c))))
                .isEmpty();
    }

    /** Each has its character where {@code #} is. {@code -Dhosts.every=true} tries those too that stay what they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "#.com",
                "127.0.0.#1",
                "127.0.0.1#",
                "12#7.0.0.1",
                "#27.0.0.1",
                "127#0.0.1",
                "127.0.0.#",
                "10#1",
                "0x7f#1",
                "169.254.169.25#",
                "local#host",
                "localhost#",
                "db.inter#nal",
                "db#internal",
                "x.l#cal",
                "x.#an",
                "#ocalhost",
                "x.tes#",
                "nas.home#arpa",
                "#0.0.0.1",
                "192.168.0.#",
                "0#7f000001"
            })
    @Tag("sampled")
    void no_character_turns_a_refused_host_into_one_that_passes(String pattern) {
        assertThat(slips(pattern, Boolean.getBoolean("hosts.every") ? codePoints() : IntStream.of(CHANGING)))
                .isEmpty();
    }

    /** All characters that become ASCII or nothing, before and behind digits, dots and letters. */
    @ParameterizedTest
    @ValueSource(strings = {"#7.0.0.1", "127.0.0#", "10#1", "local#", "x.loca#"})
    void no_pair_turns_a_refused_host_into_one_that_passes(String pattern) {
        List<String> slips = new ArrayList<>();
        for (String ascii : List.of("0", "1", "7", ".", "l")) {
            slips.addAll(slips(pattern.replace("#", "#" + ascii), shortening()));
            slips.addAll(slips(pattern.replace("#", ascii + "#"), shortening()));
        }
        assertThat(slips).isEmpty();
    }

    @Test
    @Tag("heavy")
    void no_two_that_vanish_or_become_digits_or_dots_turn_a_refused_host_into_one_that_passes() {
        List<String> some = List.of(
                "\u00ad", "\u180b", "\u200c", "\u200d", "\u2060", "\u3164", "\ufe0f", "\u3002", "\uff0e", "\uff61",
                "\uff10", "\uff11", "\u2460", "\u00b9", "\u2081", "\u0661", "\u00df", "\u03c2", "\ua7f2", "\u2100");
        List<String> slips = new ArrayList<>();
        for (String second : some) {
            slips.addAll(slips("127.0.0.#" + second + "1", shortening()));
        }
        assertThat(slips).isEmpty();
    }

    private static List<String> slips(String pattern, IntStream characters) {
        return characters
                .parallel()
                .mapToObj(c -> pattern.replace("#", Character.toString(c)))
                .filter(HostCharactersTest::slipsThrough)
                .map(HostCharactersTest::shown)
                .toList();
    }

    private static IntStream shortening() {
        return Arrays.stream(CHANGING)
                .filter(c -> HostCharacters.table()
                        .map(Character.toString(c))
                        .chars()
                        .allMatch(each -> each < 0x80));
    }

    /** Whether it becomes another, or nothing, to older clients or to newer ones. */
    private static boolean changes(int c) {
        HostCharacters table = HostCharacters.table();
        boolean deviates = c == 'ß' || c == 'ς' || c == 0x200C || c == 0x200D;
        return deviates || (!table.isValid(c) && !table.isDisallowed(c));
    }

    /** Whether it passes, or nearly, and a client that maps by UTS 46, as it was or as it is, goes to a refused host. */
    private static boolean slipsThrough(String host) {
        if (isRefused(host)) {
            return false;
        }
        String older = ascii(OLDER, host);
        String newer = ascii(NEWER, host);
        return isRefused(newer) || (!older.equals(newer) && isRefused(older));
    }

    private static String ascii(IDNA idna, String host) {
        StringBuilder ascii = new StringBuilder();
        idna.nameToASCII(host, ascii, new IDNA.Info());
        return ascii.toString();
    }

    private static boolean isRefused(String host) {
        return HostText.defects(host).stream().anyMatch(defect -> defect.gravity() == Gravity.BROKEN);
    }

    private static String shown(String host) {
        StringBuilder text = new StringBuilder();
        host.codePoints()
                .forEach(c -> text.append(c < 0x80 ? Character.toString(c) : "{" + Integer.toHexString(c) + "}"));
        return text.toString();
    }
}
