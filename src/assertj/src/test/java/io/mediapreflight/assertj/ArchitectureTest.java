package io.mediapreflight.assertj;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.assertj");

    @Test
    void assertions_need_the_core_and_assertj_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight",
                        "io.mediapreflight.assertj",
                        "io.mediapreflight.probe",
                        "io.mediapreflight.rule",
                        "io.mediapreflight.source",
                        "io.mediapreflight.spec",
                        "java..",
                        "org.assertj.core..",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }
}
