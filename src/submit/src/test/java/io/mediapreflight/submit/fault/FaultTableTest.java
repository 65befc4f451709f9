package io.mediapreflight.submit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every row of the table of faults is a test, and no test is of a row that there is not. */
class FaultTableTest {
    private static final Path TABLE = Path.of("..", "..", "..", "shared", "http-faults.tsv")
            .toAbsolutePath()
            .normalize();

    private static final List<Class<?>> TESTS = List.of(
            FaultsBeforeTheRequestTest.class,
            FaultsOnTheWireTest.class,
            Faults429Test.class,
            FaultsOfTheStatusTest.class,
            FaultsOfTheResponseTest.class,
            FaultsOfRedirectsTest.class,
            FaultsOfTheThreadTest.class);

    @Test
    void there_is_a_test_for_each_of_the_49_faults() {
        assertThat(tested()).hasSize(49).doesNotHaveDuplicates();
    }

    @Test
    void no_row_of_the_table_is_missing() throws IOException {
        assumeTrue(Files.exists(TABLE), "the table is not part of the repository");
        List<String> rows = Files.readAllLines(TABLE).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        assertThat(tested()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<String> tested() {
        List<String> faults = new ArrayList<>();
        for (Class<?> test : TESTS) {
            for (Method method : test.getDeclaredMethods()) {
                Fault fault = method.getAnnotation(Fault.class);
                if (fault != null) {
                    faults.add(fault.value());
                }
            }
        }
        return faults;
    }
}
