package io.mediapreflight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTakenTest {
    @Test
    void a_name_is_new_once() {
        NamesTaken names = new NamesTaken(10_000);
        assertThat(IntStream.range(0, 5000).allMatch(i -> names.add("clip-" + i + ".mp4")))
                .isTrue();
        assertThat(IntStream.range(0, 5000).noneMatch(i -> names.add("clip-" + i + ".mp4")))
                .isTrue();
    }

    @Test
    void it_is_full_behind_its_bound() {
        NamesTaken names = new NamesTaken(2);
        assertThat(names.add("a") && !names.isFull() && names.add("b")).isTrue();
        assertThat(names.isFull()).isTrue();
    }
}
