package io.mediapreflight.submit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
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
            .importPackages("io.mediapreflight.submit");

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.mediapreflight.(**)").should().beFreeOfCycles().check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("io.mediapreflight.submit.*")
                .and()
                .resideOutsideOfPackage("io.mediapreflight.submit.batch")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.mediapreflight.submit")
                .check(MAIN);
    }

    @Test
    void no_package_has_more_classes_than_a_reader_can_look_through() {
        Map<String, Long> crowded = MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(crowded).hasSizeGreaterThan(4);
        crowded.values().removeIf(classes -> classes <= MAX_CLASSES);
        assertThat(crowded).isEmpty();
    }

    /** What is sent and kept is fully described by the JDK and Jackson's streaming core. */
    @Test
    void the_submitter_needs_little() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight..",
                        "java..",
                        "javax.net.ssl",
                        "tools.jackson.core..",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }
}
