package io.mediapreflight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest extends TreeTest {
    private static final List<String> ALL = List.of("a.jpg", "raw/a.jpg", "raw/b.png", "raw/old/a.jpg", "tmp/a.jpg");

    @BeforeEach
    void plant() throws IOException {
        tree.photos(ALL.toArray(new String[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.png           | raw/b.png",
                "a.*             | a.jpg raw/a.jpg raw/old/a.jpg tmp/a.jpg",
                "raw/*.jpg       | raw/a.jpg",
                "/*.jpg          | a.jpg",
                "raw/**          | raw/a.jpg raw/b.png raw/old/a.jpg",
                "**/a.jpg        | a.jpg raw/a.jpg raw/old/a.jpg tmp/a.jpg",
                "raw/**/a.jpg    | raw/a.jpg raw/old/a.jpg",
                "{raw,tmp}/a.jpg | raw/a.jpg tmp/a.jpg"
            })
    void only_what_is_included_is_taken(String pattern, String names) throws IOException {
        Selection selection = Selection.builder().include(pattern).build();
        assertThat(Audited.of(root, selection).names()).containsExactly(names.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*.jpg    | raw/b.png",
                "raw      | a.jpg tmp/a.jpg",
                "raw/     | a.jpg tmp/a.jpg",
                "raw/old/ | a.jpg raw/a.jpg raw/b.png tmp/a.jpg",
                "old/     | a.jpg raw/a.jpg raw/b.png tmp/a.jpg",
                "a.jpg/   | a.jpg raw/a.jpg raw/b.png raw/old/a.jpg tmp/a.jpg",
                "raw/**   | a.jpg tmp/a.jpg"
            })
    void what_is_excluded_is_left_out(String pattern, String names) throws IOException {
        Selection selection = Selection.builder().exclude(pattern).build();
        assertThat(Audited.of(root, selection).names()).containsExactly(names.split(" "));
    }

    @Test
    void an_exclusion_is_stronger_than_an_inclusion() throws IOException {
        Selection selection = Selection.builder()
                .include("*.jpg")
                .exclude("tmp")
                .exclude("old/")
                .build();
        assertThat(Audited.of(root, selection).names()).containsExactly("a.jpg", "raw/a.jpg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "[", "{a", "a[b"})
    void what_is_no_pattern_is_refused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.builder().include(pattern));
    }
}
