package io.mediapreflight.validation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.validation");

    @Test
    void only_one_class_knows_a_provider() {
        classes()
                .that()
                .haveNameNotMatching(".*Violations.*")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight..", "jakarta.validation..", "java..", "org.jspecify.annotations"))
                .check(MAIN);
    }
}
