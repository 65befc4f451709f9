package io.mediapreflight.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.text.RefusedValueException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3AccessTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"store.example.com", "ftp://store", "https://", "https://a:b@store", "https://store/?a", "x y"})
    void refuses_an_endpoint_of_another_form_without_repeating_it(String url) {
        assertThatThrownBy(() -> S3Access.standard().at(url))
                .isInstanceOf(RefusedValueException.class)
                .hasMessageNotContaining(url);
    }

    @Test
    void refuses_an_endpoint_of_the_environment_that_holds_a_password() {
        System.setProperty("aws.endpointUrl", "http://user:hidden@127.0.0.1:9");
        try {
            assertThatThrownBy(() -> S3Store.open(S3Access.standard()).close())
                    .isInstanceOf(RefusedValueException.class)
                    .hasMessageNotContaining("hidden");
        } finally {
            System.clearProperty("aws.endpointUrl");
        }
    }

    @Test
    void a_client_talks_to_the_endpoint_that_is_named() {
        try (S3Client client = S3Clients.client(S3Access.standard().at("http://127.0.0.1:9"))) {
            assertThat(client.serviceClientConfiguration().endpointOverride())
                    .contains(URI.create("http://127.0.0.1:9"));
        }
    }
}
