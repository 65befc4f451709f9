package io.mediapreflight.remote;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.mediapreflight.remote");

    @Test
    void urls_need_the_core_httpclient_and_commons_io_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.mediapreflight",
                        "io.mediapreflight.remote",
                        "io.mediapreflight.request.url",
                        "io.mediapreflight.rule",
                        "io.mediapreflight.source",
                        "io.mediapreflight.spec",
                        "io.mediapreflight.text",
                        "java..",
                        "javax.net.ssl",
                        "org.apache.commons.io..",
                        "org.apache.hc..",
                        "org.jspecify.annotations"))
                .check(MAIN);
    }
}
