package io.mediapreflight.cli;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final int MAX_CLASSES = 25;

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight");

    @Test
    void packages_of_the_command_line_have_no_cycles() {
        slices().matching("io.mediapreflight.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void no_package_of_the_command_line_has_more_classes_than_a_reader_can_look_through() {
        Map<String, Long> crowded = MAIN.stream()
                .filter(type -> type.getPackageName().startsWith("io.mediapreflight.cli"))
                .filter(type -> type.isTopLevelClass())
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        crowded.values().removeIf(classes -> classes <= MAX_CLASSES);
        assertThat(crowded).isEmpty();
    }
}
