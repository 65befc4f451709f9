package io.mediapreflight.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.text.RefusedValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3LocationTest {
    @ParameterizedTest
    @CsvSource({
        "s3://media-in/clips/dance.mp4, media-in, clips/dance.mp4",
        "s3://media-in/a//b/../c, media-in, a//b/../c",
        "s3://media-in/100%25?x#y, media-in, 100%25?x#y",
        "s3://media.in.2026/ä, media.in.2026, ä",
        "s3://media-in/, media-in, ''",
        "s3://media-in, media-in, ''"
    })
    void takes_a_bucket_and_a_key_literally(String text, String bucket, String key) {
        assertThat(S3Location.parse(text)).isEqualTo(new S3Location(bucket, key));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "media-in/clips",
                "S3://media-in/clips",
                "s3:/media-in/clips",
                "s3:///clips",
                "s3://",
                "s3://ab/clips",
                "s3://Media/clips",
                "s3://media_in/clips",
                "s3://-media/clips",
                "s3://media..in/clips",
                "s3://169.254.169.254/latest/meta-data",
                "s3://user:password@media-in/clips",
                "s3://media-in:80/clips",
                "s3://media-in?versionId=1"
            })
    void refuses_what_names_no_bucket(String text) {
        assertThatThrownBy(() -> S3Location.parse(text)).isInstanceOf(RefusedValueException.class);
    }

    @Test
    void refuses_a_key_of_more_than_1024_bytes_and_one_that_is_no_text() {
        assertThat(S3Location.parse("s3://media-in/" + "ä".repeat(512)).key()).hasSize(512);
        assertThatThrownBy(() -> S3Location.parse("s3://media-in/" + "ä".repeat(512) + "a"))
                .isInstanceOf(RefusedValueException.class);
        assertThatThrownBy(() -> S3Location.parse("s3://media-in/\uD800")).isInstanceOf(RefusedValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"s3://media-in/clip.mp4, true", "s3://media-in/clips/, false", "s3://media-in, false"})
    void knows_an_object_from_what_holds_many(String text, boolean isObject) {
        assertThat(S3Location.parse(text).isObject()).isEqualTo(isObject);
    }
}
