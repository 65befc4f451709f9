package io.mediapreflight.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
    @ParameterizedTest
    @CsvSource({
        "clips, a.mp4, clips/a.mp4",
        "clips/, a.mp4, clips/a.mp4",
        "clips//, a.mp4, clips/a.mp4",
        "., a.mp4, a.mp4",
        "/, a.mp4, /a.mp4",
        "clips, '', clips"
    })
    void a_file_has_the_path_of_its_directory_and_itself(String root, String relative, String path) {
        assertThat(SourceName.within(root, relative).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "s3://media/clips, a.mp4, s3://media/clips/a.mp4",
        "s3://media/clips/, a.mp4, s3://media/clips/a.mp4",
        "s3://media/clips//, a.mp4, s3://media/clips//a.mp4",
        "s3://media/clips/, /a.mp4, s3://media/clips//a.mp4",
        "s3://media/, /a.mp4, s3://media//a.mp4"
    })
    void an_object_has_its_key_as_it_is(String root, String relative, String path) {
        assertThat(SourceName.ofObject(root, relative).path()).isEqualTo(path);
    }
}
