package io.mediapreflight.request.url;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningParametersTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "x-amz-date x-amz-signature response-content-type, x-amz-date x-amz-signature",
                "x-goog-expires alt, x-goog-expires",
                "x-oss-signature x-oss-process, x-oss-signature",
                "sig sv se id, sig sv se",
                "sig se, sig se",
                "sig id, none",
                "sv se, none",
                "signature expires awsaccesskeyid id, signature expires awsaccesskeyid",
                "signature key-pair-id policy, signature key-pair-id policy",
                "signature expires id, none",
                "expires googleaccessid, none",
                "id v, none"
            })
    void are_those_that_signing_adds_and_no_others(String names, String expected) {
        assertThat(SigningParameters.among(List.of(names.split(" "))))
                .containsExactlyInAnyOrderElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({"X-Amz-Date=2026, x-amz-date", "sig, sig", "S%69g=a=b, sig", "%zz=1, %zz", "=1, ''"})
    void a_name_stands_before_the_first_equals_sign(String parameter, String name) {
        assertThat(SigningParameters.name(parameter)).isEqualTo(name);
    }
}
