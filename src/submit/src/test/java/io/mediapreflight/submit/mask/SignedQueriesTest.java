package io.mediapreflight.submit.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedQueriesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Credential",
                "X-Amz-Security-Token",
                "x-amz-signature",
                "X-Goog-Credential",
                "X-Goog-Signature",
                "x-oss-credential",
                "Signature",
                "Policy",
                "Key-Pair-Id",
                "AWSAccessKeyId",
                "GoogleAccessId",
                "OSSAccessKeyId",
                "security-token",
                "sig",
                "q-signature"
            })
    void the_value_of_a_signing_parameter_is_masked(String name) {
        assertThat(SignedQueries.masked("see https://h/a?w=1&" + name + "=AKIA%2Fse+cr=et&h=2 (403)"))
                .isEqualTo("see https://h/a?w=1&" + name + "=***&h=2 (403)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "a?sig=SECRET&amp;w=1 a?sig=***&amp;w=1",
                "a?w=1&amp;sig=SECRET&#38;h=2 a?w=1&amp;sig=***&#38;h=2",
                "a?w=1\\u0026sig=SEC\\/RET\\u0026h=2\"} a?w=1\\u0026sig=***\\u0026h=2\"}",
                "a?w=1\\\\u0026sig\\\\u003dSECRET\\\\u0026h=2 a?w=1\\\\u0026sig\\\\u003d***\\\\u0026h=2",
                "u=a%3Fw%3D1%26sig%3DSEC%252FRET%26h%3D2 u=a%3Fw%3D1%26sig%3D***%26h%3D2",
                "u=a%253Fw%253D1%2526sig%253DSECRET%2526h u=a%253Fw%253D1%2526sig%253D***%2526h",
                "X%2DAmz%2DDate=SECRET&h=2 X%2DAmz%2DDate=***&h=2",
                "{\"u\":\"a?sig=SECRET\",\"h\":2} {\"u\":\"a?sig=***\",\"h\":2}",
                "a?X-Amz-Signature=SEC a?X-Amz-Signature=***",
                "无法下载a?sig=SECRET，请检查 无法下载a?sig=***，请检查"
            })
    void however_it_is_escaped(String text, String masked) {
        assertThat(SignedQueries.masked(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no signature, no policy",
                "a?design=1&w=2&expires=3&sv=4",
                "a?x-oss-process=image/resize",
                "signature=",
                "sig= and more"
            })
    void anything_else_stays(String text) {
        assertThat(SignedQueries.masked(text)).isEqualTo(text);
    }

    @Test
    void a_text_of_nothing_but_names_is_masked_at_its_first() {
        assertThat(SignedQueries.masked("sig=".repeat(500_000))).isEqualTo("sig=***");
    }
}
