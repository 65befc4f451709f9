package io.mediapreflight.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mediapreflight.rule.Subject;
import io.mediapreflight.spec.Fraction;
import io.mediapreflight.spec.Limits;
import io.mediapreflight.spec.Orientation;
import io.mediapreflight.spec.Slot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobArgumentsTest {
    @Test
    void all_are_read() throws UsageException {
        JobArguments arguments = JobArguments.parse(List.of(
                "--input",
                "a",
                "--input=b",
                "--output",
                "c",
                "--format",
                "csv",
                "--orientation",
                "image",
                "--as",
                "video",
                "--limits",
                "l.json",
                "--strict"));
        assertThat(arguments.inputs()).containsExactly("a", "b");
        assertThat(arguments.output()).isEqualTo("c");
        assertThat(arguments.format()).isEqualTo(OutputFormat.CSV);
        assertThat(arguments.limits()).contains("l.json");
        assertThat(arguments.isStrict()).isTrue();
        assertThat(arguments.options(Limits.klingV3MotionControl()).subject("x.png"))
                .isEqualTo(Subject.anything()
                        .forSlot(Slot.VIDEO)
                        .with(Orientation.IMAGE)
                        .named("x.png"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--input a",
                "--output a",
                "--input a --output",
                "--input a --output b --output c",
                "--input a --output b --format xml",
                "--input a --output b --orientation up",
                "--input a --output b c",
                "--input a --output b --deep"
            })
    void a_mistake_is_an_error(String words) {
        List<String> arguments = words.isEmpty() ? List.of() : List.of(words.split(" "));
        assertThatThrownBy(() -> JobArguments.parse(arguments)).isInstanceOf(UsageException.class);
    }

    @Test
    void help_needs_nothing_else() throws UsageException {
        assertThat(JobArguments.parse(List.of("--help")).isHelp()).isTrue();
    }

    @Test
    void options_travel_with_their_limits() throws IOException, ClassNotFoundException {
        Limits limits = Limits.klingV3MotionControl().toBuilder()
                .videoMinSeconds(Fraction.of(4))
                .build();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(CheckOptions.standard().with(limits).readsInFlight(3));
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            CheckOptions arrived = (CheckOptions) in.readObject();
            assertThat(arrived.limits()).isEqualTo(limits);
            assertThat(arrived.readsInFlight()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 257})
    void reads_in_flight_are_bounded(int count) {
        assertThatThrownBy(() -> CheckOptions.standard().readsInFlight(count))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
