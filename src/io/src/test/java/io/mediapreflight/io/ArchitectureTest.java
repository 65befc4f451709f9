package io.mediapreflight.io;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.io");

    @Test
    void streams_need_the_core_and_commons_io_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight.io",
                        "io.mediapreflight.source",
                        "io.mediapreflight.spec",
                        "io.mediapreflight.text",
                        "java..",
                        "org.apache.commons.io..",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }
}
