package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PunycodeTest {
    /** The last three are of RFC 3492 7.1. */
    @ParameterizedTest
    @CsvSource({
        "münchen, mnchen-3ya",
        "faß, fa-hia",
        "例え, r8jz45g",
        "😀, e28h",
        "他们为什么不说中文, ihqwcrb4cv8a8dqg056pqjye",
        "почемужеонинеговорятпорусски, b1abfaaepdrnnbgefbadotcwatmq2g4l",
        "3年b組金八先生, 3b-ww4c5e180e575a65lsy2b"
    })
    void encodes_and_decodes(String text, String label) {
        assertThat(Punycode.encode(text)).isEqualTo(label);
        assertThat(Punycode.decode(label)).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "999999999", "ü", "a!", "mnchen-3y"})
    void what_breaks_off_or_leads_out_of_unicode_stands_for_no_text(String label) {
        assertThat(Punycode.decode(label)).isEmpty();
    }
}
