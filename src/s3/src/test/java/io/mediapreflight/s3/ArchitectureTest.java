package io.mediapreflight.s3;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.s3");

    @Test
    void an_audit_is_needed_only_where_one_is_run() {
        classes()
                .that()
                .resideOutsideOfPackage("io.mediapreflight.s3.audit")
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackages("io.mediapreflight.audit..", "io.mediapreflight.s3.audit"))
                .check(MAIN);
    }

    @Test
    void object_stores_need_the_core_an_audit_and_amazons_library_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight",
                        "io.mediapreflight.audit..",
                        "io.mediapreflight.s3..",
                        "io.mediapreflight.rule",
                        "io.mediapreflight.source",
                        "io.mediapreflight.spec",
                        "io.mediapreflight.submit.upload",
                        "io.mediapreflight.text",
                        "java..",
                        "javax.net.ssl",
                        "org.jspecify.annotations",
                        "software.amazon.awssdk.."))
                .check(MAIN);
    }
}
